package dev.cutset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.cutset.cli.Session.Result;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of OPA in place of the policies that come with Cutset. */
class OpaServerOptionTest {
  private static final Path PREVIEW =
      Path.of("stacks/ladder/1-single-server/preview.json").toAbsolutePath();

  @TempDir private Path folder;

  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private volatile UnaryOperator<RegoObject> rules = input -> OpaServerOptionTest.result(List.of());

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/data/",
        call -> {
          tokens.add(String.valueOf(call.getRequestHeaders().getFirst("Authorization")));
          RegoObject question = (RegoObject) RegoValue.parse(call.getRequestBody());
          RegoObject facts = (RegoObject) question.get("input");
          byte[] answer = rules.apply(facts).toJson().getBytes(StandardCharsets.UTF_8);
          call.sendResponseHeaders(200, answer.length);
          call.getResponseBody().write(answer);
          call.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private static RegoObject result(List<?> findings) {
    return (RegoObject) RegoValue.of(Map.of("result", findings));
  }

  /** A rule of a house of its own, about the first cut. */
  private static RegoObject acme(RegoObject facts) {
    RegoObject cut = (RegoObject) ((RegoArray) facts.get("cuts")).at(0);
    RegoObject cause = (RegoObject) ((RegoArray) cut.get("cause")).at(0);
    return finding(cause.get("urn"));
  }

  private static RegoObject finding(Object urn) {
    return result(
        List.of(
            Map.of(
                "policy", "ACME-1",
                "severity", "high",
                "enforcement", "mandatory",
                "title", "not as we do it",
                "message", "Our house runs two of everything.",
                "fix", "run two",
                "urn", urn,
                "resources", List.of(urn),
                "cuts", List.of(0))));
  }

  private Result run(String... arguments) {
    return new Session(folder).having("TOKEN", "t0ps3cret").run(arguments);
  }

  @Test
  void the_rules_of_the_server_stand_in_place_of_the_embedded_ones() {
    Result none = run("check", "--opa", url(), PREVIEW.toString());
    rules = OpaServerOptionTest::acme;
    Result one = run("check", "--opa", url(), PREVIEW.toString());

    assertThat(none.code()).as(none.err()).isZero();
    assertThat(none.out()).doesNotContain("SPOF-");
    assertThat(one.code()).as(one.err()).isEqualTo(ExitCode.BLOCKED);
    assertThat(one.out()).contains("ACME-1").contains("not as we do it").doesNotContain("SPOF-");
  }

  @Test
  void a_finding_of_a_policy_that_only_the_server_knows_is_in_every_report() throws Exception {
    rules = OpaServerOptionTest::acme;
    for (String format : List.of("json", "sarif", "junit", "markdown", "terminal", "html")) {
      Result result = run("check", "--opa", url(), "--format", format, PREVIEW.toString());
      assertThat(result.code()).as(format + result.err()).isEqualTo(ExitCode.BLOCKED);
      assertThat(result.out()).as(format).contains("ACME-1");
    }
    Result explained = run("explain", "--opa", url(), PREVIEW.toString(), "ACME-1");
    assertThat(explained.code()).as(explained.err()).isZero();
    assertThat(explained.out()).contains("not as we do it");
  }

  @Test
  void its_findings_can_be_waived_though_only_it_knows_the_policy() throws IOException {
    rules = OpaServerOptionTest::acme;
    Path waiver =
        Files.writeString(
            folder.resolve("cutset.yaml"),
            "opa: { url: \""
                + url()
                + "\" }\n"
                + "waivers:\n"
                + "  - { policy: ACME-1, match: \"*\", reason: r, owner: o, expires: 2099-01-01 }\n");
    Result result = run("check", "--config", waiver.toString(), PREVIEW.toString());
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("waived");
  }

  @Test
  void every_command_that_judges_asks_the_server() throws IOException {
    rules = OpaServerOptionTest::acme;
    String preview = PREVIEW.toString();
    String baseline = folder.resolve("known.json").toString();
    for (List<String> command :
        List.of(
            List.of("diff", preview, preview),
            List.of("baseline", "write", "--file", baseline, preview),
            List.of("fix", preview),
            List.of("graph", preview))) {
      List<String> words = new ArrayList<>(command);
      words.addAll(List.of("--opa", url(), "--opa-token-env", "TOKEN"));
      int before = tokens.size();
      Result result = run(words.toArray(String[]::new));
      assertThat(result.err()).as(command.toString()).isEmpty();
      assertThat(tokens.size()).as(command.toString()).isGreaterThan(before);
    }
    assertThat(tokens).containsOnly("Bearer t0ps3cret");
    assertThat(Files.readString(Path.of(baseline))).contains("ACME-1").doesNotContain("SPOF-");
  }

  @Test
  void a_finding_about_something_that_does_not_exist_judges_nothing() {
    rules = facts -> finding("urn:pulumi:dev::shop::aws:ec2/instance:Instance::ghost");
    Result result = run("check", "--opa", url(), PREVIEW.toString());
    assertThat(result.code()).isEqualTo(ExitCode.INTERNAL);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .startsWith(
            "cutset: nothing was judged: the field `urn` of a finding is not the URN of something"
                + " in the facts: `{")
        .contains("::ghost");
  }

  @Test
  void a_finding_that_lacks_a_field_judges_nothing() {
    rules = facts -> result(List.of(Map.of("policy", "ACME-1")));
    Result result = run("check", "--opa", url(), PREVIEW.toString());
    assertThat(result.code()).isEqualTo(ExitCode.INTERNAL);
    assertThat(result.err()).contains("of a finding is not").doesNotContain("at dev.cutset");
  }

  @Test
  void an_empty_server_keeps_the_gate_shut() {
    rules = facts -> RegoObject.EMPTY;
    Result result = run("check", "--opa", url(), PREVIEW.toString());
    assertThat(result.code()).isEqualTo(ExitCode.INTERNAL);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .isEqualTo(
            "cutset: nothing was judged: the OPA server at `"
                + url()
                + "` has no decision `cutset/findings`; load the policies into it, or name another"
                + " decision with --opa-path (`path` in cutset.yaml)\n");
  }

  @Test
  void a_server_that_is_down_keeps_the_gate_shut() {
    String url = url();
    server.stop(0);
    Result result = run("check", "--opa", url, "--opa-retries", "0", PREVIEW.toString());
    assertThat(result.code()).isEqualTo(ExitCode.INTERNAL);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .isEqualTo(
            "cutset: nothing was judged: the OPA server at `"
                + url
                + "` cannot be reached (the connection is refused); check that it runs, and its"
                + " address\n");
  }

  @Test
  void the_configuration_names_a_server_and_the_command_line_stands_above_it() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("central.yaml"),
            "opa:\n  url: \"" + url() + "\"\n  tokenFile: token\n  path: acme/all\n");
    Files.writeString(folder.resolve("token"), "from-beside\n");
    Result named = run("check", "--config", config.toString(), PREVIEW.toString());
    Result above =
        run("check", "--config", config.toString(), "--opa", url() + "/", PREVIEW.toString());
    assertThat(named.code()).as(named.err()).isZero();
    assertThat(above.code()).as(above.err()).isZero();
    assertThat(tokens).containsExactly("Bearer from-beside", "null");
  }

  @Test
  void a_token_that_the_configuration_promises_and_nobody_has_is_a_mistake_with_its_place()
      throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("central.yaml"),
            "target: zone\nopa:\n  url: \"" + url() + "\"\n  tokenEnv: NOT_THERE\n");
    Result result = run("check", "--config", config.toString(), PREVIEW.toString());
    assertThat(result.code()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(result.err())
        .startsWith("cutset: " + config + ":3:3: the environment variable `NOT_THERE` is not set");
    assertThat(tokens).isEmpty();
  }

  @Test
  void wrong_options_are_wrong_use() {
    wrong("name it with --opa URL", "--opa-token-env", "TOKEN");
    wrong("name it with --opa URL", "--opa-timeout", "3");
    wrong("use one of them", "--opa", url(), "--opa-token-env", "A", "--opa-token-file", "b");
    wrong("go together", "--opa", url(), "--opa-cert", "a.pem");
    wrong("is no address of a server", "--opa", "localhost:8181");
    wrong("is no address of a server", "--opa", "no address");
    wrong("holds a user or a password", "--opa", "https://me:hush@opa.example.com");
    wrong("is no path of a decision", "--opa", url(), "--opa-path", "/v1/data/x");
    wrong("seconds from 1 to 600", "--opa", url(), "--opa-timeout", "0");
    wrong("a number from 0 to 10", "--opa", url(), "--opa-retries", "11");
    wrong("use https", "--opa", "http://opa.example.com", "--opa-token-env", "TOKEN");
  }

  private void wrong(String why, String... options) {
    List<String> words = new ArrayList<>(List.of("check", PREVIEW.toString()));
    words.addAll(List.of(options));
    Result result = run(words.toArray(String[]::new));
    assertThat(result.code()).as(why).isEqualTo(ExitCode.WRONG_USE);
    assertThat(result.err()).contains(why).doesNotContain("hush", "t0ps3cret");
    assertThat(tokens).isEmpty();
  }

  @Test
  void nobody_else_waits_for_the_http_client() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:off",
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.cutset.cli.Main",
                "check",
                PREVIEW.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(ExitCode.BLOCKED);
    assertThat(said).contains("dev.cutset.policy.Judge ").doesNotContain("java.net.http");
  }
}
