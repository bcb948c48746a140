package dev.cutset.rego.builtin;

import dev.cutset.rego.BuiltinContext;
import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.Notation;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoBoolean;
import dev.cutset.rego.RegoNumber;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a token must fulfil to be trusted. */
final class TokenConstraints {
  private static final RegoArray REFUSED =
      RegoArray.of(RegoBoolean.FALSE, RegoObject.EMPTY, RegoObject.EMPTY);

  private @Nullable List<TokenKey> keys;
  private String secret = "";
  private String algorithm = "";
  private String issuer = "";
  private String audience = "";
  private double time = -1;

  private TokenConstraints() {}

  static TokenConstraints of(BuiltinContext context, RegoObject fields) {
    TokenConstraints constraints = new TokenConstraints();
    fields.forEach((name, value) -> constraints.set(context, Notation.plain(name), value));
    if (constraints.time == -1) {
      Instant now = context.now();
      constraints.time = now.getEpochSecond() * 1e9 + now.getNano();
    }
    if (constraints.keys != null && !constraints.secret.isEmpty()) {
      throw BuiltinException.failed("duplicate key constraints");
    }
    if (constraints.keys == null && constraints.secret.isEmpty()) {
      throw BuiltinException.failed("no key constraint");
    }
    return constraints;
  }

  private void set(BuiltinContext context, String name, RegoValue value) {
    switch (name) {
      case "cert" -> keys = Tokens.keys(context, text(name, value));
      case "secret" -> secret = text(name, value);
      case "alg" -> algorithm = text(name, value);
      case "iss" -> issuer = text(name, value);
      case "aud" -> audience = text(name, value);
      case "time" -> time = time(value);
      default -> throw BuiltinException.failed("unknown token validation constraint: " + name);
    }
  }

  private static String text(String name, RegoValue value) {
    if (value instanceof RegoString text) {
      return text.value();
    }
    throw BuiltinException.failed(name + " constraint: must be a string");
  }

  private static double time(RegoValue value) {
    if (!(value instanceof RegoNumber number)) {
      throw BuiltinException.failed("token time constraint: must be a number");
    }
    if (number.doubleValue() < 0) {
      throw BuiltinException.failed("token time constraint: must not be negative");
    }
    return number.doubleValue();
  }

  /** Whether the token holds, then its header and what it claims. */
  RegoArray check(RegoValue[] x) {
    String text = Operands.text(x, 0);
    while (true) {
      Token token = Token.split(text);
      RegoObject fields = token.decodedHeader();
      Token.Header header = Token.Header.of(fields);
      boolean meant = algorithm.isEmpty() || algorithm.equals(header.algorithm());
      if (!header.acceptable() || !meant) {
        return REFUSED;
      }
      if (!isSigned(token, header, token.signatureBytes())) {
        return REFUSED;
      }
      String payload = token.payloadText();
      if (!header.contentType().equalsIgnoreCase("JWT")) {
        RegoObject claims = Token.object(payload);
        return holds(claims) ? RegoArray.of(RegoBoolean.TRUE, fields, claims) : REFUSED;
      }
      text = payload;
    }
  }

  private boolean isSigned(Token token, Token.Header header, byte[] signature) {
    TokenAlgorithm used = TokenAlgorithm.named(header.algorithm());
    if (used == null) {
      return false;
    }
    byte[] signed = token.signed();
    if (keys == null) {
      return used.verifyStrictly(TokenKey.secret(Tokens.bytes(secret)), signed, signature);
    }
    return Tokens.anyVerifies(keys, header, key -> used.verifyStrictly(key, signed, signature));
  }

  private boolean holds(RegoObject claims) {
    boolean issued = issuer.isEmpty() || new RegoString(issuer).equals(claims.get("iss"));
    return issued && isForAudience(claims.get("aud")) && isInTime(claims);
  }

  private boolean isForAudience(@Nullable RegoValue value) {
    if (value == null) {
      return audience.isEmpty();
    }
    RegoString wanted = new RegoString(audience);
    if (value instanceof RegoArray list) {
      for (RegoValue each : list) {
        if (each.equals(wanted)) {
          return true;
        }
      }
    }
    return value.equals(wanted);
  }

  /** Claims count seconds, the constraint nanoseconds. */
  private boolean isInTime(RegoObject claims) {
    BigDecimal now = GoNumbers.shortest(time / 1_000_000_000);
    BigDecimal end = seconds(claims, "exp");
    if (end != null && now.compareTo(end) >= 0) {
      return false;
    }
    BigDecimal start = seconds(claims, "nbf");
    return start == null || now.compareTo(start) >= 0;
  }

  private static @Nullable BigDecimal seconds(RegoObject claims, String name) {
    RegoValue value = claims.get(name);
    if (value == null) {
      return null;
    } else if (value instanceof RegoNumber number) {
      return number.decimal();
    }
    throw BuiltinException.failed(name + " value must be a number");
  }
}
