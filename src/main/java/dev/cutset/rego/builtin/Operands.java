package dev.cutset.rego.builtin;

import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoBoolean;
import dev.cutset.rego.RegoNumber;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoSet;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The arguments of a builtin, each asked for as the type that it must have. */
final class Operands {
  private Operands() {}

  static BuiltinException wrongType(RegoValue[] arguments, int position, String... wanted) {
    String types = wanted.length == 1 ? wanted[0] : "one of {" + String.join(", ", wanted) + "}";
    return BuiltinException.operand(
        position + 1, "must be " + types + " but got " + arguments[position].typeName());
  }

  static String text(RegoValue[] arguments, int position) {
    if (arguments[position] instanceof RegoString text) {
      return text.value();
    }
    throw wrongType(arguments, position, "string");
  }

  static RegoNumber number(RegoValue[] arguments, int position) {
    if (arguments[position] instanceof RegoNumber number) {
      return number;
    }
    throw wrongType(arguments, position, "number");
  }

  /** A whole number; one too large for a {@code long} is refused as OPA refuses it. */
  static long integer(RegoValue[] arguments, int position) {
    RegoNumber number = number(arguments, position);
    if (number.isLong()) {
      return number.longValue();
    }
    throw BuiltinException.operand(
        position + 1, "must be integer number but got floating-point number");
  }

  /** A whole number that is used as a size or position, brought into the range of an int. */
  static int size(RegoValue[] arguments, int position) {
    long value = integer(arguments, position);
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
  }

  static BigInteger bigInteger(RegoValue[] arguments, int position) {
    if (!(arguments[position] instanceof RegoNumber number)) {
      throw wrongType(arguments, position, "integer");
    }
    BigInteger integer = number.integer();
    if (integer == null) {
      throw BuiltinException.operand(
          position + 1, "must be integer number but got floating-point number");
    }
    return integer;
  }

  static boolean truth(RegoValue[] arguments, int position) {
    if (arguments[position] instanceof RegoBoolean truth) {
      return truth.value();
    }
    throw wrongType(arguments, position, "boolean");
  }

  static RegoArray array(RegoValue[] arguments, int position) {
    if (arguments[position] instanceof RegoArray array) {
      return array;
    }
    throw wrongType(arguments, position, "array");
  }

  static RegoSet set(RegoValue[] arguments, int position) {
    if (arguments[position] instanceof RegoSet set) {
      return set;
    }
    throw wrongType(arguments, position, "set");
  }

  static RegoObject object(RegoValue[] arguments, int position) {
    if (arguments[position] instanceof RegoObject object) {
      return object;
    }
    throw wrongType(arguments, position, "object");
  }

  /** The elements of an array or set. */
  static Iterable<RegoValue> elements(RegoValue[] arguments, int position, String... wanted) {
    if (arguments[position] instanceof RegoArray array) {
      return array;
    } else if (arguments[position] instanceof RegoSet set) {
      return set;
    }
    throw wrongType(arguments, position, wanted.length == 0 ? COLLECTIONS : wanted);
  }

  private static final String[] COLLECTIONS = {"array", "set"};

  /** The elements of an array or set of strings. */
  static List<String> texts(RegoValue[] arguments, int position, String... wanted) {
    List<String> texts = new ArrayList<>();
    for (RegoValue element : elements(arguments, position, wanted)) {
      if (!(element instanceof RegoString text)) {
        throw wrongElement(arguments, position, element, "string");
      }
      texts.add(text.value());
    }
    return texts;
  }

  static BuiltinException wrongElement(
      RegoValue[] arguments, int position, RegoValue element, String wanted) {
    String collection = arguments[position].typeName();
    return BuiltinException.operand(
        position + 1,
        "must be "
            + collection
            + " of "
            + wanted
            + "s but got "
            + collection
            + " containing "
            + element.typeName());
  }
}
