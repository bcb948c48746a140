package dev.cutset.policy.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cutset.policy.JudgeException;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoSet;
import dev.cutset.rego.RegoValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server does, there are its findings or there is an error that says why not. */
@Timeout(60)
class ServerRulesTest {
  private static final String JSON = "Content-Type: application/json";
  private static final RegoValue FACTS = RegoValue.parse("{\"target\": \"zone\"}");
  private static final String TOKEN = "s3cr3t-t0ken";
  private static final Map<String, String> ENVIRONMENT = Map.of("OPA_TOKEN", TOKEN);

  /** Enough for a busy machine; who waits in vain waits no longer. */
  private static final Duration LONG = Duration.ofSeconds(6);

  private static final Connection.Limits LIMITS =
      new Connection.Limits(1 << 20, Duration.ofMillis(5), LONG);

  @TempDir private Path folder;

  private static OpaServer at(URI url) {
    return with(url, OpaServer.FINDINGS, Optional.empty(), LONG, 2);
  }

  private static OpaServer with(
      URI url, String decision, Optional<TokenSource> token, Duration timeout, int retries) {
    return new OpaServer(
        url, decision, token, Optional.empty(), Optional.empty(), timeout, retries);
  }

  private static OpaServer knowing(URI url, TokenSource token) {
    return with(url, OpaServer.FINDINGS, Optional.of(token), LONG, 0);
  }

  private static RegoSet ask(OpaServer server) throws OpaServerException {
    return ServerRules.of(server, ENVIRONMENT, LIMITS).answers(FACTS);
  }

  private static String complaint(OpaServer server) {
    JudgeException complaint = catchThrowableOfType(JudgeException.class, () -> ask(server));
    assertThat(complaint).isNotNull();
    return String.valueOf(complaint.getMessage());
  }

  private static String complaintAbout(String status, String type, String body) throws IOException {
    try (RawServer server = RawServer.answering(status, type, body)) {
      String complaint = complaint(at(server.url()));
      assertThat(complaint).startsWith("the OPA server at `" + server.url() + "` ");
      return complaint.substring(complaint.indexOf("` ") + 2);
    }
  }

  @Test
  void the_findings_are_what_the_server_lists_as_its_result() throws Exception {
    try (RawServer server =
        RawServer.answering(
            "200 OK", JSON, "{\"decision_id\": \"1\", \"result\": [{\"policy\": \"A\"}]}")) {
      assertThat(ask(at(server.url())).toJson()).isEqualTo("[{\"policy\":\"A\"}]");
      assertThat(server.heads())
          .singleElement()
          .asString()
          .startsWith("POST /v1/data/cutset/findings?strict-builtin-errors=true HTTP/1.1\r\n")
          .doesNotContain("Authorization");
    }
  }

  @Test
  void the_facts_are_sent_as_input() throws Exception {
    StringBuilder body = new StringBuilder();
    var server = com.sun.net.httpserver.HttpServer.create();
    server.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        call -> {
          body.append(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] answer = "{\"result\": []}".getBytes(StandardCharsets.UTF_8);
          call.sendResponseHeaders(200, answer.length);
          call.getResponseBody().write(answer);
          call.close();
        });
    server.start();
    try {
      URI url = URI.create("http://localhost:" + server.getAddress().getPort());
      assertThat(ask(at(url)).size()).isZero();
      assertThat(RegoValue.parse(body.toString()))
          .isEqualTo(RegoObject.builder().put("input", FACTS).build());
    } finally {
      server.stop(0);
    }
  }

  @Test
  void another_decision_and_a_path_of_the_server_are_asked_as_they_are_named() throws Exception {
    try (RawServer server = RawServer.answering("200 OK", JSON, "{\"result\": []}")) {
      URI below = URI.create(server.url() + "/opa/");
      ask(with(below, "acme/rules of ours/all".replace(' ', '+'), Optional.empty(), LONG, 0));
      assertThat(server.heads().get(0)).startsWith("POST /opa/v1/data/acme/rules%2Bof%2Bours/all?");
    }
  }

  @Test
  void the_token_is_sent_from_a_variable_and_from_a_file() throws Exception {
    Path file = Files.writeString(folder.resolve("token"), "from-a-file\n");
    try (RawServer server = RawServer.answering("200 OK", JSON, "{\"result\": []}")) {
      ask(knowing(server.url(), new TokenSource.Variable("OPA_TOKEN")));
      ask(knowing(server.url(), new TokenSource.File(file)));
      assertThat(server.heads().get(0)).contains("\r\nAuthorization: Bearer " + TOKEN + "\r\n");
      assertThat(server.heads().get(1)).contains("\r\nAuthorization: Bearer from-a-file\r\n");
    }
  }

  @Test
  void nobody_there_is_said_with_what_to_do() throws Exception {
    URI url;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      url = URI.create("http://localhost:" + closed.getLocalPort());
    }
    assertThat(complaint(at(url)))
        .isEqualTo(
            "the OPA server at `"
                + url
                + "` cannot be reached (the connection is refused); check that it runs, and its"
                + " address; it was asked 3 times");
  }

  @Test
  void a_host_that_nobody_knows_is_said_to_be_one() {
    assertThat(complaint(at(URI.create("http://opa.invalid:8181"))))
        .contains("cannot be reached (no such host)");
  }

  @Test
  void a_server_that_accepts_and_never_answers_is_left_in_time() throws Exception {
    try (RawServer server = new RawServer((call, number) -> Thread.sleep(600_000))) {
      OpaServer hung = with(server.url(), "a", Optional.empty(), Duration.ofMillis(300), 2);
      assertThat(complaint(hung))
          .isEqualTo(
              "the OPA server at `"
                  + server.url()
                  + "` did not answer within 300 ms; see what keeps it, or give it more time with"
                  + " --opa-timeout (`timeout` in cutset.yaml)");
      assertThat(server.calls()).isEqualTo(1);
    }
  }

  @Test
  void a_time_of_whole_seconds_is_said_in_seconds() throws Exception {
    try (RawServer server = new RawServer((call, number) -> Thread.sleep(600_000))) {
      OpaServer hung = with(server.url(), "a", Optional.empty(), Duration.ofSeconds(1), 0);
      assertThat(complaint(hung)).contains("` did not answer within 1 s; ");
    }
  }

  @Test
  void who_does_not_even_begin_to_speak_tls_takes_no_call() throws Exception {
    Connection.Limits hasty =
        new Connection.Limits(1 << 20, Duration.ofMillis(5), Duration.ofMillis(200));
    try (RawServer server = new RawServer((call, number) -> Thread.sleep(600_000))) {
      assertThatThrownBy(
              () -> ServerRules.of(at(server.secureUrl()), ENVIRONMENT, hasty).answers(FACTS))
          .isInstanceOf(JudgeException.class)
          .hasMessageContaining("cannot be reached (nobody takes the call)")
          .hasMessageEndingWith("; it was asked 3 times");
    }
  }

  @Test
  void a_server_that_begins_and_never_ends_is_left_in_time() throws Exception {
    try (RawServer server =
        new RawServer(
            (call, number) -> {
              call.getOutputStream().write(RawServer.json("{").getBytes(StandardCharsets.UTF_8));
              while (true) {
                call.getOutputStream().write(' ');
                call.getOutputStream().flush();
                Thread.sleep(20);
              }
            })) {
      OpaServer slow = with(server.url(), "a", Optional.empty(), Duration.ofMillis(400), 0);
      assertThat(complaint(slow)).contains("did not answer within 400 ms");
    }
  }

  @Test
  void a_server_that_is_slow_but_in_time_is_heard() throws Exception {
    try (RawServer server =
        new RawServer(
            (call, number) -> {
              Thread.sleep(300);
              RawServer.answer(call, "200 OK", JSON, "{\"result\": []}");
            })) {
      assertThat(ask(at(server.url())).size()).isZero();
    }
  }

  @Test
  void a_connection_that_breaks_is_tried_again_and_then_said() throws Exception {
    try (RawServer server =
        new RawServer(
            (call, number) -> {
              call.setSoLinger(true, 0);
              call.close();
            })) {
      assertThat(complaint(at(server.url())))
          .startsWith("the connection to the OPA server at `" + server.url() + "` broke")
          .endsWith("; it was asked 3 times");
      assertThat(server.calls()).isGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void an_answer_that_breaks_off_is_none() throws Exception {
    try (RawServer server =
        new RawServer(
            (call, number) -> {
              String head = "HTTP/1.1 200 OK\r\n" + JSON + "\r\nContent-Length: 500\r\n\r\n";
              call.getOutputStream()
                  .write((head + "{\"result\": []}").getBytes(StandardCharsets.UTF_8));
              call.close();
            })) {
      assertThat(complaint(at(server.url()))).contains("broke before it had answered");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"500 Internal Server Error", "503 Unavailable", "429 Too Many Requests"})
  void a_server_in_trouble_is_asked_again(String status) throws Exception {
    try (RawServer server =
        new RawServer(
            (call, number) -> {
              boolean well = number > 2;
              RawServer.answer(call, well ? "200 OK" : status, JSON, "{\"result\": []}");
            })) {
      assertThat(ask(at(server.url())).size()).isZero();
      assertThat(server.calls()).isEqualTo(3);
    }
  }

  @Test
  void a_server_that_stays_in_trouble_says_which() throws Exception {
    String body = "{\"code\": \"internal_error\", \"message\": \"eval_conflict_error:\\nboom\"}";
    assertThat(complaintAbout("500 Internal Server Error", JSON, body))
        .isEqualTo(
            "is in trouble (status 500: internal_error eval_conflict_error: boom); look at its log,"
                + " or ask again later");
  }

  @ParameterizedTest
  @CsvSource({
    "400 Bad Request, does not take the question (status 400)",
    "401 Unauthorized, wants to know who asks (status 401)",
    "403 Forbidden, wants to know who asks (status 403)",
    "404 Not Found, knows no decisions (status 404)",
    "204 No Content, does not take the question (status 204)",
    "300 Multiple Choices, sends on to `` (status 300)"
  })
  void what_asking_again_does_not_help_is_asked_once(String status, String complaint)
      throws Exception {
    try (RawServer server = RawServer.answering(status, JSON, "")) {
      assertThat(complaint(at(server.url()))).contains("` " + complaint + "; ");
      assertThat(server.calls()).isEqualTo(1);
    }
  }

  @Test
  void a_token_that_a_server_refuses_is_said_to_be_refused() throws Exception {
    for (String status : new String[] {"401 Unauthorized", "403 Forbidden"}) {
      try (RawServer server = RawServer.answering(status, JSON, "")) {
        assertThat(complaint(knowing(server.url(), new TokenSource.Variable("OPA_TOKEN"))))
            .contains("` refuses the token (status " + status.substring(0, 3) + ")")
            .endsWith(
                "; check that it is the right one, and that it may ask for `cutset/findings`");
      }
    }
  }

  @Test
  void who_is_stopped_while_waiting_says_so_and_stays_stopped() throws Exception {
    try (RawServer server = new RawServer((call, number) -> Thread.sleep(600_000))) {
      Thread.currentThread().interrupt();
      assertThat(complaint(at(server.url()))).endsWith(" had not answered when Cutset was stopped");
      assertThat(Thread.interrupted()).as("the thread is still interrupted").isTrue();
    }
  }

  @Test
  void who_is_stopped_between_two_attempts_says_so_and_stays_stopped() throws Exception {
    Thread asking = Thread.currentThread();
    try (RawServer server =
        new RawServer(
            (call, number) -> {
              RawServer.answer(call, "503 Unavailable", JSON, "");
              Thread.sleep(300);
              asking.interrupt();
            })) {
      Connection.Limits patient = new Connection.Limits(1 << 20, Duration.ofSeconds(30), LONG);
      assertThatThrownBy(
              () -> ServerRules.of(at(server.url()), ENVIRONMENT, patient).answers(FACTS))
          .isInstanceOf(JudgeException.class)
          .hasMessageEndingWith(" had not answered when Cutset was stopped");
      assertThat(Thread.interrupted()).as("the thread is still interrupted").isTrue();
      assertThat(server.calls()).isEqualTo(1);
    }
  }

  @Test
  void each_pause_is_twice_as_long_as_the_one_before() throws Exception {
    Connection.Limits slow = new Connection.Limits(1 << 20, Duration.ofMillis(100), LONG);
    try (RawServer server = RawServer.answering("503 Unavailable", JSON, "")) {
      OpaServer asked = with(server.url(), "a", Optional.empty(), LONG, 3);
      long start = System.nanoTime();
      assertThatThrownBy(() -> ServerRules.of(asked, ENVIRONMENT, slow).answers(FACTS))
          .isInstanceOf(JudgeException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isGreaterThanOrEqualTo(Duration.ofMillis(100 + 200 + 400));
      assertThat(server.calls()).isEqualTo(4);
    }
  }

  @Test
  void what_a_server_says_is_shown_up_to_a_length() throws Exception {
    for (int length : new int[] {160, 161}) {
      String said = "x".repeat(length);
      assertThat(complaintAbout("200 OK", "Content-Type: text/plain", said))
          .contains("begins `" + "x".repeat(160) + (length > 160 ? "…`" : "`;"));
    }
  }

  @Test
  void an_answer_just_as_long_as_it_may_be_is_read() throws Exception {
    String body = "{\"result\": []}";
    try (RawServer server = RawServer.answering("200 OK", JSON, body)) {
      Connection.Limits tight = new Connection.Limits(body.length(), Duration.ofMillis(5), LONG);
      assertThat(ServerRules.of(at(server.url()), ENVIRONMENT, tight).answers(FACTS).size())
          .isZero();
    }
  }

  @Test
  void nobody_is_followed_with_a_token() throws Exception {
    try (RawServer elsewhere = RawServer.answering("200 OK", JSON, "{\"result\": []}");
        RawServer server =
            RawServer.answering("307 Temporary", "Location: " + elsewhere.url() + "/x", "")) {
      assertThat(complaint(knowing(server.url(), new TokenSource.Variable("OPA_TOKEN"))))
          .contains("sends on to `" + elsewhere.url() + "/x` (status 307)");
      assertThat(elsewhere.calls()).isZero();
    }
  }

  @Test
  void a_page_for_people_is_no_answer() throws Exception {
    assertThat(complaintAbout("200 OK", "Content-Type: text/html", "<html>\n <b>Welcome</b>"))
        .isEqualTo(
            "answered with no JSON but `text/html` that begins `<html> <b>Welcome</b>`; check its"
                + " address and the decision `cutset/findings`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"result\": [{\"policy\": ", "{\"result\": []} and more", "nil"})
  void half_an_answer_is_no_answer(String body) throws Exception {
    assertThat(complaintAbout("200 OK", JSON, body)).startsWith("answered with no JSON");
  }

  @Test
  void json_as_deep_as_a_well_is_no_answer() throws Exception {
    assertThat(complaintAbout("200 OK", JSON, "[".repeat(100_000)))
        .startsWith("answered with no JSON")
        .hasSizeLessThan(400);
  }

  @Test
  void an_answer_without_a_result_tells_that_there_is_no_such_decision() throws Exception {
    assertThat(complaintAbout("200 OK", JSON, "{}"))
        .isEqualTo(
            "has no decision `cutset/findings`; load the policies into it, or name another decision"
                + " with --opa-path (`path` in cutset.yaml)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "null", "{\"findings\": []}", "\"none\"", "0"})
  void a_result_that_is_no_list_is_refused(String result) throws Exception {
    assertThat(complaintAbout("200 OK", JSON, "{\"result\": " + result + "}"))
        .startsWith("answered with no list of findings but with `");
  }

  @Test
  void a_result_with_something_else_among_its_findings_is_refused() throws Exception {
    assertThat(complaintAbout("200 OK", JSON, "{\"result\": [{\"policy\": \"A\"}, 7]}"))
        .startsWith("has `7` among its findings");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "3"})
  void json_that_opa_would_not_answer_with_is_refused(String body) throws Exception {
    assertThat(complaintAbout("200 OK", JSON, body)).contains("which is not how OPA answers");
  }

  @Test
  void an_answer_without_end_is_given_up() throws Exception {
    try (RawServer server =
        new RawServer(
            (call, number) -> {
              byte[] more = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
              call.getOutputStream().write(RawServer.json("[").getBytes(StandardCharsets.UTF_8));
              while (true) {
                call.getOutputStream().write(more);
              }
            })) {
      assertThat(complaint(at(server.url()))).contains("answered with more than 1048576 bytes");
      assertThat(server.calls()).isEqualTo(1);
    }
  }

  @Test
  void the_token_is_in_no_message_even_if_the_server_repeats_it() throws Exception {
    String padding = "x".repeat(150);
    for (String status : new String[] {"401 Unauthorized", "500 No", "302 Found", "200 OK"}) {
      for (String said : new String[] {TOKEN, padding + TOKEN}) {
        String body = "{\"code\": \"no\", \"message\": \"" + said + "\"} " + said;
        String valid = "{\"code\": \"no\", \"message\": \"" + said + "\"}";
        for (String each : new String[] {body, valid}) {
          try (RawServer server = RawServer.answering(status, "Location: /" + said, each)) {
            assertThat(complaint(knowing(server.url(), new TokenSource.Variable("OPA_TOKEN"))))
                .doesNotContain("s3cr3t");
          }
        }
      }
    }
  }

  @Test
  void a_token_that_is_not_there_is_asked_for() throws IOException {
    URI url = URI.create("http://localhost:1");
    Path spaced = Files.writeString(folder.resolve("spaced"), "two words\nand lines");
    assertThatThrownBy(() -> ask(knowing(url, new TokenSource.Variable("OTHER"))))
        .isInstanceOf(OpaServerException.class)
        .hasMessage(
            "the environment variable `OTHER` is not set; put the token for the OPA server into"
                + " it");
    assertThatThrownBy(() -> ask(knowing(url, new TokenSource.File(folder.resolve("none")))))
        .isInstanceOf(OpaServerException.class)
        .hasMessageContaining("cannot be read from `" + folder.resolve("none") + "`");
    assertThatThrownBy(() -> ask(knowing(url, new TokenSource.File(spaced))))
        .isInstanceOf(OpaServerException.class)
        .hasMessageContaining("holds no token")
        .hasMessageNotContaining("two words");
  }

  @ParameterizedTest
  @CsvSource({
    "http://opa.example.com, true",
    "http://10.0.0.1:8181, true",
    "http://localhost.example.com, true",
    "https://opa.example.com, false",
    "http://localhost:8181, false",
    "http://127.0.0.1, false",
    "http://[::1]:8181, false"
  })
  void a_token_is_sent_only_where_nobody_reads_along(URI url, boolean refused) {
    assertThat(at(url).isOpenToOthers()).isEqualTo(refused);
    if (refused) {
      assertThatThrownBy(() -> ask(knowing(url, new TokenSource.Variable("OPA_TOKEN"))))
          .isInstanceOf(OpaServerException.class)
          .hasMessageContaining("use https")
          .hasMessageNotContaining(TOKEN);
    }
  }
}
