package dev.cutset.rego.builtin;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPrivateKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;

/** Keys out of the numbers and bytes that make them. */
final class KeyMaterial {
  private KeyMaterial() {}

  static PublicKey rsa(BigInteger modulus, BigInteger exponent) throws GeneralSecurityException {
    return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
  }

  static PrivateKey rsaPrivate(BigInteger modulus, BigInteger exponent)
      throws GeneralSecurityException {
    return KeyFactory.getInstance("RSA").generatePrivate(new RSAPrivateKeySpec(modulus, exponent));
  }

  static PrivateKey rsaPrivate(BigInteger open, BigInteger hidden, BigInteger p, BigInteger q)
      throws GeneralSecurityException {
    return KeyFactory.getInstance("RSA")
        .generatePrivate(
            new RSAPrivateCrtKeySpec(
                p.multiply(q),
                open,
                hidden,
                p,
                q,
                hidden.mod(p.subtract(BigInteger.ONE)),
                hidden.mod(q.subtract(BigInteger.ONE)),
                q.modInverse(p)));
  }

  /** A key of Ed25519 out of its 32 bytes, the lowest first and the sign of x in the last. */
  static PublicKey edwards(byte[] bytes) throws GeneralSecurityException {
    byte[] big = reversed(bytes);
    boolean odd = (big[0] & 0x80) != 0;
    big[0] &= 0x7F;
    return KeyFactory.getInstance("Ed25519")
        .generatePublic(
            new EdECPublicKeySpec(
                NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, big))));
  }

  static PrivateKey edwardsPrivate(byte[] bytes) throws GeneralSecurityException {
    return KeyFactory.getInstance("Ed25519")
        .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, bytes));
  }

  /** The 32 bytes that go with the seed of a key of Ed25519. */
  static byte[] edwardsOpen(byte[] seed) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
    generator.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
    EdECPublicKey key = (EdECPublicKey) generator.generateKeyPair().getPublic();
    byte[] y = JsonWebKey.unsigned(key.getPoint().getY());
    byte[] big = new byte[32];
    System.arraycopy(y, 0, big, big.length - y.length, y.length);
    big[0] |= (byte) (key.getPoint().isXOdd() ? 0x80 : 0);
    return reversed(big);
  }

  /** Hands out given bytes, where a generator wants random ones. */
  private static final class Fixed extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] bytes;

    Fixed(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    @Override
    public void nextBytes(byte[] target) {
      System.arraycopy(bytes, 0, target, 0, target.length);
    }
  }

  static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }

  /** The key in a block of the type PUBLIC KEY, which says of what kind it is. */
  static PublicKey read(byte[] der) throws GeneralSecurityException {
    for (String kind : List.of("RSA", "EC", "EdDSA", "DSA", "XDH")) {
      try {
        return KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(der));
      } catch (InvalidKeySpecException e) {
        // Of another kind, perhaps.
      }
    }
    throw new InvalidKeySpecException("x509: failed to parse public key");
  }
}
