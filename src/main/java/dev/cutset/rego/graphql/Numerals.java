package dev.cutset.rego.graphql;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Whether what values say can be had as a value of Go. */
final class Numerals {
  /** Beyond so many digits no integer is in any range. */
  private static final int MAX_DIGITS = 40;

  private Numerals() {}

  static boolean isInteger(String raw) {
    return raw.length() <= MAX_DIGITS && raw.matches("[-+]?[0-9]+");
  }

  /** Whether a value, with all in it, is no number that is too large. */
  static boolean isReadable(@Nullable Node value, Effort effort) {
    if (value == null) {
      return true;
    }
    effort.enter();
    boolean readable =
        switch (value.kind()) {
          case VARIABLE -> isReadable(defaultOf(value), effort);
          case INT ->
              isInteger(value.text("Raw"))
                  && new BigInteger(value.text("Raw")).bitLength() < Long.SIZE;
          case FLOAT -> isFloat(value.text("Raw"));
          case BOOLEAN -> value.text("Raw").matches("1|t|T|TRUE|true|True|0|f|F|FALSE|false|False");
          case STRING, BLOCK, ENUM, NULL -> true;
          case LIST, OBJECT -> areReadable(value, effort);
        };
    effort.leave();
    return readable;
  }

  private static boolean areReadable(Node value, Effort effort) {
    for (Node child : value.nodes("Children")) {
      if (!isReadable(child.find("Value"), effort)) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Node defaultOf(Node value) {
    Node variable = value.find("VariableDefinition");
    return variable == null ? null : variable.find("DefaultValue");
  }

  private static boolean isFloat(String raw) {
    try {
      return !Double.isInfinite(Double.parseDouble(raw));
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
