package dev.cutset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.cli.Session.Result;
import dev.cutset.policy.own.RealOpa;
import dev.cutset.policy.server.KeyStoreFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies for which somebody answers with a signature. */
class SignedPoliciesTest {
  private static final String FRAGILE =
      Path.of("stacks/ladder/1-single-server/preview.json").toAbsolutePath().toString();

  @TempDir private Path folder;

  private KeyStoreFiles keys;
  private String key;
  private String other;
  private String bundle;

  @BeforeEach
  void sign() throws Exception {
    RealOpa.required();
    keys = new KeyStoreFiles(folder).authority("ours").authority("theirs");
    key = keys.certificate("ours", "ours").toString();
    other = keys.certificate("theirs", "theirs").toString();
    Path sources = folder.resolve("sources");
    assertThat(run("policies", "new", "ACME-DATABASE", "--to", sources.toString()).err()).isEmpty();
    assertThat(run("policies", "library", "--to", sources + "/.cutset").err()).isEmpty();
    bundle = folder.resolve("signed.tar.gz").toString();
    opa(
        "build",
        "--bundle",
        "--target=plan",
        "--entrypoint=cutset/findings",
        "--entrypoint=cutset/metadata",
        "--signing-alg=ES256",
        "--signing-key=" + keys.key("ours", "ours"),
        "--output=" + bundle,
        sources.toString());
  }

  private static void opa(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("opa"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private Result run(String... arguments) {
    return new Session(folder)
        .having("PATH", RealOpa.path())
        .having("XDG_CACHE_HOME", folder.resolve("cache").toString())
        .run(arguments);
  }

  private Result check(String... options) {
    List<String> words = new ArrayList<>(List.of("check", FRAGILE));
    words.addAll(List.of(options));
    return run(words.toArray(String[]::new));
  }

  @Test
  void policies_that_are_signed_with_the_key_judge() {
    Result result = check("--policy", bundle, "--policy-key", key);
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isEqualTo(ExitCode.BLOCKED);
    assertThat(result.out()).contains("`database` can be deleted by mistake");
  }

  @Test
  void others_do_not() {
    refused("the bundle is not trusted: its signature", "--policy-key", other);
    refused("it is signed for the scope ``", "--policy-key", key, "--policy-scope", "prod");
    refused("its signature", "--policy-key", key, "--policy-key-alg", "ES384");
    refused("it is signed; give a key to verify it with");
    refused("`none.pem` cannot be read", "--policy-key", "none.pem");
    refused("unknown signature algorithm `none`", "--policy-key", key, "--policy-key-alg", "none");
    refused("name it with --policy-key", "--policy-scope", "prod");
  }

  @Test
  void neither_a_folder_nor_what_the_configuration_names_goes_unverified() throws Exception {
    Path unsigned = Files.writeString(folder.resolve("cutset.yaml"), "rules: [sources]\n");
    Result named = check("--config", unsigned.toString(), "--policy-key", key);
    assertThat(named.code()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(named.err()).contains("cutset.yaml:1:9: ").contains("which has no signature");
  }

  @Test
  void what_is_fetched_is_verified_too() throws Exception {
    try (BundleHost host = new BundleHost(Path.of(bundle))) {
      Result judged = check("--policy", host.url("/rules/signed.tar.gz"), "--policy-key", key);
      assertThat(judged.err()).isEmpty();
      assertThat(judged.code()).isEqualTo(ExitCode.BLOCKED);
      assertThat(judged.out()).contains("`database` can be deleted by mistake");

      Result moved = check("--policy", host.url("/moved"), "--policy-key", key);
      assertThat(moved.code()).isEqualTo(ExitCode.BLOCKED);

      Result untrusted = check("--policy", host.url("/rules/signed.tar.gz"), "--policy-key", other);
      assertThat(untrusted.code()).isEqualTo(ExitCode.WRONG_USE);
      assertThat(untrusted.err())
          .contains("localhost_rules_signed.tar.gz")
          .contains("the bundle is not trusted");

      Result unverified = check("--policy", host.url("/rules/signed.tar.gz"));
      assertThat(unverified.code()).isEqualTo(ExitCode.WRONG_USE);
      assertThat(unverified.err()).contains("has to be signed").contains("--policy-key");

      Result missing = check("--policy", host.url("/none"), "--policy-key", key);
      assertThat(missing.code()).isEqualTo(ExitCode.INTERNAL);
      assertThat(missing.out()).isEmpty();
      assertThat(missing.err()).contains("nothing was judged").contains("status 404");
    }
  }

  private void refused(String why, String... options) {
    List<String> words = new ArrayList<>(List.of("--policy", bundle));
    words.addAll(List.of(options));
    Result result = check(words.toArray(String[]::new));
    assertThat(result.code()).as(why).isEqualTo(ExitCode.WRONG_USE);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains(why.replace("`none.pem`", "none.pem`"));
  }
}
