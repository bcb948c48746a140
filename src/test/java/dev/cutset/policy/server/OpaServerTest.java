package dev.cutset.policy.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be said of a server. */
class OpaServerTest {
  private static final URI URL = URI.create("https://opa.example.com:8181");
  private static final Duration SECOND = Duration.ofSeconds(1);

  private static OpaServer with(URI url, String decision, Duration timeout, int retries) {
    return new OpaServer(
        url, decision, Optional.empty(), Optional.empty(), Optional.empty(), timeout, retries);
  }

  @Test
  void a_server_is_asked_as_is_usual_where_nothing_else_is_said() {
    assertThat(OpaServer.at(URL))
        .isEqualTo(with(URL, "cutset/findings", Duration.ofSeconds(10), 2));
  }

  @Test
  void an_address_is_read_as_it_is_written() {
    assertThat(OpaServer.url("https://opa.example.com:8181")).contains(URL);
    assertThat(OpaServer.url("https://two words")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost, no mistake",
    "HTTPS://opa.example.com/below/, no mistake",
    "ftp://host, `ftp://host` is no address of a server",
    "host:8181, `host:8181` is no address of a server",
    "http:///x, `http:///x` is no address of a server",
    "http://host/?a=b, `http://host/?a=b` has more than a path behind its host",
    "http://host/#a, `http://host/#a` has more than a path behind its host",
    "https://me:hush@host, the address of the server holds a user or a password"
  })
  void an_address_tells_what_is_wrong_with_it(URI url, String mistake) {
    assertThat(OpaServer.mistake(url).orElse("no mistake")).isEqualTo(mistake);
    if (!mistake.equals("no mistake")) {
      assertThatThrownBy(() -> with(url, "a", SECOND, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(mistake);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "a/", "/a", "a//b", "a b", "a/ b"})
  void what_is_no_path_of_a_decision_is_refused(String decision) {
    assertThat(OpaServer.isDecision(decision)).isFalse();
    assertThatThrownBy(() -> with(URL, decision, SECOND, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("`" + decision + "` is no path of a decision");
  }

  @Test
  void a_path_of_a_decision_may_have_one_part_or_many() {
    assertThat(OpaServer.isDecision("a")).isTrue();
    assertThat(OpaServer.isDecision("a/b-c/d")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"PT0S, false", "PT-1S, false", "PT0.001S, true", "PT10M, true", "PT10M0.001S, false"})
  void a_timeout_is_some_time_and_ten_minutes_at_most(Duration timeout, boolean taken) {
    assertThat(OpaServer.isTimeout(timeout)).isEqualTo(taken);
    if (taken) {
      assertThat(with(URL, "a", timeout, 0).timeout()).isEqualTo(timeout);
    } else {
      assertThatThrownBy(() -> with(URL, "a", timeout, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a timeout of " + timeout);
    }
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "0, true", "10, true", "11, false"})
  void it_is_asked_again_ten_times_at_most(int retries, boolean taken) {
    assertThat(OpaServer.isRetries(retries)).isEqualTo(taken);
    if (taken) {
      assertThat(with(URL, "a", SECOND, retries).retries()).isEqualTo(retries);
    } else {
      assertThatThrownBy(() -> with(URL, "a", SECOND, retries))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(retries + " retries");
    }
  }
}
