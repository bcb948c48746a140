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
  P256("P-256", "secp256r1", 256),
  P384("P-384", "secp384r1", 384),
  P521("P-521", "secp521r1", 521);

  private final String title;
  private final String name;
  private final int bits;

  Curve(String title, String name, int bits) {
    this.title = title;
    this.name = name;
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
}
