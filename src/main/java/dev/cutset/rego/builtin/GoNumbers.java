package dev.cutset.rego.builtin;

import dev.cutset.rego.RegoNumber;
import java.math.BigDecimal;
import java.math.BigInteger;
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

  /** Like {@code %x}: {@code 0x1.8p+00}; the digits after the point, or as many as it takes. */
  static String hexadecimal(double size, int decimals) {
    if (size == 0) {
      return "0x0" + (decimals > 0 ? "." + "0".repeat(decimals) : "") + "p+00";
    }
    int exponent = Math.getExponent(size);
    BigDecimal mantissa = new BigDecimal(size);
    if (exponent < Double.MIN_EXPONENT) { // no leading one yet
      exponent = Math.getExponent(size * 0x1p52) - 52;
    }
    BigDecimal two = BigDecimal.valueOf(2);
    // A double is a whole number of 2^-1074, so that this is exact.
    mantissa =
        exponent > 0 ? mantissa.divide(two.pow(exponent)) : mantissa.multiply(two.pow(-exponent));
    int digits = decimals < 0 ? 13 : decimals;
    BigInteger shown =
        mantissa
            .multiply(BigDecimal.valueOf(16).pow(digits))
            .setScale(0, RoundingMode.HALF_EVEN)
            .toBigInteger();
    if (shown.bitLength() > 4 * digits + 1) {
      shown = shown.shiftRight(1);
      exponent++;
    }
    String fraction = shown.toString(16).substring(1);
    if (decimals < 0) {
      fraction = fraction.replaceFirst("0+$", "");
    }
    String power = Integer.toString(Math.abs(exponent));
    return "0x1"
        + (fraction.isEmpty() ? "" : "." + fraction)
        + (exponent < 0 ? "p-" : "p+")
        + (power.length() < 2 ? "0" : "")
        + power;
  }

  /** Like {@code %b}: the whole number and the power of two that a double is made of. */
  static String binary(double size) {
    long bits = Double.doubleToRawLongBits(size);
    long mantissa = bits & 0xFFFFFFFFFFFFFL;
    int exponent = (int) (bits >>> 52);
    if (exponent == 0) {
      exponent = 1;
    } else {
      mantissa |= 1L << 52;
    }
    exponent -= 1075;
    return mantissa + (exponent < 0 ? "p" : "p+") + exponent;
  }

  /** The decimal of fewest digits that is read as this double. */
  static BigDecimal shortest(double number) {
    return RegoNumber.of(number).decimal();
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
