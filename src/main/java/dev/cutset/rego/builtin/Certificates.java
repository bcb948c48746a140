package dev.cutset.rego.builtin;

import dev.cutset.rego.Builtin;
import dev.cutset.rego.BuiltinContext;
import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.Notation;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoBoolean;
import dev.cutset.rego.RegoNull;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builtins with certificates and keys. */
final class Certificates {
  private static final String BEGIN = "-----BEGIN";
  private static final RegoArray REFUSED = RegoArray.of(RegoBoolean.FALSE, RegoArray.EMPTY);

  private Certificates() {}

  static @Nullable Builtin find(String name) {
    return switch (name) {
      case "crypto.x509.parse_certificates" ->
          (context, x) -> fields(certificates(Operands.text(x, 0)), true);
      case "crypto.x509.parse_and_verify_certificates" ->
          (context, x) -> verify(context, Operands.text(x, 0), RegoObject.EMPTY, true);
      case "crypto.x509.parse_and_verify_certificates_with_options" ->
          (context, x) -> verify(context, Operands.text(x, 0), Operands.object(x, 1), false);
      case "crypto.x509.parse_certificate_request" -> (context, x) -> request(Operands.text(x, 0));
      case "crypto.x509.parse_keypair" ->
          (context, x) -> pair(Operands.text(x, 0), Operands.text(x, 1));
      case "crypto.x509.parse_rsa_private_key" -> (context, x) -> webKey(Operands.text(x, 0));
      case "crypto.parse_private_keys" -> (context, x) -> privateKeys(Operands.text(x, 0));
      default -> null;
    };
  }

  private static RegoArray fields(List<byte[]> certificates, boolean extended) {
    List<RegoValue> all = new ArrayList<>();
    for (byte[] certificate : certificates) {
      RegoObject fields = CertificateFields.certificate(certificate);
      all.add(extended ? fields : without(fields, "URIStrings"));
    }
    return RegoArray.of(all);
  }

  private static RegoObject without(RegoObject object, String name) {
    RegoObject.Builder copy = RegoObject.builder();
    object.forEach(
        (key, value) -> {
          if (!Notation.plain(key).equals(name)) {
            copy.put(key, value);
          }
        });
    return copy.build();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** The certificates of a text: PEM, or PEM or DER in base64. */
  private static List<byte[]> certificates(String text) {
    byte[] bytes;
    if (text.startsWith(BEGIN)) {
      bytes = blocks(text);
    } else {
      bytes = GoBase64.standard(text);
      if (text(bytes).startsWith(BEGIN)) {
        bytes = blocks(text(bytes));
      }
    }
    List<byte[]> all = new ArrayList<>();
    try {
      DerNode.all(bytes).forEach(node -> all.add(node.raw()));
    } catch (BuiltinException e) {
      throw BuiltinException.failed("x509: malformed certificate");
    }
    all.forEach(CertificateFields::certificate);
    return all;
  }

  private static byte[] blocks(String pem) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Pem block : Pem.all(pem)) {
      if (!block.type().equals("CERTIFICATE")) {
        throw BuiltinException.failed(
            "PEM block type is '" + block.type() + "', expected CERTIFICATE");
      }
      bytes.writeBytes(block.bytes());
    }
    return bytes.toByteArray();
  }

  private static RegoArray verify(
      BuiltinContext context, String text, RegoObject options, boolean extended) {
    List<byte[]> certificates;
    try {
      certificates = certificates(text);
    } catch (BuiltinException e) {
      return REFUSED;
    }
    CertificateChain wanted = CertificateChain.of(options, context.now());
    List<byte[]> chain = wanted.find(certificates);
    return chain.isEmpty() ? REFUSED : RegoArray.of(RegoBoolean.TRUE, fields(chain, extended));
  }

  private static RegoValue request(String text) {
    boolean pem = text.startsWith("-----BEGIN CERTIFICATE REQUEST-----");
    byte[] bytes = pem ? text.getBytes(StandardCharsets.UTF_8) : GoBase64.standard(text);
    Pem block = Pem.first(text(bytes));
    if (block != null && !block.type().equals("CERTIFICATE REQUEST")) {
      throw BuiltinException.failed("invalid PEM-encoded certificate signing request");
    }
    return CertificateFields.request(block == null ? bytes : block.bytes());
  }

  private static RegoValue pair(String certificates, String key) {
    List<RegoValue> raw = new ArrayList<>();
    byte[] leaf = null;
    for (Pem block : Pem.all(pem(certificates, "CERTIFICATE"))) {
      if (block.type().equals("CERTIFICATE")) {
        leaf = leaf == null ? block.bytes() : leaf;
        raw.add(DerNode.base64(block.bytes()));
      }
    }
    if (leaf == null) {
      throw BuiltinException.failed("tls: failed to find any PEM data in certificate input");
    }
    List<PrivateKeyText> keys = PrivateKeyText.readAll(pem(key, "PRIVATE KEY"));
    if (keys.isEmpty()) {
      throw BuiltinException.failed("tls: failed to find any PEM data in key input");
    }
    RegoObject fields = without(CertificateFields.certificate(leaf), "URIStrings");
    byte[] open = DerNode.one(leaf).child(0).tagged(0xA0) == null ? open(leaf, 5) : open(leaf, 6);
    if (!Arrays.equals(open, keys.get(0).open())) {
      throw BuiltinException.failed("tls: private key does not match public key");
    }
    return RegoObject.builder()
        .put("Certificate", RegoArray.of(raw))
        .put("PrivateKey", keys.get(0).fields())
        .put("Leaf", fields)
        .put("OCSPStaple", RegoNull.NULL)
        .put("SignedCertificateTimestamps", RegoNull.NULL)
        .put("SupportedSignatureAlgorithms", RegoNull.NULL)
        .build();
  }

  private static byte[] open(byte[] certificate, int position) {
    return DerNode.one(certificate).child(0).child(position).child(1).bits();
  }

  /** The text as PEM, which it is already or is in base64; what is neither is taken for DER. */
  private static String pem(String text, String type) {
    if (text.startsWith(BEGIN)) {
      return text;
    }
    byte[] bytes = GoBase64.standard(text);
    return text(bytes).startsWith(BEGIN)
        ? text(bytes)
        : BEGIN + " " + type + "-----\n" + text + "\n-----END " + type + "-----\n";
  }

  private static RegoValue webKey(String text) {
    if (text.isEmpty()) {
      throw BuiltinException.failed("input PEM data was empty");
    }
    String pem = text.startsWith(BEGIN) ? text : text(GoBase64.standard(text));
    List<PrivateKeyText> keys = PrivateKeyText.readAll(unwrapped(pem));
    return keys.isEmpty() ? RegoNull.NULL : keys.get(0).webKey();
  }

  private static RegoValue privateKeys(String text) {
    if (text.isEmpty()) {
      return RegoNull.NULL;
    }
    return RegoArray.of(
        PrivateKeyText.readAll(unwrapped(text)).stream().map(PrivateKeyText::fields).toList());
  }

  private static String unwrapped(String text) {
    try {
      return text(GoBase64.standard(text));
    } catch (BuiltinException e) {
      return text;
    }
  }
}
