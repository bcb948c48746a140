package dev.cutset.rego.builtin;

/** What stands between the percent sign and the verb of a Go format. */
final class GoFlags {
  boolean plus;
  boolean minus;
  boolean sharp;
  boolean space;
  boolean zero;
  int width = -1;
  int precision = -1;

  /** Takes the character if it is a flag. */
  boolean accept(char c) {
    switch (c) {
      case '+' -> plus = true;
      case '-' -> {
        minus = true;
        zero = false;
      }
      case '#' -> sharp = true;
      case ' ' -> space = true;
      case '0' -> zero = !minus;
      default -> {
        return false;
      }
    }
    return true;
  }

  /** A negative width, which only an argument can give, pads on the right. */
  void width(int wanted) {
    width = Math.abs(wanted);
    if (wanted < 0) {
      minus = true;
      zero = false;
    }
  }

  /** Fills up with spaces, or with zeros if these were asked for. */
  String pad(String text) {
    int missing = width - text.codePointCount(0, text.length());
    if (missing <= 0) {
      return text;
    }
    return minus ? text + " ".repeat(missing) : (zero ? "0" : " ").repeat(missing) + text;
  }

  /** Fills up a number; zeros go between the sign and the digits. */
  String padNumber(String sign, String digits) {
    int missing = width - sign.length() - digits.length();
    if (zero && !minus && missing > 0) {
      return sign + "0".repeat(missing) + digits;
    }
    boolean zeros = zero;
    zero = false;
    String padded = pad(sign + digits);
    zero = zeros;
    return padded;
  }

  /** The sign that a number shows. */
  String sign(boolean negative) {
    return negative ? "-" : plus ? "+" : space ? " " : "";
  }
}
