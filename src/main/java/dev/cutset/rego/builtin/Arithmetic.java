package dev.cutset.rego.builtin;

import dev.cutset.rego.Builtin;
import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.RegoNumber;
import dev.cutset.rego.RegoSet;
import dev.cutset.rego.RegoValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Builtins that calculate: whole numbers exactly, fractions in binary as OPA does. */
final class Arithmetic {
  private Arithmetic() {}

  static @Nullable Builtin find(String name) {
    return switch (name) {
      case "plus" -> (context, x) -> plus(Operands.number(x, 0), Operands.number(x, 1));
      case "minus" -> (context, x) -> minus(x);
      case "mul" -> (context, x) -> times(Operands.number(x, 0), Operands.number(x, 1));
      case "div" -> (context, x) -> divide(Operands.number(x, 0), Operands.number(x, 1));
      case "rem" -> (context, x) -> remainder(Operands.number(x, 0), Operands.number(x, 1));
      case "abs" -> (context, x) -> absolute(Operands.number(x, 0));
      case "round" -> (context, x) -> rounded(Operands.number(x, 0), RoundingMode.HALF_UP);
      case "ceil" -> (context, x) -> rounded(Operands.number(x, 0), RoundingMode.CEILING);
      case "floor" -> (context, x) -> rounded(Operands.number(x, 0), RoundingMode.FLOOR);
      default -> null;
    };
  }

  /** Whether a product of the two fits a {@code long} for certain. */
  private static boolean areSmall(RegoNumber a, RegoNumber b) {
    return isSmall(a) && isSmall(b);
  }

  private static boolean isSmall(RegoNumber number) {
    return number.isLong() && number.longValue() == (int) number.longValue();
  }

  static RegoNumber plus(RegoNumber a, RegoNumber b) {
    if (areSmall(a, b)) {
      return RegoNumber.of(a.longValue() + b.longValue());
    }
    return exact(a, b, BigInteger::add, BinaryFloat::plus);
  }

  private static RegoValue minus(RegoValue[] x) {
    if (x[0] instanceof RegoNumber a && x[1] instanceof RegoNumber b) {
      return areSmall(a, b)
          ? RegoNumber.of(a.longValue() - b.longValue())
          : exact(a, b, BigInteger::subtract, BinaryFloat::minus);
    }
    if (x[0] instanceof RegoSet a && x[1] instanceof RegoSet b) {
      return Sets.difference(a, b);
    }
    if (!(x[0] instanceof RegoNumber) && !(x[0] instanceof RegoSet)) {
      throw Operands.wrongType(x, 0, "number", "set");
    }
    throw Operands.wrongType(x, 1, x[0] instanceof RegoNumber ? "number" : "set");
  }

  static RegoNumber times(RegoNumber a, RegoNumber b) {
    if (areSmall(a, b)) {
      return RegoNumber.of(a.longValue() * b.longValue());
    }
    return exact(a, b, BigInteger::multiply, BinaryFloat::times);
  }

  private static RegoNumber divide(RegoNumber a, RegoNumber b) {
    if (b.decimal().signum() == 0) {
      throw BuiltinException.failed("divide by zero");
    }
    if (areSmall(a, b) && a.longValue() % b.longValue() == 0) {
      return RegoNumber.of(a.longValue() / b.longValue());
    }
    return BinaryFloat.of(a).dividedBy(BinaryFloat.of(b)).toNumber();
  }

  private static RegoNumber remainder(RegoNumber a, RegoNumber b) {
    BigInteger left = a.integer();
    BigInteger right = b.integer();
    if (left == null || right == null) {
      throw BuiltinException.failed("modulo on floating-point number");
    }
    if (right.signum() == 0) {
      throw BuiltinException.failed("modulo by zero");
    }
    return RegoNumber.of(left.remainder(right));
  }

  private static RegoNumber exact(
      RegoNumber a,
      RegoNumber b,
      BinaryOperator<BigInteger> whole,
      BinaryOperator<BinaryFloat> fraction) {
    BigInteger left = a.integer();
    BigInteger right = b.integer();
    return left != null && right != null
        ? RegoNumber.of(whole.apply(left, right))
        : fraction.apply(BinaryFloat.of(a), BinaryFloat.of(b)).toNumber();
  }

  private static RegoNumber absolute(RegoNumber number) {
    if (isSmall(number)) {
      return RegoNumber.of(Math.abs(number.longValue()));
    }
    BinaryFloat value = BinaryFloat.of(number);
    return new BinaryFloat(value.value().abs(), value.precision()).toNumber();
  }

  private static RegoNumber rounded(RegoNumber number, RoundingMode mode) {
    if (isSmall(number)) {
      return RegoNumber.of(number.longValue());
    }
    BigDecimal whole = rounded(BinaryFloat.of(number).value(), mode);
    return BinaryFloat.of(whole, Math.max(64, whole.toBigInteger().bitLength())).toNumber();
  }

  /** Between -1 and 1 OPA takes the whole part for a positive zero, and so must we. */
  private static BigDecimal rounded(BigDecimal value, RoundingMode mode) {
    boolean nearZero = value.setScale(0, RoundingMode.DOWN).signum() == 0;
    if (!nearZero || mode == RoundingMode.HALF_UP || value.signum() == 0) {
      return value.setScale(0, mode);
    }
    return mode == RoundingMode.CEILING ? BigDecimal.ONE : BigDecimal.ZERO;
  }
}
