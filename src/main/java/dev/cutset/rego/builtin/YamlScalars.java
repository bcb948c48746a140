package dev.cutset.rego.builtin;

import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.RegoBoolean;
import dev.cutset.rego.RegoNull;
import dev.cutset.rego.RegoNumber;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the scalars of YAML mean: by the core schema, with the numbers of Go beside. */
final class YamlScalars {
  private static final String STANDARD = "tag:yaml.org,2002:";
  private static final Pattern REAL =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern POINT_REAL = Pattern.compile("\\.[0-9]+([eE][-+]?[0-9]+)?");
  private static final Pattern INFINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)");
  private static final Pattern NOT_A_NUMBER = Pattern.compile("\\.(nan|NaN|NAN)");
  private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(64);
  private static final BigInteger SMALLEST = BigInteger.valueOf(Long.MIN_VALUE);

  private YamlScalars() {}

  /** The value of a text that stands without quotes and tag. */
  static RegoValue resolve(String text) {
    return switch (text) {
      case "true", "True", "TRUE" -> RegoBoolean.TRUE;
      case "false", "False", "FALSE" -> RegoBoolean.FALSE;
      case "", "~", "null", "Null", "NULL" -> RegoNull.NULL;
      default -> {
        RegoNumber number = number(text);
        yield number == null ? new RegoString(text) : number;
      }
    };
  }

  private static @Nullable RegoNumber number(String text) {
    char first = text.charAt(0);
    if (INFINITE.matcher(text).matches() || NOT_A_NUMBER.matcher(text).matches()) {
      throw BuiltinException.failed("json: unsupported value: " + text);
    }
    if (first == '.') {
      return POINT_REAL.matcher(text).matches() ? real(text) : null;
    }
    if (first != '+' && first != '-' && (first < '0' || first > '9')) {
      return null;
    }
    String plain = text.replace("_", "");
    BigInteger integer = integer(plain);
    if (integer != null) {
      return RegoNumber.of(integer);
    }
    return REAL.matcher(plain).matches() ? real(plain) : null;
  }

  /** A whole number of 64 bits in the notation of Go; a larger one is none. */
  private static @Nullable BigInteger integer(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    String digits = signed ? text.substring(1) : text;
    int radix = 10;
    if (digits.matches("0[xX][0-9a-fA-F]+")) {
      radix = 16;
    } else if (digits.matches("0[oO]?[0-7]+")) {
      radix = 8;
    } else if (digits.matches("0[bB][01]+")) {
      radix = 2;
    } else if (!digits.matches("0|[1-9][0-9]*")) {
      return null;
    }
    String bare = radix == 10 ? digits : digits.replaceFirst("0[xXoObB]?", "");
    BigInteger size = new BigInteger(bare, radix);
    BigInteger value = text.startsWith("-") ? size.negate() : size;
    BigInteger limit = text.startsWith("+") ? SMALLEST.negate() : LARGEST;
    return value.compareTo(limit) < 0 && value.compareTo(SMALLEST) >= 0 ? value : null;
  }

  /** A double; one too large is none, but a text. */
  private static @Nullable RegoNumber real(String text) {
    double number = Double.parseDouble(text);
    return Double.isInfinite(number) ? null : RegoNumber.parse(GoNumbers.json(number));
  }

  /** The value of a text that is quoted or has a tag, which says what it must be. */
  static RegoValue tagged(String tag, String text) {
    String type = tag.startsWith(STANDARD) ? tag.substring(STANDARD.length()) : "";
    return switch (type) {
      case "null", "bool", "int", "float" -> ofType(type, text);
      case "binary" -> binary(text);
      default -> new RegoString(text);
    };
  }

  private static RegoValue ofType(String type, String text) {
    RegoValue value = resolve(text);
    boolean right =
        switch (type) {
          case "null" -> value instanceof RegoNull;
          case "bool" -> value instanceof RegoBoolean;
          case "int" -> value instanceof RegoNumber && integer(text.replace("_", "")) != null;
          default -> value instanceof RegoNumber;
        };
    if (!right) {
      throw BuiltinException.failed("yaml: cannot decode `" + text + "` as a !!" + type);
    }
    return value;
  }

  private static RegoValue binary(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text.replaceAll("[\r\n]", ""));
      return new RegoString(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw BuiltinException.failed("yaml: !!binary value contains invalid base64 data");
    }
  }

  /** The name that a value has as the key of an object, or null if it has none. */
  static @Nullable String key(RegoValue value) {
    if (value instanceof RegoString text) {
      return text.value();
    } else if (value instanceof RegoBoolean) {
      return value.toString();
    } else if (value instanceof RegoNumber number) {
      if (number.integer() != null) {
        return number.text();
      }
      // Go writes such keys with 32 bits.
      BigDecimal rounded = new BigDecimal(Float.toString((float) number.doubleValue()));
      return GoNumbers.general(rounded);
    }
    return null;
  }
}
