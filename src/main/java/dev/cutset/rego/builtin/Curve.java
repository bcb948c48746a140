package dev.cutset.rego.builtin;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import org.jspecify.annotations.Nullable;

/** The elliptic curves that signatures use. */
enum Curve {
  P256("P-256", "secp256r1", "1.2.840.10045.3.1.7", 256),
  P384("P-384", "secp384r1", "1.3.132.0.34", 384),
  P521("P-521", "secp521r1", "1.3.132.0.35", 521);

  private final String title;
  private final String name;
  private final String identifier;
  private final int bits;

  Curve(String title, String name, String identifier, int bits) {
    this.title = title;
    this.name = name;
    this.identifier = identifier;
    this.bits = bits;
  }

  static @Nullable Curve named(String title) {
    for (Curve curve : values()) {
      if (curve.title.equals(title)) {
        return curve;
      }
    }
    return null;
  }

  /** The curve with that object identifier, or null. */
  static @Nullable Curve identified(String identifier) {
    for (Curve curve : values()) {
      if (curve.identifier.equals(identifier)) {
        return curve;
      }
    }
    return null;
  }

  /** The curve that a key is of, or null for one that is not here. */
  static @Nullable Curve of(ECKey key) {
    int size = key.getParams().getCurve().getField().getFieldSize();
    for (Curve curve : values()) {
      if (curve.bits == size) {
        return curve;
      }
    }
    return null;
  }

  String title() {
    return title;
  }

  /** How many bytes a coordinate takes. */
  int size() {
    return (bits + 7) / 8;
  }

  ECParameterSpec parameters() throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(name));
    return parameters.getParameterSpec(ECParameterSpec.class);
  }

  PublicKey publicKey(BigInteger x, BigInteger y) throws GeneralSecurityException {
    ECParameterSpec parameters = parameters();
    BigInteger prime = ((ECFieldFp) parameters.getCurve().getField()).getP();
    BigInteger right =
        x.pow(3)
            .add(parameters.getCurve().getA().multiply(x))
            .add(parameters.getCurve().getB())
            .mod(prime);
    if (!y.pow(2).mod(prime).equals(right)) {
      throw new GeneralSecurityException("the point is not on the curve " + title);
    }
    return KeyFactory.getInstance("EC")
        .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), parameters));
  }

  PrivateKey privateKey(BigInteger number) throws GeneralSecurityException {
    return KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(number, parameters()));
  }

  /** A coordinate or private number at the length that all of the curve have. */
  byte[] padded(BigInteger number) {
    byte[] bytes = JsonWebKey.unsigned(number);
    byte[] padded = new byte[size()];
    System.arraycopy(bytes, 0, padded, padded.length - bytes.length, bytes.length);
    return padded;
  }

  /** The point that belongs to a private number; not made to keep the number secret. */
  ECPoint multiple(BigInteger number) throws GeneralSecurityException {
    ECParameterSpec parameters = parameters();
    BigInteger prime = ((ECFieldFp) parameters.getCurve().getField()).getP();
    BigInteger a = parameters.getCurve().getA();
    ECPoint sum = ECPoint.POINT_INFINITY;
    for (int bit = number.bitLength() - 1; bit >= 0; bit--) {
      sum = sum(sum, sum, a, prime);
      if (number.testBit(bit)) {
        sum = sum(sum, parameters.getGenerator(), a, prime);
      }
    }
    return sum;
  }

  private static ECPoint sum(ECPoint left, ECPoint right, BigInteger a, BigInteger prime) {
    if (left.equals(ECPoint.POINT_INFINITY)) {
      return right;
    }
    if (right.equals(ECPoint.POINT_INFINITY)) {
      return left;
    }
    BigInteger rise;
    BigInteger run;
    if (left.equals(right)) {
      rise = left.getAffineX().pow(2).multiply(BigInteger.valueOf(3)).add(a);
      run = left.getAffineY().shiftLeft(1);
    } else {
      rise = right.getAffineY().subtract(left.getAffineY());
      run = right.getAffineX().subtract(left.getAffineX());
    }
    if (run.mod(prime).signum() == 0) {
      return ECPoint.POINT_INFINITY;
    }
    BigInteger slope = rise.multiply(run.modInverse(prime)).mod(prime);
    BigInteger x = slope.pow(2).subtract(left.getAffineX()).subtract(right.getAffineX()).mod(prime);
    BigInteger y = slope.multiply(left.getAffineX().subtract(x)).subtract(left.getAffineY());
    return new ECPoint(x, y.mod(prime));
  }
}
