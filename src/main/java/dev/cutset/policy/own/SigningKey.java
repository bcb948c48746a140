package dev.cutset.policy.own;

import dev.cutset.rego.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What policies must be signed with, so that somebody answers for them.
 *
 * @param file a public key or certificate in PEM, or a secret
 * @param algorithm what the key is for, such as {@code PS256}; else what its kind is usually for
 * @param scope the scope that must have been signed
 */
public record SigningKey(Path file, Optional<String> algorithm, Optional<String> scope) {

  Verification verification() throws OwnPolicyException {
    String content;
    try {
      content = Files.readString(file);
    } catch (IOException e) {
      throw new OwnPolicyException(
          "the key `" + file + "` cannot be read; check that the file exists and may be read", e);
    }
    try {
      return Verification.with(
          algorithm.isPresent()
              ? new Verification.Key(algorithm.get(), content, scope)
              : Verification.Key.usual(content, scope));
    } catch (IllegalArgumentException e) {
      throw new OwnPolicyException(
          "the key `"
              + file
              + "` cannot be used: "
              + e.getMessage()
              + "; name a public key in PEM, or a secret",
          e);
    }
  }
}
