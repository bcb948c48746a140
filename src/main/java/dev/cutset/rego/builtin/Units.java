package dev.cutset.rego.builtin;

import dev.cutset.rego.Builtin;
import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.RegoNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Builtins that read amounts with units, such as {@code 10Gi}. */
final class Units {
  private static final Pattern AMOUNT =
      Pattern.compile("([0-9.+-]*(?:[eE][+-]?[0-9]+[0-9.+-]*)?)(.*)", Pattern.DOTALL);

  /** OPA multiplies by the binary fraction that is nearest to a thousandth. */
  private static final BigDecimal MILLI =
      new BigDecimal("0.001000000000000000020816681711721685132943093776702880859375");

  private static final String SCALE = "kmgtpe";

  private Units() {}

  static @Nullable Builtin find(String name) {
    return switch (name) {
      case "units.parse" -> (context, x) -> parse(Operands.text(x, 0).replace("\"", ""));
      case "units.parse_bytes" ->
          (context, x) ->
              parseBytes(Operands.text(x, 0).replace("\"", "").toLowerCase(Locale.ROOT));
      default -> null;
    };
  }

  private static RegoNumber parse(String text) {
    Matcher parts = parts(text, "units.parse: ", "no amount provided");
    String unit = parts.group(2);
    BigDecimal factor = unit.equals("m") ? MILLI : factor(unit, false, "units.parse: unit ");
    BigDecimal amount = amount(parts.group(1), "units.parse: could not parse amount to a number");
    BigDecimal value = amount.multiply(factor);
    if (value.stripTrailingZeros().scale() <= 0) {
      return RegoNumber.of(value.toBigInteger());
    }
    return RegoNumber.parse(value.setScale(10, RoundingMode.HALF_UP).toPlainString());
  }

  private static RegoNumber parseBytes(String text) {
    Matcher parts = parts(text, "units.parse_bytes: ", "no byte amount provided");
    BigDecimal factor = factor(parts.group(2), true, "units.parse_bytes: byte unit ");
    BigDecimal amount =
        amount(parts.group(1), "units.parse_bytes: could not parse byte amount to a number");
    BinaryFloat value = BinaryFloat.of(amount, 64).times(BinaryFloat.of(factor, 64));
    return RegoNumber.of(value.value().toBigInteger());
  }

  private static Matcher parts(String text, String where, String missing) {
    if (text.contains(" ")) {
      throw BuiltinException.failed(where + "spaces not allowed in resource strings");
    }
    Matcher parts = AMOUNT.matcher(text);
    if (!parts.matches() || parts.group(1).isEmpty()) {
      throw BuiltinException.failed(where + missing);
    }
    if (parts.group(1).matches(".*[eE][+-]?[0-9]{7,}.*")) {
      throw BuiltinException.failed(where + "exponent too large");
    }
    return parts;
  }

  private static BigDecimal amount(String text, String message) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw BuiltinException.failed(message);
    }
  }

  /** Of two letters the second may be of either case, of one only bytes take any. */
  private static BigDecimal factor(String unit, boolean bytes, String message) {
    String lower = unit.toLowerCase(Locale.ROOT);
    boolean named = bytes && lower.length() > 1 && lower.endsWith("b");
    String bare = named ? lower.substring(0, lower.length() - 1) : lower;
    int power = bare.isEmpty() ? 0 : SCALE.indexOf(bare.charAt(0)) + 1;
    boolean binary = bare.length() == 2 && bare.charAt(1) == 'i';
    boolean known = unit.isEmpty() || power > 0 && (bare.length() == 1 || binary);
    if (!known) {
      throw BuiltinException.failed(message + unit + " not recognized");
    }
    return BigDecimal.valueOf(binary ? 1024 : 1000).pow(power);
  }
}
