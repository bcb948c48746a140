package dev.cutset.rego.builtin;

import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.RegoNull;
import dev.cutset.rego.RegoNumber;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoValue;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;

/** The key that a certificate is about, and the names of algorithms as Go counts them. */
final class CertificateKey {
  private static final Map<String, Integer> KEYS =
      Map.of(
          "1.2.840.113549.1.1.1", 1,
          "1.2.840.10040.4.1", 2,
          "1.2.840.10045.2.1", 3,
          "1.3.101.112", 4);
  private static final Map<String, Integer> SIGNATURES =
      Map.ofEntries(
          Map.entry("1.2.840.113549.1.1.4", 2),
          Map.entry("1.2.840.113549.1.1.5", 3),
          Map.entry("1.3.14.3.2.29", 3),
          Map.entry("1.2.840.113549.1.1.11", 4),
          Map.entry("1.2.840.113549.1.1.12", 5),
          Map.entry("1.2.840.113549.1.1.13", 6),
          Map.entry("1.2.840.10040.4.3", 7),
          Map.entry("2.16.840.1.101.3.4.3.2", 8),
          Map.entry("1.2.840.10045.4.1", 9),
          Map.entry("1.2.840.10045.4.3.2", 10),
          Map.entry("1.2.840.10045.4.3.3", 11),
          Map.entry("1.2.840.10045.4.3.4", 12),
          Map.entry("1.3.101.112", 16));
  private static final Map<String, Integer> SALTED =
      Map.of(
          "2.16.840.1.101.3.4.2.1", 13,
          "2.16.840.1.101.3.4.2.2", 14,
          "2.16.840.1.101.3.4.2.3", 15);

  private CertificateKey() {}

  static RegoNumber algorithm(DerNode info) {
    return RegoNumber.of(KEYS.getOrDefault(info.child(0).child(0).dotted(), 0));
  }

  static RegoNumber signature(DerNode algorithm) {
    String name = algorithm.child(0).dotted();
    if (!name.equals("1.2.840.113549.1.1.10")) {
      return RegoNumber.of(SIGNATURES.getOrDefault(name, 0));
    }
    DerNode hash = algorithm.child(1).tagged(0xA0);
    String hashName = hash == null ? "" : hash.child(0).child(0).dotted();
    return RegoNumber.of(SALTED.getOrDefault(hashName, 0));
  }

  static RegoValue fields(DerNode info) {
    byte[] bits = info.child(1).expect(DerNode.BITS).bits();
    return switch (info.child(0).child(0).dotted()) {
      case "1.2.840.113549.1.1.1" -> rsa(DerNode.one(bits));
      case "1.2.840.10045.2.1" -> elliptic(info.child(0).child(1), bits);
      case "1.3.101.112" -> DerNode.base64(bits);
      case "1.2.840.10040.4.1" -> dsa(info.child(0).child(1), DerNode.one(bits));
      default -> RegoNull.NULL;
    };
  }

  private static RegoValue rsa(DerNode key) {
    return RegoObject.builder()
        .put("N", RegoNumber.of(key.child(0).integer()))
        .put("E", RegoNumber.of(key.child(1).integer()))
        .build();
  }

  private static RegoValue dsa(DerNode parameters, DerNode key) {
    return RegoObject.builder()
        .put("P", RegoNumber.of(parameters.child(0).integer()))
        .put("Q", RegoNumber.of(parameters.child(1).integer()))
        .put("G", RegoNumber.of(parameters.child(2).integer()))
        .put("Y", RegoNumber.of(key.integer()))
        .build();
  }

  private static RegoValue elliptic(DerNode name, byte[] point) {
    if (Curve.identified(name.dotted()) == null) {
      throw BuiltinException.failed("x509: unsupported elliptic curve");
    }
    if (point.length % 2 == 0 || point[0] != 4) {
      throw BuiltinException.failed("x509: failed to unmarshal elliptic curve point");
    }
    int half = point.length / 2;
    return RegoObject.builder()
        .put("Curve", RegoObject.EMPTY)
        .put("X", coordinate(Arrays.copyOfRange(point, 1, half + 1)))
        .put("Y", coordinate(Arrays.copyOfRange(point, half + 1, point.length)))
        .build();
  }

  private static RegoNumber coordinate(byte[] bytes) {
    return RegoNumber.of(new BigInteger(1, bytes));
  }
}
