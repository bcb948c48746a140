package dev.cutset.rego.builtin;

import dev.cutset.rego.BuiltinException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The algorithms that tokens are signed with. */
enum TokenAlgorithm {
  RS256,
  RS384,
  RS512,
  PS256,
  PS384,
  PS512,
  ES256,
  ES384,
  ES512,
  HS256,
  HS384,
  HS512,
  EDDSA;

  /** RSA keys that are shorter do not count as safe. */
  private static final int SHORTEST_RSA = 1024;

  static @Nullable TokenAlgorithm named(String name) {
    for (TokenAlgorithm algorithm : values()) {
      if (algorithm.title().equals(name)) {
        return algorithm;
      }
    }
    return null;
  }

  static boolean isKnown(String name) {
    return named(name) != null;
  }

  String title() {
    return this == EDDSA ? "EdDSA" : name();
  }

  private String hash() {
    return "SHA" + name().substring(2);
  }

  private String kind() {
    return name().substring(0, 2);
  }

  /** Whether a pair's open key verifies the signature, which may say its two numbers at length. */
  boolean verify(@Nullable PublicKey key, byte[] message, byte[] signature) {
    try {
      return switch (kind()) {
        case "RS" -> key instanceof RSAPublicKey rsa && isSafe(rsa) && rs(rsa, message, signature);
        case "PS" ->
            key instanceof RSAPublicKey rsa
                && isSafe(rsa)
                && SaltedSignature.verify(rsa, hash(), message, signature);
        case "ES" -> key instanceof ECPublicKey ec && es(ec, message, signature);
        case "ED" -> key instanceof EdECPublicKey && check("Ed25519", key, message, signature);
        default -> false;
      };
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** Whether a key of any kind verifies the signature, which must have the one right length. */
  boolean verifyStrictly(TokenKey key, byte[] message, byte[] signature) {
    if (kind().equals("HS")) {
      return key.secret() != null && MessageDigest.isEqual(signature, mac(key.secret(), message));
    } else if (kind().equals("ES")) {
      Curve curve = key.open() instanceof ECPublicKey ec ? Curve.of(ec) : null;
      return curve != null
          && signature.length == 2 * curve.size()
          && verify(key.open(), message, signature);
    } else if (kind().equals("PS")) {
      return key.open() instanceof RSAPublicKey rsa
          && isSafe(rsa)
          && pssOfUsualSalt(rsa, message, signature);
    }
    return verify(key.open(), message, signature);
  }

  private static boolean isSafe(RSAPublicKey key) {
    return key.getModulus().bitLength() >= SHORTEST_RSA;
  }

  private boolean rs(RSAPublicKey key, byte[] message, byte[] signature)
      throws GeneralSecurityException {
    return check(hash() + "withRSA", key, message, signature);
  }

  private boolean es(ECPublicKey key, byte[] message, byte[] signature)
      throws GeneralSecurityException {
    int half = signature.length / 2;
    BigInteger first = new BigInteger(1, Arrays.copyOfRange(signature, 0, half));
    BigInteger second = new BigInteger(1, Arrays.copyOfRange(signature, half, signature.length));
    byte[] der = Der.sequence(Der.integer(first), Der.integer(second));
    return check(hash() + "withECDSA", key, message, der);
  }

  private boolean pssOfUsualSalt(RSAPublicKey key, byte[] message, byte[] signature) {
    try {
      Signature check = pss();
      check.initVerify(key);
      check.update(message);
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private Signature pss() throws GeneralSecurityException {
    String hash = "SHA-" + name().substring(2);
    Signature signature = Signature.getInstance("RSASSA-PSS");
    signature.setParameter(
        new PSSParameterSpec(
            hash,
            "MGF1",
            new MGF1ParameterSpec(hash),
            Integer.parseInt(name().substring(2)) / 8,
            1));
    return signature;
  }

  private static boolean check(String algorithm, PublicKey key, byte[] message, byte[] signature)
      throws GeneralSecurityException {
    Signature check = Signature.getInstance(algorithm);
    check.initVerify(key);
    check.update(message);
    return check.verify(signature);
  }

  byte[] mac(byte[] secret, byte[] message) {
    try {
      Mac mac = Mac.getInstance("Hmac" + hash());
      // An empty key is refused by Java; a single zero byte is the same key to the algorithm.
      mac.init(new SecretKeySpec(secret.length == 0 ? new byte[1] : secret, mac.getAlgorithm()));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw BuiltinException.failed(String.valueOf(e.getMessage()));
    }
  }

  byte[] sign(TokenKey key, byte[] message) {
    if (kind().equals("HS")) {
      if (key.secret() == null) {
        throw wrongKey("[]byte");
      }
      return mac(key.secret(), message);
    }
    try {
      Signature signature = signature(key);
      signature.initSign(key.hidden());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw BuiltinException.failed(String.valueOf(e.getMessage()));
    }
  }

  private Signature signature(TokenKey key) throws GeneralSecurityException {
    PrivateKey hidden = key.hidden();
    boolean rsa = hidden != null && key.open() instanceof RSAPublicKey;
    return switch (kind()) {
      case "RS", "PS" -> {
        if (!rsa) {
          throw wrongKey("*rsa.PrivateKey");
        }
        yield kind().equals("PS") ? pss() : Signature.getInstance(hash() + "withRSA");
      }
      case "ES" -> {
        if (!(hidden instanceof ECPrivateKey)) {
          throw wrongKey("*ecdsa.PrivateKey");
        }
        yield Signature.getInstance(hash() + "withECDSAinP1363Format");
      }
      default -> {
        if (hidden == null || !(key.open() instanceof EdECPublicKey)) {
          throw wrongKey("ed25519.PrivateKey");
        }
        yield Signature.getInstance("Ed25519");
      }
    };
  }

  private static BuiltinException wrongKey(String wanted) {
    return BuiltinException.failed("jwsbb.Sign: invalid key type. " + wanted + " is required");
  }
}
