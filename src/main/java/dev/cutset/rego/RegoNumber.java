package dev.cutset.rego;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A number of any size and precision, which keeps the text it was written as.
 *
 * <p>A whole number that fits a {@code long} is kept as one; anything else as a decimal.
 */
public final class RegoNumber implements RegoValue {
  /** The largest power of ten that OPA reads, about two to the power of 100,000. */
  private static final int MAX_EXPONENT = 30_103;

  private static final RegoNumber[] SMALL = small();

  private final long small;
  private final @Nullable BigDecimal big;
  private final @Nullable String text;

  private RegoNumber(long small, @Nullable BigDecimal big, @Nullable String text) {
    this.small = small;
    this.big = big;
    this.text = text;
  }

  private static RegoNumber[] small() {
    RegoNumber[] numbers = new RegoNumber[256];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = new RegoNumber(i, null, null);
    }
    return numbers;
  }

  public static RegoNumber of(long value) {
    return value >= 0 && value < SMALL.length
        ? SMALL[(int) value]
        : new RegoNumber(value, null, null);
  }

  public static RegoNumber of(BigInteger value) {
    return value.bitLength() < Long.SIZE
        ? of(value.longValue())
        : new RegoNumber(0, new BigDecimal(value), value.toString());
  }

  /**
   * The number that any of Java's number classes holds; infinities and not-a-number are refused.
   */
  public static RegoNumber of(Number value) {
    if (value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte) {
      return of(value.longValue());
    } else if (value instanceof BigInteger integer) {
      return of(integer);
    } else if (value instanceof Double || value instanceof Float) {
      double number = value.doubleValue();
      if (number == Math.rint(number) && Math.abs(number) < 1e15) {
        return of((long) number);
      }
      return parse(shortest(number).toString());
    }
    return parse(value.toString());
  }

  /** The decimal of fewest digits that is read as this double; older JDKs have more at times. */
  private static BigDecimal shortest(double number) {
    BigDecimal exact = new BigDecimal(number);
    BigDecimal shortest = BigDecimal.valueOf(number);
    for (int digits = shortest.precision(); digits > 0; digits--) {
      BigDecimal shorter = rounded(exact, digits, RoundingMode.HALF_EVEN, number);
      if (shorter == null) {
        // Above a power of two the next double is twice as far away as below it.
        shorter = rounded(exact, digits, RoundingMode.UP, number);
      }
      if (shorter == null) {
        break;
      }
      shortest = shorter;
    }
    return shortest;
  }

  private static @Nullable BigDecimal rounded(
      BigDecimal exact, int digits, RoundingMode mode, double number) {
    BigDecimal rounded = exact.round(new MathContext(digits, mode));
    return rounded.doubleValue() == number ? rounded : null;
  }

  /** Reads a number as JSON writes it. */
  public static RegoNumber parse(String text) {
    int length = text.length();
    if (length > 0 && length < 18 && isPlainInteger(text)) {
      return of(Long.parseLong(text));
    }
    BigDecimal value = new BigDecimal(text);
    if (Math.abs((long) value.precision() - value.scale()) > MAX_EXPONENT) {
      throw new NumberFormatException("the number `" + text + "` is too big");
    }
    if (fitsLong(value)) {
      long number = value.longValue();
      return new RegoNumber(number, null, Long.toString(number).equals(text) ? null : text);
    }
    return new RegoNumber(0, value, text);
  }

  private static boolean isPlainInteger(String text) {
    int start = text.charAt(0) == '-' ? 1 : 0;
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    // `-0` keeps its text, and so does whatever JSON would not call a number.
    return text.length() > start && (text.charAt(start) != '0' || text.equals("0"));
  }

  private static boolean fitsLong(BigDecimal value) {
    if (value.signum() == 0) {
      return true;
    }
    if (value.precision() - value.scale() > 19 || value.precision() - value.scale() < 1) {
      return false;
    }
    BigDecimal plain = value.stripTrailingZeros();
    return plain.scale() <= 0 && plain.toBigInteger().bitLength() < Long.SIZE;
  }

  /** Whether the value is a whole number that fits a {@code long}, however it is written. */
  public boolean fitsLong() {
    return big == null;
  }

  /**
   * Whether this is a whole number that fits a {@code long} and is written without an exponent:
   * what OPA takes for an integer, {@code 1} and {@code 1.0} but not {@code 1e0}.
   */
  public boolean isLong() {
    return big == null && (text == null || text.indexOf('e') < 0 && text.indexOf('E') < 0);
  }

  /** The value if it {@link #fitsLong}, else its low bits. */
  public long longValue() {
    return big == null ? small : big.longValue();
  }

  public BigDecimal decimal() {
    return big == null ? BigDecimal.valueOf(small) : big;
  }

  public double doubleValue() {
    return big == null ? small : Double.parseDouble(text());
  }

  /** The whole number that this is, or null when it has a fraction. */
  public @Nullable BigInteger integer() {
    if (big == null) {
      return BigInteger.valueOf(small);
    }
    return big.stripTrailingZeros().scale() <= 0 ? big.toBigInteger() : null;
  }

  /** The text it was written as. */
  public String text() {
    return text == null ? Long.toString(small) : text;
  }

  int compareNumber(RegoNumber other) {
    return big == null && other.big == null
        ? Long.compare(small, other.small)
        : decimal().compareTo(other.decimal());
  }

  @Override
  public String typeName() {
    return "number";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this || other instanceof RegoNumber that && compareNumber(that) == 0;
  }

  @Override
  public int hashCode() {
    return big == null
        ? Long.hashCode(small)
        : Objects.requireNonNull(big).stripTrailingZeros().hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
