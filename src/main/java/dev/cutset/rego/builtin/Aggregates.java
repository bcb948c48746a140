package dev.cutset.rego.builtin;

import dev.cutset.rego.Builtin;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoBoolean;
import dev.cutset.rego.RegoNumber;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoSet;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Builtins that make one value of a whole collection. */
final class Aggregates {
  private Aggregates() {}

  static @Nullable Builtin find(String name) {
    return switch (name) {
      case "count" -> (context, x) -> RegoNumber.of(count(x));
      case "sum" -> (context, x) -> sum(x);
      case "product" -> (context, x) -> product(x);
      case "max" -> (context, x) -> extreme(x, 1);
      case "min" -> (context, x) -> extreme(x, -1);
      case "sort" -> (context, x) -> sort(x);
      case "all" -> (context, x) -> RegoBoolean.of(all(x));
      case "any" -> (context, x) -> RegoBoolean.of(any(x));
      case "internal.member_2" -> (context, x) -> RegoBoolean.of(isMember(x[0], x[1]));
      case "internal.member_3" -> (context, x) -> RegoBoolean.of(isMember(x[0], x[1], x[2]));
      default -> null;
    };
  }

  private static long count(RegoValue[] x) {
    if (x[0] instanceof RegoArray array) {
      return array.size();
    } else if (x[0] instanceof RegoSet set) {
      return set.size();
    } else if (x[0] instanceof RegoObject object) {
      return object.size();
    } else if (x[0] instanceof RegoString text) {
      return text.value().codePointCount(0, text.value().length());
    }
    throw Operands.wrongType(x, 0, "array", "object", "set", "string");
  }

  private static RegoNumber sum(RegoValue[] x) {
    return fold(x, BigInteger.ZERO, BigInteger::add, 64, BinaryFloat::plus);
  }

  /** OPA starts a product of fractions from a number of 53 bits, and so stays at these. */
  private static RegoNumber product(RegoValue[] x) {
    return fold(x, BigInteger.ONE, BigInteger::multiply, 53, BinaryFloat::times);
  }

  private static RegoNumber fold(
      RegoValue[] x,
      BigInteger start,
      BinaryOperator<BigInteger> whole,
      int precision,
      BinaryOperator<BinaryFloat> fraction) {
    List<RegoNumber> numbers = new ArrayList<>();
    BigInteger exact = start;
    for (RegoValue element : Operands.elements(x, 0, "set", "array")) {
      if (!(element instanceof RegoNumber number)) {
        throw Operands.wrongElement(x, 0, element, "number");
      }
      numbers.add(number);
      BigInteger integer = exact == null ? null : number.integer();
      exact = integer == null ? null : whole.apply(exact, integer);
    }
    if (exact != null) {
      return RegoNumber.of(exact);
    }
    BinaryFloat result = BinaryFloat.of(new BigDecimal(start), precision);
    for (RegoNumber number : numbers) {
      result = fraction.apply(result, BinaryFloat.of(number));
    }
    return result.toNumber();
  }

  private static @Nullable RegoValue extreme(RegoValue[] x, int sign) {
    RegoValue best = null;
    for (RegoValue element : Operands.elements(x, 0, "set", "array")) {
      if (best == null || element.compareTo(best) * sign >= 0) {
        best = element;
      }
    }
    return best;
  }

  private static RegoValue sort(RegoValue[] x) {
    List<RegoValue> elements = new ArrayList<>();
    Operands.elements(x, 0, "set", "array").forEach(elements::add);
    Collections.sort(elements);
    return RegoArray.of(elements);
  }

  private static boolean all(RegoValue[] x) {
    for (RegoValue element : Operands.elements(x, 0)) {
      if (element != RegoBoolean.TRUE) {
        return false;
      }
    }
    return true;
  }

  private static boolean any(RegoValue[] x) {
    for (RegoValue element : Operands.elements(x, 0)) {
      if (element == RegoBoolean.TRUE) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMember(RegoValue wanted, RegoValue collection) {
    if (collection instanceof RegoSet set) {
      return set.contains(wanted);
    } else if (collection instanceof RegoArray array) {
      for (RegoValue element : array) {
        if (element.equals(wanted)) {
          return true;
        }
      }
    } else if (collection instanceof RegoObject object) {
      for (RegoValue key : object.keys()) {
        if (wanted.equals(object.get(key))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isMember(RegoValue key, RegoValue wanted, RegoValue collection) {
    if (collection instanceof RegoSet set) {
      return key.equals(wanted) && set.contains(key);
    } else if (collection instanceof RegoArray array) {
      return wanted.equals(array.get(key));
    }
    return collection instanceof RegoObject object && wanted.equals(object.get(key));
  }
}
