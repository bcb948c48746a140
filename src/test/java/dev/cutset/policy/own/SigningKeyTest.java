package dev.cutset.policy.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutset.policy.PolicyInfo;
import dev.cutset.policy.own.Opa.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles for which somebody answers, as {@code opa} signs them. */
class SigningKeyTest {
  private static final String SECRET = "a-secret-that-signs-and-verifies";

  @TempDir private Path scratch;
  private Path sources;
  private Path bundle;
  private Path secret;

  @BeforeEach
  void sign() throws Exception {
    RealOpa.required();
    sources = scratch.resolve("sources");
    new PolicyScaffold("ACME-DATABASE", sources).write();
    PolicyLibrary.writeTo(sources.resolve(".cutset"));
    bundle = scratch.resolve("signed.tar.gz");
    secret = Files.writeString(scratch.resolve("secret"), SECRET);
    Outcome built =
        Opa.in(RealOpa.with(scratch))
            .orElseThrow()
            .run(
                sources,
                List.of(
                    "build",
                    "--bundle",
                    "--target=plan",
                    "--entrypoint=" + PolicyCompiler.FINDINGS,
                    "--entrypoint=" + PolicyCompiler.METADATA,
                    "--signing-alg=HS256",
                    "--signing-key=" + SECRET,
                    "--output=" + bundle,
                    "."));
    assertThat(built.succeeded()).as(built.said()).isTrue();
  }

  private static OwnPolicies read(Path path, SigningKey key) throws OwnPolicyException {
    return new OwnPolicyReader(Map.of(), Optional.of(key)).read(path, OwnPolicies.NONE);
  }

  private SigningKey key(Optional<String> algorithm, Optional<String> scope) {
    return new SigningKey(secret, algorithm, scope);
  }

  private void refused(Path path, SigningKey key, String why) {
    assertThatThrownBy(() -> read(path, key))
        .isInstanceOf(OwnPolicyException.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining(SECRET);
  }

  @Test
  void what_is_signed_with_the_key_is_read() throws Exception {
    SigningKey usual = key(Optional.empty(), Optional.empty());
    SigningKey named = key(Optional.of("HS256"), Optional.empty());

    assertThat(read(bundle, usual).policies())
        .extracting(PolicyInfo::id)
        .containsExactly("ACME-DATABASE");
    assertThat(read(bundle, named).policies()).isEqualTo(read(bundle, usual).policies());
  }

  @Test
  void what_is_signed_with_another_key_or_for_something_else_is_not() throws Exception {
    Path other = Files.writeString(scratch.resolve("other"), "another-secret-of-somebody-else");

    refused(
        bundle,
        new SigningKey(other, Optional.empty(), Optional.empty()),
        "`" + bundle + "`: the bundle is not trusted: its signature");
    refused(bundle, key(Optional.of("HS512"), Optional.empty()), "its signature");
    refused(bundle, key(Optional.empty(), Optional.of("prod")), "it is signed for the scope ``");
  }

  @Test
  void a_folder_has_no_signature() {
    refused(
        sources,
        key(Optional.empty(), Optional.empty()),
        "`" + sources + "` is a folder, which has no signature");
  }

  @Test
  void a_key_that_cannot_be_used_is_named() throws IOException {
    Path none = scratch.resolve("none");
    refused(
        bundle,
        new SigningKey(none, Optional.empty(), Optional.empty()),
        "the key `" + none + "` cannot be read; check that the file exists");
    refused(
        bundle,
        key(Optional.of("none"), Optional.empty()),
        "the key `" + secret + "` cannot be used: unknown signature algorithm `none`");
  }
}
