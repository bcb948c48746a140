package dev.cutset.policy.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutset.policy.JudgeException;
import java.net.URI;
import java.time.Duration;
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
