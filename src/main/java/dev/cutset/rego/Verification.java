package dev.cutset.rego;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a bundle must be signed with to be taken: all of it, or nothing is.
 *
 * @param keys the keys that are trusted, by id
 * @param keyId the key that must have signed; else the one that the signature names
 * @param scope the scope that must have been signed; else that of the key, else none
 * @param excluded patterns of paths that need no signature; {@code *} and {@code ?} stand for
 *     characters other than a slash
 */
public record Verification(
    Map<String, Key> keys, Optional<String> keyId, Optional<String> scope, List<String> excluded) {
  /** What {@code opa build} and {@code opa sign} call a key if nothing else is said. */
  public static final String DEFAULT_KEY = "default";

  private static final Set<String> ALGORITHMS =
      Set.of(
          "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "HS256",
          "HS384", "HS512");

  public Verification {
    keys = Map.copyOf(keys);
    excluded = List.copyOf(excluded);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("no keys to verify with");
    }
  }

  /**
   * A key to verify with. What it is shows in no message.
   *
   * @param algorithm what it is for, such as {@code RS256}; what a signature says of itself does
   *     not count
   * @param content a public key or certificate in PEM, or for HS256 and its like the secret
   * @param scope the scope that it signs for, if it is for one only
   */
  public record Key(String algorithm, String content, Optional<String> scope) {
    public Key {
      if (!isAlgorithm(algorithm)) {
        throw new IllegalArgumentException("unknown signature algorithm `" + algorithm + "`");
      }
      if (content.isEmpty()) {
        throw new IllegalArgumentException("an empty key");
      }
    }

    /**
     * A key for what its kind is usually for: RS256 with RSA, ES256 and its like with a curve,
     * HS256 with a secret.
     */
    public static Key usual(String content, Optional<String> scope) {
      return new Key(KeyKind.algorithm(content), content, scope);
    }

    @Override
    public String toString() {
      return "Key[" + algorithm + "]";
    }
  }

  /** Whether signatures can be verified by it. */
  public static boolean isAlgorithm(String name) {
    return ALGORITHMS.contains(name);
  }

  /** One key, by whatever name a signature calls it. */
  public static Verification with(Key key) {
    return new Verification(
        Map.of(DEFAULT_KEY, key), Optional.of(DEFAULT_KEY), Optional.empty(), List.of());
  }

  boolean isExcluded(String path) {
    return excluded.stream().anyMatch(pattern -> regex(pattern).matcher(path).matches());
  }

  private static Pattern regex(String glob) {
    StringBuilder regex = new StringBuilder();
    for (int c : glob.codePoints().toArray()) {
      switch (c) {
        case '*' -> regex.append("[^/]*");
        case '?' -> regex.append("[^/]");
        default -> regex.append(Pattern.quote(Character.toString(c)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
