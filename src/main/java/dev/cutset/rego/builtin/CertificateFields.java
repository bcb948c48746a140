package dev.cutset.rego.builtin;

import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoNull;
import dev.cutset.rego.RegoNumber;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Certificates, and requests for them, as the fields that they have in Go. */
final class CertificateFields {
  private static final String EXTENSION_REQUEST = "1.2.840.113549.1.9.14";

  private CertificateFields() {}

  static RegoObject certificate(byte[] der) {
    try {
      return certificate(DerNode.one(der));
    } catch (BuiltinException e) {
      String message = String.valueOf(e.getMessage());
      throw message.startsWith("x509: ")
          ? e
          : BuiltinException.failed("x509: malformed certificate");
    }
  }

  private static RegoObject certificate(DerNode whole) {
    RegoObject.Builder fields = RegoObject.builder();
    DerNode body = whole.expect(DerNode.SEQUENCE).child(0).expect(DerNode.SEQUENCE);
    List<DerNode> parts = new ArrayList<>(body.children());
    BigInteger version = BigInteger.ONE;
    if (!parts.isEmpty() && parts.get(0).tag() == 0xA0) {
      version = parts.remove(0).child(0).integer().add(BigInteger.ONE);
    }
    if (parts.size() < 6) {
      throw DerNode.malformed();
    }
    fields.put("Version", RegoNumber.of(version));
    fields.put("SerialNumber", RegoNumber.of(parts.get(0).integer()));
    fields.put("Issuer", CertificateName.fields(parts.get(2)));
    fields.put("RawIssuer", raw(parts.get(2)));
    fields.put("NotBefore", parts.get(3).child(0).time());
    fields.put("NotAfter", parts.get(3).child(1).time());
    fields.put("RawTBSCertificate", raw(body));
    common(fields, whole, parts.get(4), parts.get(5));
    DerNode extensions = body.tagged(0xA3);
    new CertificateExtensions(extensions == null ? null : extensions.child(0)).addTo(fields);
    return fields.build();
  }

  private static void common(
      RegoObject.Builder fields, DerNode whole, DerNode subject, DerNode key) {
    fields.put("Raw", raw(whole));
    fields.put("Subject", CertificateName.fields(subject));
    fields.put("RawSubject", raw(subject));
    fields.put("RawSubjectPublicKeyInfo", raw(key));
    fields.put("PublicKeyAlgorithm", CertificateKey.algorithm(key));
    fields.put("PublicKey", CertificateKey.fields(key));
    fields.put("SignatureAlgorithm", CertificateKey.signature(whole.child(1)));
    fields.put("Signature", DerNode.base64(whole.child(2).expect(DerNode.BITS).bits()));
  }

  private static RegoValue raw(DerNode node) {
    return DerNode.base64(node.raw());
  }

  static RegoObject request(byte[] der) {
    DerNode whole = DerNode.one(der).expect(DerNode.SEQUENCE);
    DerNode body = whole.child(0).expect(DerNode.SEQUENCE);
    RegoObject.Builder fields = RegoObject.builder();
    fields.put("Version", RegoNumber.of(body.child(0).expect(DerNode.INTEGER).integer()));
    fields.put("RawTBSCertificateRequest", raw(body));
    common(fields, whole, body.child(1), body.child(2));
    DerNode attributes = body.tagged(0xA0);
    DerNode asked = null;
    List<RegoValue> shown = new ArrayList<>();
    if (attributes != null) {
      for (DerNode attribute : attributes.children()) {
        RegoValue values = attributeValues(attribute);
        if (values != null) {
          shown.add(CertificateName.pair(attribute.child(0), values));
        }
        if (attribute.child(0).dotted().equals(EXTENSION_REQUEST)) {
          asked = attribute.child(1).child(0);
        }
      }
    }
    fields.put("Attributes", shown.isEmpty() ? RegoNull.NULL : RegoArray.of(shown));
    CertificateExtensions extensions = new CertificateExtensions(asked);
    for (String name : List.of("Extensions", "DNSNames", "EmailAddresses", "IPAddresses", "URIs")) {
      fields.put(name, extensions.list(name));
    }
    return fields.put("ExtraExtensions", RegoNull.NULL).build();
  }

  /** The values of an attribute if they are lists of names with values, else null. */
  private static @Nullable RegoValue attributeValues(DerNode attribute) {
    List<RegoValue> sets = new ArrayList<>();
    for (DerNode set : attribute.child(1).expect(DerNode.SET).children()) {
      if (set.tag() != DerNode.SEQUENCE) {
        return null;
      }
      List<RegoValue> pairs = new ArrayList<>();
      for (DerNode pair : set.children()) {
        if (pair.tag() != DerNode.SEQUENCE || pair.children().size() < 2) {
          return null;
        }
        pairs.add(CertificateName.pair(pair.child(0), CertificateName.value(pair.child(1))));
      }
      sets.add(RegoArray.of(pairs));
    }
    return RegoArray.of(sets);
  }
}
