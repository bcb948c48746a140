package dev.cutset.rego.builtin;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Decimals printed as Go's {@code %g}, {@code %e} and {@code %f} print them. */
final class GoNumbers {
  private GoNumbers() {}

  /** The decimal in its shortest form, with an exponent below -4 and from 6 on. */
  static String general(BigDecimal value) {
    return general(value, 6, true);
  }

  /** Like {@code %g}: as many digits as there are, an exponent from that precision on. */
  static String general(BigDecimal value, int precision, boolean shortest) {
    BigDecimal stripped = value.stripTrailingZeros();
    int digits = stripped.precision();
    int exponent = digits - stripped.scale() - 1;
    int limit = precision;
    if (!shortest && limit > digits && digits >= exponent + 1) {
      limit = digits;
    }
    if (stripped.signum() != 0 && (exponent < -4 || exponent >= limit)) {
      return scientific(stripped, digits - 1);
    }
    return stripped.signum() == 0 ? "0" : stripped.toPlainString();
  }

  /** Like {@code %e} with that many digits after the point. */
  static String scientific(BigDecimal value, int decimals) {
    if (value.signum() == 0) {
      return "0" + (decimals > 0 ? "." + "0".repeat(decimals) : "") + "e+00";
    }
    BigDecimal rounded = value.round(new MathContext(decimals + 1, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    StringBuilder digits = new StringBuilder(rounded.unscaledValue().abs().toString());
    while (digits.length() < decimals + 1) {
      digits.append('0');
    }
    digits.setLength(decimals + 1);
    if (decimals > 0) {
      digits.insert(1, '.');
    }
    String size = Integer.toString(Math.abs(exponent));
    return (value.signum() < 0 ? "-" : "")
        + digits
        + (exponent < 0 ? "e-" : "e+")
        + (size.length() < 2 ? "0" + size : size);
  }

  /** Like {@code %f} with that many digits after the point. */
  static String fixed(BigDecimal value, int decimals) {
    return value.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** The decimal of fewest digits that is read as this double. */
  static BigDecimal shortest(double number) {
    BigDecimal exact = new BigDecimal(number);
    for (int digits = 1; digits < 17; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == number) {
        return rounded;
      }
    }
    return exact.round(new MathContext(17, RoundingMode.HALF_EVEN));
  }

  /** A double as Go writes it into JSON. */
  static String json(double number) {
    BigDecimal shortest = shortest(number).stripTrailingZeros();
    double size = Math.abs(number);
    if (size == 0 || size >= 1e-6 && size < 1e21) {
      return shortest.toPlainString();
    }
    return scientific(shortest, shortest.precision() - 1).replaceFirst("e-0([0-9])$", "e-$1");
  }
}
