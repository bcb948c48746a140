package dev.cutset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.cli.Session.Result;
import dev.cutset.policy.server.KeyStoreFiles;
import dev.cutset.policy.server.RealServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The policies in a real OPA server judge as they do inside the JVM. */
@Tag("server")
class RealOpaServerTest {
  private static final Path FIRST =
      Path.of("stacks/ladder/1-single-server/preview.json").toAbsolutePath();

  @TempDir private static Path scratch;

  private static RealServer server;

  @TempDir private Path folder;

  @BeforeAll
  static void serve() throws Exception {
    server = RealServer.start(scratch.resolve("log"), List.of("--bundle", "policies"));
  }

  @AfterAll
  static void close() {
    if (server != null) {
      server.close();
    }
  }

  static Stream<Path> ladder() throws IOException {
    try (Stream<Path> steps = Files.list(Path.of("stacks/ladder"))) {
      List<Path> previews =
          steps
              .map(step -> step.resolve("preview.json").toAbsolutePath())
              .filter(Files::exists)
              .sorted()
              .toList();
      assertThat(previews).hasSizeGreaterThan(5);
      return previews.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("ladder")
  void the_server_judges_as_the_embedded_policies_do(Path preview) {
    String stack = preview.toString();
    Result embedded = new Session(folder).run("check", "--format", "json", stack);
    Result asked =
        new Session(folder).run("check", "--format", "json", "--opa", server.url(), stack);

    assertThat(asked).isEqualTo(embedded);
    assertThat(embedded.out()).contains("\"verdict\"");
  }

  @Test
  void a_decision_that_is_not_there_judges_nothing() {
    Result result =
        new Session(folder)
            .run("check", "--opa", server.url(), "--opa-path", "acme/all", FIRST.toString());
    assertThat(result.code()).isEqualTo(ExitCode.INTERNAL);
    assertThat(result.err()).contains("has no decision `acme/all`");
  }

  @Test
  void a_decision_of_another_kind_judges_nothing() {
    Result result =
        new Session(folder)
            .run("check", "--opa", server.url(), "--opa-path", "cutset", FIRST.toString());
    assertThat(result.code()).isEqualTo(ExitCode.INTERNAL);
    assertThat(result.err()).contains("answered with no list of findings but with `{");
  }

  @Test
  void rules_that_contradict_themselves_judge_nothing() throws Exception {
    Path bundle = Files.createDirectory(folder.resolve("bundle"));
    Files.writeString(
        bundle.resolve("main.rego"),
        """
        package cutset

        findings := [] if input.target

        findings := [1] if input.target

        failing contains x if x := to_number(input.target)
        """);
    try (RealServer broken =
        RealServer.start(folder.resolve("log"), List.of("--bundle", bundle.toString()))) {
      Result conflict = new Session(folder).run("check", "--opa", broken.url(), FIRST.toString());
      Result failing =
          new Session(folder)
              .run(
                  "check", "--opa", broken.url(), "--opa-path", "cutset/failing", FIRST.toString());

      assertThat(conflict.code()).isEqualTo(ExitCode.INTERNAL);
      assertThat(conflict.err()).contains("is in trouble (status 500: internal_error");
      // A function that fails would be an empty list else: nothing found, and the gate open.
      assertThat(failing.code()).isEqualTo(ExitCode.INTERNAL);
      assertThat(failing.err()).contains("is in trouble (status 500: internal_error");
    }
  }

  @Test
  void a_server_that_asks_for_a_token_takes_only_the_right_one() throws Exception {
    Path bundle = Files.createDirectory(folder.resolve("bundle"));
    RealServer.copyPolicies(bundle);
    Files.writeString(
        bundle.resolve("authz.rego"),
        """
        package system.authz

        default allow := false

        allow if {
        \tinput.identity == "sesame-123"
        \tinput.path == ["v1", "data", "cutset", "findings"]
        }
        """);
    try (RealServer guarded =
        RealServer.start(
            folder.resolve("log"),
            List.of(
                "--authentication=token",
                "--authorization=basic",
                "--bundle",
                bundle.toString()))) {
      Result right = asking(guarded, "sesame-123");
      Result wrong = asking(guarded, "sesame-124");
      Result none = new Session(folder).run("check", "--opa", guarded.url(), FIRST.toString());

      assertThat(right).isEqualTo(new Session(folder).run("check", FIRST.toString()));
      assertThat(wrong.code()).isEqualTo(ExitCode.INTERNAL);
      assertThat(wrong.err())
          .contains("refuses the token (status 401: unauthorized")
          .doesNotContain("sesame");
      assertThat(none.code()).isEqualTo(ExitCode.INTERNAL);
      assertThat(none.err()).contains("wants to know who asks (status 401");
    }
  }

  private Result asking(RealServer guarded, String token) {
    return new Session(folder)
        .having("TOKEN", token)
        .run("check", "--opa", guarded.url(), "--opa-token-env", "TOKEN", FIRST.toString());
  }

  @Test
  void a_server_that_asks_for_a_certificate_takes_ours() throws Exception {
    KeyStoreFiles keys =
        new KeyStoreFiles(folder)
            .authority("ours")
            .signed("ours", "server", "localhost")
            .signed("ours", "client", "client");
    String authority = keys.certificate("ours", "ours").toString();
    try (RealServer guarded =
        RealServer.start(
            folder.resolve("log"),
            List.of(
                "--authentication=tls",
                "--tls-ca-cert-file",
                authority,
                "--tls-cert-file",
                keys.certificate("ours", "server").toString(),
                "--tls-private-key-file",
                keys.key("ours", "server").toString(),
                "--bundle",
                "policies"))) {
      String stack = FIRST.toString();
      Result known =
          new Session(folder)
              .run(
                  "check",
                  "--opa",
                  guarded.secureUrl(),
                  "--opa-ca",
                  authority,
                  "--opa-cert",
                  keys.certificate("ours", "client").toString(),
                  "--opa-key",
                  keys.key("ours", "client").toString(),
                  stack);
      Result unknown =
          new Session(folder)
              .run("check", "--opa", guarded.secureUrl(), "--opa-ca", authority, stack);
      Result plain = new Session(folder).run("check", "--opa", guarded.url(), stack);

      assertThat(known).isEqualTo(new Session(folder).run("check", stack));
      assertThat(unknown.code()).isEqualTo(ExitCode.INTERNAL);
      assertThat(unknown.err()).contains("whether it wants a client certificate");
      assertThat(plain.code()).isEqualTo(ExitCode.INTERNAL);
      // What Go says to it is lost when it hangs up at once.
      assertThat(plain.err())
          .containsAnyOf("does not take the question (status 400", "check that it speaks http");
    }
  }
}
