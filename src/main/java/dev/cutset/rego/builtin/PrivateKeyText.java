package dev.cutset.rego.builtin;

import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoNumber;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.spec.ECPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A private key read from DER, which can be shown as JSON web key and as Go shows its own. */
sealed interface PrivateKeyText {
  /** The fields that JSON web keys have. */
  RegoObject webKey();

  /** The fields that a key has in Go. */
  RegoValue fields();

  /** The part that may be known, encoded as in a certificate. */
  byte[] open();

  /** The keys in the blocks of a PEM text; blocks of another kind do not count. */
  static List<PrivateKeyText> readAll(String pem) {
    List<PrivateKeyText> keys = new ArrayList<>();
    for (Pem block : Pem.all(pem)) {
      PrivateKeyText key = read(block);
      if (key != null) {
        keys.add(key);
      }
    }
    return keys;
  }

  static @Nullable PrivateKeyText read(Pem block) {
    return switch (block.type()) {
      case "RSA PRIVATE KEY" -> rsa(DerNode.one(block.bytes()));
      case "EC PRIVATE KEY" -> elliptic(DerNode.one(block.bytes()), null);
      case "PRIVATE KEY" -> wrapped(DerNode.one(block.bytes()));
      default -> null;
    };
  }

  private static PrivateKeyText wrapped(DerNode node) {
    DerNode algorithm = node.child(1).expect(DerNode.SEQUENCE);
    DerNode key = DerNode.one(node.child(2).expect(DerNode.OCTETS).content());
    return switch (algorithm.child(0).dotted()) {
      case "1.2.840.113549.1.1.1" -> rsa(key);
      case "1.2.840.10045.2.1" -> elliptic(key, algorithm.child(1));
      case "1.3.101.112" -> new Edwards(key.content());
      default -> throw BuiltinException.failed("x509: PKCS#8 wrapping contained unknown key type");
    };
  }

  private static PrivateKeyText rsa(DerNode node) {
    List<DerNode> fields = node.expect(DerNode.SEQUENCE).children();
    if (fields.size() < 9) {
      throw BuiltinException.failed("x509: failed to parse private key");
    }
    return new Rsa(fields.subList(1, 9).stream().map(DerNode::integer).toList());
  }

  private static PrivateKeyText elliptic(DerNode node, @Nullable DerNode outer) {
    DerNode wrapper = node.tagged(0xA0);
    DerNode name = wrapper == null ? outer : wrapper.child(0);
    Curve curve = name == null ? null : Curve.identified(name.dotted());
    if (curve == null) {
      throw BuiltinException.failed("x509: unknown elliptic curve");
    }
    return new Elliptic(curve, new BigInteger(1, node.child(1).content()));
  }

  private static RegoString web(BigInteger number) {
    return web(JsonWebKey.unsigned(number));
  }

  private static RegoString web(byte[] bytes) {
    return new RegoString(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** A key of RSA: n, e, d, p, q, d mod p-1, d mod q-1, the inverse of q mod p. */
  record Rsa(List<BigInteger> numbers) implements PrivateKeyText {
    private static final List<String> NAMES = List.of("n", "e", "d", "p", "q", "dp", "dq", "qi");

    @Override
    public RegoObject webKey() {
      RegoObject.Builder key = RegoObject.builder().put("kty", new RegoString("RSA"));
      for (int i = 0; i < NAMES.size(); i++) {
        key.put(NAMES.get(i), web(numbers.get(i)));
      }
      return key.build();
    }

    @Override
    public RegoValue fields() {
      return RegoObject.builder()
          .put("N", number(0))
          .put("E", number(1))
          .put("D", number(2))
          .put("Primes", RegoArray.of(number(3), number(4)))
          .put(
              "Precomputed",
              RegoObject.builder()
                  .put("Dp", number(5))
                  .put("Dq", number(6))
                  .put("Qinv", number(7))
                  .put("CRTValues", RegoArray.EMPTY)
                  .build())
          .build();
    }

    private RegoNumber number(int position) {
      return RegoNumber.of(numbers.get(position));
    }

    @Override
    public byte[] open() {
      return Der.sequence(Der.integer(numbers.get(0)), Der.integer(numbers.get(1)));
    }
  }

  /** A key on an elliptic curve. */
  record Elliptic(Curve curve, BigInteger number) implements PrivateKeyText {
    private ECPoint point() {
      try {
        return curve.multiple(number);
      } catch (GeneralSecurityException e) {
        throw BuiltinException.failed(String.valueOf(e.getMessage()));
      }
    }

    @Override
    public RegoObject webKey() {
      ECPoint point = point();
      return RegoObject.builder()
          .put("kty", new RegoString("EC"))
          .put("crv", new RegoString(curve.title()))
          .put("x", web(curve.padded(point.getAffineX())))
          .put("y", web(curve.padded(point.getAffineY())))
          .put("d", web(curve.padded(number)))
          .build();
    }

    @Override
    public RegoValue fields() {
      ECPoint point = point();
      return RegoObject.builder()
          .put("Curve", RegoObject.EMPTY)
          .put("X", RegoNumber.of(point.getAffineX()))
          .put("Y", RegoNumber.of(point.getAffineY()))
          .put("D", RegoNumber.of(number))
          .build();
    }

    @Override
    public byte[] open() {
      ECPoint point = point();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.write(4);
      bytes.writeBytes(curve.padded(point.getAffineX()));
      bytes.writeBytes(curve.padded(point.getAffineY()));
      return bytes.toByteArray();
    }
  }

  /** A key of Ed25519. */
  record Edwards(byte[] seed) implements PrivateKeyText {
    @Override
    public RegoObject webKey() {
      return RegoObject.builder()
          .put("kty", new RegoString("OKP"))
          .put("crv", new RegoString("Ed25519"))
          .put("x", web(open()))
          .put("d", web(seed))
          .build();
    }

    @Override
    public RegoValue fields() {
      byte[] both = Arrays.copyOf(seed, 64);
      System.arraycopy(open(), 0, both, 32, 32);
      return DerNode.base64(both);
    }

    @Override
    public byte[] open() {
      try {
        return KeyMaterial.edwardsOpen(seed);
      } catch (GeneralSecurityException e) {
        throw BuiltinException.failed(String.valueOf(e.getMessage()));
      }
    }
  }
}
