package dev.cutset.rego.builtin;

import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A key as JSON writes it, alone or in a set. */
final class JsonWebKey {
  /** What the standards name, beside what tokens can be signed with. */
  private static final Set<String> OTHER_ALGORITHMS =
      Set.of(
          "none",
          "ES256K",
          "Ed25519",
          "RSA1_5",
          "RSA-OAEP",
          "RSA-OAEP-256",
          "RSA-OAEP-384",
          "RSA-OAEP-512",
          "A128KW",
          "A192KW",
          "A256KW",
          "A128GCMKW",
          "A192GCMKW",
          "A256GCMKW",
          "dir",
          "ECDH-ES",
          "ECDH-ES+A128KW",
          "ECDH-ES+A192KW",
          "ECDH-ES+A256KW",
          "PBES2-HS256+A128KW",
          "PBES2-HS384+A192KW",
          "PBES2-HS512+A256KW");

  private final RegoObject fields;

  private JsonWebKey(RegoObject fields) {
    this.fields = fields;
  }

  /** The keys of a text: those of a set, or the one that it is. */
  static List<TokenKey> readAll(String json) {
    RegoValue value;
    try {
      value = RegoValue.parse(json);
    } catch (IllegalArgumentException e) {
      throw invalid(String.valueOf(e.getMessage()));
    }
    if (!(value instanceof RegoObject object)) {
      throw invalid("the text is no object");
    }
    if (!(object.get("keys") instanceof RegoArray set)) {
      return List.of(new JsonWebKey(object).read());
    }
    List<TokenKey> keys = new ArrayList<>();
    for (RegoValue each : set) {
      if (!(each instanceof RegoObject key)) {
        throw invalid("a key of the set is no object");
      }
      keys.add(new JsonWebKey(key).read());
    }
    return keys;
  }

  private static BuiltinException invalid(String message) {
    return BuiltinException.failed("jwk.Parse: " + message);
  }

  private TokenKey read() {
    String algorithm = text("alg");
    if (!algorithm.isEmpty()
        && !TokenAlgorithm.isKnown(algorithm)
        && !OTHER_ALGORITHMS.contains(algorithm)) {
      throw invalid("failed to decode value for key alg: invalid key algorithm");
    }
    try {
      TokenKey key =
          switch (text("kty")) {
            case "oct" -> TokenKey.secret(bytes("k"));
            case "RSA" -> rsa();
            case "EC" -> elliptic();
            case "OKP" -> edwards();
            default -> throw invalid("invalid key type from JSON (" + text("kty") + ")");
          };
      return key.named(algorithm, text("kid"));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw invalid("key validation failed: " + e.getMessage());
    }
  }

  private TokenKey rsa() throws GeneralSecurityException {
    BigInteger modulus = number("n");
    BigInteger exponent = number("e");
    if (!has("d")) {
      return TokenKey.verifying(KeyMaterial.rsa(modulus, exponent));
    }
    return TokenKey.signing(
        KeyMaterial.rsa(modulus, exponent),
        has("p") && has("q")
            ? KeyMaterial.rsaPrivate(exponent, number("d"), number("p"), number("q"))
            : KeyMaterial.rsaPrivate(modulus, number("d")));
  }

  private TokenKey elliptic() throws GeneralSecurityException {
    Curve curve = Curve.named(text("crv"));
    if (curve == null) {
      throw invalid("unknown EllipticCurveAlgorithm: \"" + text("crv") + "\"");
    }
    for (String name : List.of("x", "y")) {
      if (bytes(name).length != curve.size()) {
        throw invalid("invalid \"" + name + "\" length for curve \"" + text("crv") + "\"");
      }
    }
    var open = curve.publicKey(number("x"), number("y"));
    return has("d")
        ? TokenKey.signing(open, curve.privateKey(number("d")))
        : TokenKey.verifying(open);
  }

  private TokenKey edwards() throws GeneralSecurityException {
    String curve = text("crv");
    if (!curve.equals("Ed25519") && !curve.equals("X25519")) {
      throw invalid("unknown EllipticCurveAlgorithm: \"" + curve + "\"");
    }
    byte[] open = bytes("x");
    if (open.length != 32) {
      throw invalid("wrong public key size");
    }
    if (curve.equals("X25519")) {
      // Such a key cannot sign: it only takes its place in a set.
      return TokenKey.useless();
    }
    return has("d")
        ? TokenKey.signing(KeyMaterial.edwards(open), KeyMaterial.edwardsPrivate(bytes("d")))
        : TokenKey.verifying(KeyMaterial.edwards(open));
  }

  private boolean has(String name) {
    return fields.get(name) != null;
  }

  private String text(String name) {
    RegoValue value = fields.get(name);
    if (value == null) {
      return "";
    } else if (value instanceof RegoString text) {
      return text.value();
    }
    throw invalid("failed to decode value for key " + name + ": not a text");
  }

  private BigInteger number(String name) {
    return new BigInteger(1, bytes(name));
  }

  /** The bytes of a field, in either variant of base64. */
  private byte[] bytes(String name) {
    String text = text(name);
    if (text.isEmpty()) {
      throw invalid("required field " + name + " is missing");
    }
    String plain = text.replace('+', '-').replace('/', '_').replaceAll("=+$", "");
    return Base64.getUrlDecoder().decode(plain);
  }

  /** The bytes of a number that is not negative, without leading zeros. */
  static byte[] unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return bytes.length > 1 && bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  /** The value of a field for a number. */
  static @Nullable String encode(BigInteger number) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned(number));
  }
}
