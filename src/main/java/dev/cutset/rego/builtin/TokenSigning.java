package dev.cutset.rego.builtin;

import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.RegoNull;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signs tokens. */
final class TokenSigning {
  private TokenSigning() {}

  static RegoString sign(String header, String payload, String keys) {
    List<TokenKey> all = JsonWebKey.readAll(keys);
    if (all.isEmpty()) {
      throw BuiltinException.failed("no keys found in JWK set");
    }
    RegoValue fields = header(header);
    RegoValue named = field(fields, "alg");
    if (!(named instanceof RegoString name)) {
      throw noAlgorithm(
          named == null
              ? "jwsbb: header \"alg\" not found"
              : "value doesn't contain string; it contains " + named.typeName());
    }
    TokenAlgorithm algorithm = TokenAlgorithm.named(name.value());
    if (algorithm == null) {
      throw BuiltinException.failed("unknown JWS algorithm: " + name.value());
    }
    boolean isToken = !(field(fields, "typ") instanceof RegoString type) || is(type, "JWT");
    if (isToken && !isJson(payload)) {
      throw BuiltinException.failed("type is JWT but payload is not JSON");
    }
    String signed = encode(Tokens.bytes(header)) + "." + encode(Tokens.bytes(payload));
    byte[] signature = algorithm.sign(all.get(0), Tokens.bytes(signed));
    return new RegoString(signed + "." + encode(signature));
  }

  private static boolean is(RegoString text, String value) {
    return text.value().equals(value);
  }

  private static RegoValue header(String json) {
    if (json.isBlank()) {
      throw noAlgorithm("cannot parse JSON: cannot parse empty string");
    }
    // OPA takes any row of such characters for a number, which has no fields.
    if (json.strip().matches("[-+.0-9eE]+")) {
      return RegoNull.NULL;
    }
    try {
      return RegoValue.parse(json);
    } catch (IllegalArgumentException e) {
      throw noAlgorithm("cannot parse JSON: " + e.getMessage());
    }
  }

  private static BuiltinException noAlgorithm(String reason) {
    return BuiltinException.failed("missing or invalid 'alg' header: " + reason);
  }

  private static @Nullable RegoValue field(RegoValue fields, String name) {
    return fields instanceof RegoObject object ? object.get(name) : null;
  }

  private static boolean isJson(String text) {
    try {
      return RegoValue.parse(text) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
