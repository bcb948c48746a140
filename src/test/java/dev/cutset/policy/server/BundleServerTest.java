package dev.cutset.policy.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutset.policy.JudgeException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BundleServerTest {
  private static final String TYPE = "Content-Type: application/gzip";

  @Test
  void a_path_is_no_address() throws Exception {
    assertThat(BundleServer.at("rules.tar.gz")).isEmpty();
    assertThat(BundleServer.at("httpd/rules")).isEmpty();
    assertThat(BundleServer.at("HTTPS://example.com/rules.tar.gz")).isPresent();
  }

  @Test
  void a_password_in_the_address_is_refused_without_being_shown() {
    assertThatThrownBy(() -> BundleServer.at("https://me:sesame@example.com/rules.tar.gz"))
        .isInstanceOf(OpaServerException.class)
        .hasMessageNotContaining("sesame");
  }

  @Test
  void what_is_there_is_brought_whole() throws Exception {
    try (RawServer server = RawServer.answering("200 OK", TYPE, "bundle")) {
      assertThat(at(server, 100, 5).bundle()).asString().isEqualTo("bundle");
    }
  }

  @Test
  void what_is_just_as_large_as_it_may_be_is_brought() throws Exception {
    try (RawServer server = RawServer.answering("200 OK", TYPE, "x".repeat(100))) {
      assertThat(at(server, 100, 5).bundle()).hasSize(100);
    }
  }

  @Test
  void a_server_is_told_that_no_more_is_wanted() throws Exception {
    CountDownLatch hungUp = new CountDownLatch(1);
    try (RawServer endless =
        new RawServer(
            (call, number) -> {
              call.getOutputStream().write(RawServer.json("").getBytes(UTF_8));
              byte[] more = new byte[1 << 16];
              try {
                while (true) {
                  call.getOutputStream().write(more);
                }
              } catch (IOException e) {
                hungUp.countDown();
              }
            })) {
      complains(at(endless, 100, 5), "larger than 100 bytes");
      assertThat(hungUp.await(5, TimeUnit.SECONDS)).as("the caller hung up").isTrue();
    }
  }

  @Test
  void what_is_too_large_too_late_or_elsewhere_is_not() throws Exception {
    try (RawServer large = RawServer.answering("200 OK", TYPE, "x".repeat(101));
        RawServer slow = new RawServer((call, number) -> Thread.sleep(10_000));
        RawServer gone = RawServer.answering("410 Gone", TYPE, "bundle")) {
      complains(at(large, 100, 5), "larger than 100 bytes");
      complains(at(slow, 100, 1), "not there within 1 s");
      complains(at(gone, 100, 5), "status 410");
    }
  }

  @Test
  void a_server_that_is_not_there_is_named() throws Exception {
    BundleServer none;
    try (RawServer server = RawServer.answering("200 OK", TYPE, "bundle")) {
      none = at(server, 100, 5);
    }
    complains(none, "cannot be reached, or broke off");
  }

  @Test
  void a_server_without_tls_is_not_trusted() throws Exception {
    try (RawServer plain =
        new RawServer(
            (call, number) -> call.getOutputStream().write("no TLS here".getBytes(UTF_8)))) {
      BundleServer server =
          new BundleServer(
              URI.create(plain.secureUrl() + "/rules.tar.gz"),
              new BundleServer.Limits(100, Duration.ofSeconds(5)));
      complains(server, "does not agree on TLS");
    }
  }

  @Test
  void who_is_stopped_while_waiting_says_so_and_stays_stopped() throws Exception {
    try (RawServer slow = new RawServer((call, number) -> Thread.sleep(10_000))) {
      Thread.currentThread().interrupt();
      complains(at(slow, 100, 5), "Cutset was stopped meanwhile");
      assertThat(Thread.interrupted()).as("the thread is still interrupted").isTrue();
    }
  }

  @Test
  void an_address_stays_as_it_was_written() throws Exception {
    URI address = URI.create("https://example.com/rules.tar.gz?version=2");
    assertThat(BundleServer.at(address.toString()).orElseThrow().address()).isEqualTo(address);
  }

  @Test
  void what_is_no_address_at_all_is_said_to_be_none() {
    assertThatThrownBy(() -> BundleServer.at("https://two words"))
        .isInstanceOf(OpaServerException.class)
        .hasMessageStartingWith("`https://two words` is no address");
  }

  private static BundleServer at(RawServer server, long bytes, int seconds) {
    return new BundleServer(
        URI.create(server.url() + "/rules.tar.gz"),
        new BundleServer.Limits(bytes, Duration.ofSeconds(seconds)));
  }

  private static void complains(BundleServer server, String why) {
    assertThatThrownBy(server::bundle)
        .isInstanceOf(JudgeException.class)
        .hasMessageContaining("/rules.tar.gz` cannot be fetched: ")
        .hasMessageContaining(why);
  }
}
