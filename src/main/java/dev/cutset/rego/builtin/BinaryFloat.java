package dev.cutset.rego.builtin;

import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.RegoNumber;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A binary floating-point number of a given precision, as OPA computes with fractions.
 *
 * <p>Its value is kept as the exact decimal. It prints as the shortest decimal that reads back as
 * the same number, which is why {@code 0.1 + 0.2} is {@code 0.3}: its precision is 64 bits, not 53.
 */
record BinaryFloat(BigDecimal value, int precision) {
  private static final int USUAL = 64;

  static BinaryFloat of(RegoNumber number) {
    return of(number.decimal(), USUAL);
  }

  static BinaryFloat of(BigDecimal exact, int precision) {
    return new BinaryFloat(rounded(exact, precision), precision);
  }

  BinaryFloat plus(BinaryFloat other) {
    return of(value.add(other.value), precision);
  }

  BinaryFloat minus(BinaryFloat other) {
    return of(value.subtract(other.value), precision);
  }

  BinaryFloat times(BinaryFloat other) {
    return of(value.multiply(other.value), precision);
  }

  BinaryFloat dividedBy(BinaryFloat other) {
    return new BinaryFloat(
        rounded(fraction(value).over(fraction(other.value)), precision), precision);
  }

  RegoNumber toNumber() {
    try {
      return RegoNumber.parse(text());
    } catch (NumberFormatException e) {
      throw BuiltinException.failed("number too big");
    }
  }

  private String text() {
    if (value.signum() == 0) {
      return "0";
    }
    BigDecimal shortest = shortest();
    boolean whole = value.stripTrailingZeros().scale() <= 0;
    return whole ? shortest.toPlainString() : GoNumbers.general(shortest);
  }

  private BigDecimal shortest() {
    for (int digits = 1; ; digits++) {
      BigDecimal candidate = value.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded(candidate, precision).compareTo(value) == 0) {
        return candidate;
      }
    }
  }

  private record Fraction(BigInteger top, BigInteger bottom) {
    Fraction over(Fraction other) {
      return new Fraction(top.multiply(other.bottom), bottom.multiply(other.top));
    }
  }

  private static Fraction fraction(BigDecimal value) {
    BigInteger unscaled = value.unscaledValue();
    BigInteger power = BigInteger.TEN.pow(Math.abs(value.scale()));
    return value.scale() >= 0
        ? new Fraction(unscaled, power)
        : new Fraction(unscaled.multiply(power), BigInteger.ONE);
  }

  private static BigDecimal rounded(BigDecimal exact, int precision) {
    return exact.signum() == 0 ? BigDecimal.ZERO : rounded(fraction(exact), precision);
  }

  /** Rounds to the nearest number with that many binary digits, a tie to the even one. */
  private static BigDecimal rounded(Fraction exact, int precision) {
    BigInteger top = exact.top().abs();
    BigInteger bottom = exact.bottom().abs();
    if (top.signum() == 0) {
      return BigDecimal.ZERO;
    }
    int exponent = top.bitLength() - bottom.bitLength() - precision;
    BigInteger[] parts = scaled(top, bottom, exponent);
    if (parts[0].bitLength() > precision) {
      exponent++;
      parts = scaled(top, bottom, exponent);
    } else if (parts[0].bitLength() < precision) {
      exponent--;
      parts = scaled(top, bottom, exponent);
    }
    BigInteger divisor = exponent > 0 ? bottom.shiftLeft(exponent) : bottom;
    int half = parts[1].shiftLeft(1).compareTo(divisor);
    boolean up = half > 0 || half == 0 && parts[0].testBit(0);
    BigInteger mantissa = up ? parts[0].add(BigInteger.ONE) : parts[0];
    boolean negative = exact.top().signum() * exact.bottom().signum() < 0;
    return power(negative ? mantissa.negate() : mantissa, exponent);
  }

  private static BigInteger[] scaled(BigInteger top, BigInteger bottom, int exponent) {
    return exponent > 0
        ? top.divideAndRemainder(bottom.shiftLeft(exponent))
        : top.shiftLeft(-exponent).divideAndRemainder(bottom);
  }

  private static BigDecimal power(BigInteger mantissa, int exponent) {
    return exponent >= 0
        ? new BigDecimal(mantissa.shiftLeft(exponent))
        : new BigDecimal(mantissa.multiply(BigInteger.valueOf(5).pow(-exponent)), -exponent);
  }
}
