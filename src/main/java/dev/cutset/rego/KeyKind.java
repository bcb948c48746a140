package dev.cutset.rego;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what a key is usually for from what it is. */
final class KeyKind {
  private static final String BEGIN = "-----BEGIN ";
  private static final Pattern OPEN =
      Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");

  private KeyKind() {}

  static String algorithm(String content) {
    if (!content.contains(BEGIN)) {
      return "HS256";
    }
    if (content.contains(BEGIN + "RSA PUBLIC KEY")) {
      return "RS256";
    }
    try {
      return algorithm(key(content));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException("it holds no public key that can be read", e);
    }
  }

  private static String algorithm(PublicKey key) throws GeneralSecurityException {
    if (!(key instanceof ECPublicKey curve)) {
      return "RS256";
    }
    return switch (curve.getParams().getOrder().bitLength()) {
      case 256 -> "ES256";
      case 384 -> "ES384";
      case 521 -> "ES512";
      default -> throw new InvalidKeySpecException("another curve");
    };
  }

  private static PublicKey key(String content) throws GeneralSecurityException {
    if (content.contains(BEGIN + "CERTIFICATE")) {
      byte[] pem = content.getBytes(StandardCharsets.UTF_8);
      return CertificateFactory.getInstance("X.509")
          .generateCertificate(new ByteArrayInputStream(pem))
          .getPublicKey();
    }
    Matcher open = OPEN.matcher(content);
    if (!open.find()) {
      throw new InvalidKeySpecException("no public key");
    }
    byte[] der = Base64.getMimeDecoder().decode(open.group(1));
    for (String kind : List.of("RSA", "EC")) {
      try {
        return KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(der));
      } catch (InvalidKeySpecException e) {
        // Of the other kind, perhaps.
      }
    }
    throw new InvalidKeySpecException("another kind of key");
  }
}
