package dev.cutset.rego.builtin;

import dev.cutset.rego.Builtin;
import dev.cutset.rego.BuiltinContext;
import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoNumber;
import dev.cutset.rego.RegoValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Builtins on whole numbers: their bits, ranges of them, and one drawn at random. */
final class Bits {
  private static final int MAX_SHIFT = 1 << 24;

  private Bits() {}

  static @Nullable Builtin find(String name) {
    return switch (name) {
      case "bits.and" -> (context, x) -> number(integer(x, 0).and(integer(x, 1)));
      case "bits.or" -> (context, x) -> number(integer(x, 0).or(integer(x, 1)));
      case "bits.xor" -> (context, x) -> number(integer(x, 0).xor(integer(x, 1)));
      case "bits.negate" -> (context, x) -> number(integer(x, 0).not());
      case "bits.lsh" -> (context, x) -> number(integer(x, 0).shiftLeft(shift(x)));
      case "bits.rsh" -> (context, x) -> number(integer(x, 0).shiftRight(shift(x)));
      case "numbers.range" -> (context, x) -> range(context, x, BigInteger.ONE);
      case "numbers.range_step" -> Bits::rangeWithStep;
      case "rand.intn" -> Bits::random;
      default -> null;
    };
  }

  private static BigInteger integer(RegoValue[] x, int position) {
    return Operands.bigInteger(x, position);
  }

  private static RegoNumber number(BigInteger value) {
    return RegoNumber.of(value);
  }

  private static int shift(RegoValue[] x) {
    BigInteger shift = integer(x, 1);
    if (shift.signum() < 0) {
      throw BuiltinException.operand(
          2, "must be an unsigned integer number but got a negative integer");
    }
    if (shift.bitLength() > 31 || shift.intValue() > MAX_SHIFT) {
      throw BuiltinException.operand(2, "is too large a shift");
    }
    return shift.intValue();
  }

  private static RegoValue rangeWithStep(BuiltinContext context, RegoValue... x) {
    integer(x, 0);
    integer(x, 1);
    BigInteger step = integer(x, 2);
    if (step.signum() <= 0) {
      throw BuiltinException.failed("numbers.range_step: step must be a positive integer");
    }
    return range(context, x, step);
  }

  private static RegoValue range(BuiltinContext context, RegoValue[] x, BigInteger step) {
    BigInteger from = integer(x, 0);
    BigInteger to = integer(x, 1);
    boolean up = from.compareTo(to) <= 0;
    BigInteger move = up ? step : step.negate();
    List<RegoValue> numbers = new ArrayList<>();
    for (BigInteger i = from; up ? i.compareTo(to) <= 0 : i.compareTo(to) >= 0; i = i.add(move)) {
      context.step();
      numbers.add(number(i));
    }
    return RegoArray.of(numbers);
  }

  private record Draw(String name, long bound) {}

  /** The same name and bound give the same number for as long as the evaluation lasts. */
  private static RegoValue random(BuiltinContext context, RegoValue... x) {
    Draw draw = new Draw(Operands.text(x, 0), Math.abs(Operands.integer(x, 1)));
    return context.remembered(
        Draw.class,
        draw,
        it ->
            RegoNumber.of(it.bound() == 0 ? 0 : ThreadLocalRandom.current().nextLong(it.bound())));
  }
}
