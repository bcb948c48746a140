package dev.cutset.rego.builtin;

import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** A JSON web token in its compact form: header, payload and signature, each in base64. */
record Token(String header, String payload, String signature) {

  static Token split(String text) {
    if (!text.contains(".")) {
      throw BuiltinException.failed("encoded JWT had no period separators");
    }
    String[] parts = text.split("\\.", -1);
    if (parts.length != 3) {
      throw BuiltinException.failed("encoded JWT must have 3 sections, found " + parts.length);
    }
    return new Token(parts[0], parts[1], parts[2]);
  }

  /** What the signature is for. */
  byte[] signed() {
    return (header + "." + payload).getBytes(StandardCharsets.UTF_8);
  }

  byte[] signatureBytes() {
    return GoBase64.url(signature);
  }

  RegoObject decodedHeader() {
    String json = text("header", header);
    RegoObject decoded;
    try {
      decoded = object(json);
    } catch (BuiltinException e) {
      throw BuiltinException.failed("bad JWT header: " + e.getMessage());
    }
    if (decoded.get("enc") != null) {
      throw BuiltinException.failed("JWT is a JWE object, which is not supported");
    }
    return decoded;
  }

  String payloadText() {
    return text("payload", payload);
  }

  /** A part as text; a mistake tells which part it is in. */
  static String text(String part, String encoded) {
    return new String(bytes(part, encoded), StandardCharsets.UTF_8);
  }

  static byte[] bytes(String part, String encoded) {
    try {
      return GoBase64.url(encoded);
    } catch (BuiltinException e) {
      throw BuiltinException.failed("JWT " + part + " had invalid encoding: " + e.getMessage());
    }
  }

  static RegoObject object(String json) {
    RegoValue value;
    try {
      value = RegoValue.parse(json);
    } catch (IllegalArgumentException e) {
      throw BuiltinException.failed("invalid JSON: " + e.getMessage());
    }
    if (value instanceof RegoObject object) {
      return object;
    }
    throw BuiltinException.failed("decoded JSON type was not an Object");
  }

  /**
   * What the header says of the token itself.
   *
   * @param acceptable whether it names an algorithm and asks for nothing that is not known here
   */
  record Header(String algorithm, String keyId, String contentType, boolean acceptable) {
    private static final Set<String> KNOWN = Set.of("alg", "kid", "typ", "cty", "crit");

    static Header of(RegoObject fields) {
      Set<String> critical = new HashSet<>();
      RegoValue list = fields.get("crit");
      if (list != null) {
        if (!(list instanceof RegoArray names)) {
          throw BuiltinException.failed("crit: must be a list");
        }
        for (RegoValue name : names) {
          if (!(name instanceof RegoString text)) {
            break;
          }
          critical.add(text.value());
        }
        if (critical.isEmpty()) {
          throw BuiltinException.failed("crit: must be a nonempty list");
        }
      }
      String algorithm = text(fields, "alg");
      text(fields, "typ");
      boolean unknown =
          critical.stream().anyMatch(name -> !KNOWN.contains(name) && fields.get(name) != null);
      return new Header(
          algorithm, text(fields, "kid"), text(fields, "cty"), !algorithm.isEmpty() && !unknown);
    }

    private static String text(RegoObject fields, String name) {
      RegoValue value = fields.get(name);
      if (value == null) {
        return "";
      } else if (value instanceof RegoString text) {
        return text.value();
      }
      throw BuiltinException.failed(name + ": must be a string");
    }
  }
}
