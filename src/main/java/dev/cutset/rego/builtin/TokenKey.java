package dev.cutset.rego.builtin;

import java.security.PrivateKey;
import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/**
 * A key that tokens are signed or verified with.
 *
 * @param algorithm what it is for; empty is anything
 * @param id its name among others; empty is none
 * @param open what verifies, with a pair of keys
 * @param hidden what signs, with a pair of keys
 * @param secret what does both, where there is one for both
 */
record TokenKey(
    String algorithm,
    String id,
    @Nullable PublicKey open,
    @Nullable PrivateKey hidden,
    byte @Nullable [] secret) {

  static TokenKey verifying(PublicKey open) {
    return new TokenKey("", "", open, null, null);
  }

  static TokenKey signing(PublicKey open, PrivateKey hidden) {
    return new TokenKey("", "", open, hidden, null);
  }

  static TokenKey secret(byte[] secret) {
    return new TokenKey("", "", null, null, secret);
  }

  static TokenKey useless() {
    return new TokenKey("", "", null, null, null);
  }

  TokenKey named(String newAlgorithm, String newId) {
    return new TokenKey(newAlgorithm, newId, open, hidden, secret);
  }

  /** What verifies, unless the key was given with the part that signs. */
  @Nullable PublicKey onlyOpen() {
    return hidden == null ? open : null;
  }
}
