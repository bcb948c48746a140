package dev.cutset.rego.builtin;

import dev.cutset.rego.Notation;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoNumber;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code sprintf}: texts made from a format and values as Go makes them, mistakes included.
 *
 * <p>The values that a format sees are whole numbers, floating-point numbers and texts; everything
 * else comes as the text that a policy would write for it.
 */
final class GoFormat {
  private final String format;
  private final List<Object> arguments = new ArrayList<>();
  private final StringBuilder out = new StringBuilder();
  private int at;
  private int next;
  private boolean reordered;
  private boolean goodIndex;

  private GoFormat(String format, RegoArray arguments) {
    this.format = format;
    arguments.forEach(argument -> this.arguments.add(plain(argument)));
  }

  static String format(String format, RegoArray arguments) {
    GoFormat run = new GoFormat(format, arguments);
    run.run();
    return run.out.toString();
  }

  private static Object plain(RegoValue value) {
    if (value instanceof RegoString text) {
      return text.value();
    }
    return value instanceof RegoNumber number ? plain(number) : Notation.of(value);
  }

  /** How a number is written, not its value, decides whether it counts as a whole one. */
  private static Object plain(RegoNumber number) {
    if (number.text().matches(".*[.eE].*")) {
      // Read anew, since the value of a number has no negative zero.
      double real = Double.parseDouble(number.text());
      return Double.isInfinite(real) ? number.text() : (Object) real;
    }
    return number.isLong() ? (Object) number.longValue() : new BigInteger(number.text());
  }

  private void run() {
    while (at < format.length()) {
      int percent = format.indexOf('%', at);
      if (percent < 0) {
        out.append(format, at, format.length());
        break;
      }
      out.append(format, at, percent);
      at = percent + 1;
      directive();
    }
    if (!reordered && next < arguments.size()) {
      extra();
    }
  }

  private void extra() {
    out.append("%!(EXTRA ");
    for (int i = next; i < arguments.size(); i++) {
      Object argument = arguments.get(i);
      out.append(i > next ? ", " : "").append(GoVerb.typeName(argument)).append('=');
      out.append(new GoVerb(new GoFlags()).show('v', argument));
    }
    out.append(')');
  }

  private void directive() {
    GoFlags flags = new GoFlags();
    goodIndex = true;
    boolean afterIndex = false;
    while (at < format.length() && flags.accept(format.charAt(at))) {
      at++;
    }
    afterIndex = index(afterIndex);
    if (at < format.length() && format.charAt(at) == '*') {
      at++;
      Integer width = star();
      if (width == null) {
        out.append("%!(BADWIDTH)");
      } else {
        flags.width(width);
      }
      afterIndex = false;
    } else {
      Integer width = digits();
      if (width != null) {
        flags.width(width);
        goodIndex &= !afterIndex;
      }
    }
    if (at < format.length() && format.charAt(at) == '.') {
      at++;
      precision(flags, afterIndex);
      afterIndex = false;
    }
    if (!afterIndex) {
      index(false);
    }
    verb(flags);
  }

  private void precision(GoFlags flags, boolean afterIndexBefore) {
    goodIndex &= !afterIndexBefore;
    boolean afterIndex = index(false);
    if (at < format.length() && format.charAt(at) == '*') {
      at++;
      Integer precision = star();
      if (precision == null || precision < 0) {
        out.append("%!(BADPREC)");
      } else {
        flags.precision = precision;
      }
    } else {
      Integer precision = digits();
      goodIndex &= !(afterIndex && precision != null);
      flags.precision = precision == null ? 0 : precision;
    }
  }

  private void verb(GoFlags flags) {
    if (at >= format.length()) {
      out.append("%!(NOVERB)");
      return;
    }
    int verb = format.codePointAt(at);
    at += Character.charCount(verb);
    if (verb == '%') {
      out.append('%');
    } else if (!goodIndex) {
      out.append("%!").appendCodePoint(verb).append("(BADINDEX)");
    } else if (next >= arguments.size()) {
      out.append("%!").appendCodePoint(verb).append("(MISSING)");
    } else {
      out.append(new GoVerb(flags).show(verb, arguments.get(next++)));
    }
  }

  private @Nullable Integer star() {
    if (next >= arguments.size()) {
      return null;
    }
    Object argument = arguments.get(next++);
    return argument instanceof Long number && Math.abs(number) <= 1_000_000
        ? (Integer) number.intValue()
        : null;
  }

  private @Nullable Integer digits() {
    int start = at;
    while (at < format.length() && Character.digit(format.charAt(at), 10) >= 0) {
      at++;
    }
    String number = format.substring(start, at);
    return number.isEmpty() || number.length() > 6 ? null : Integer.valueOf(number);
  }

  /** Reads {@code [n]}, which says which argument is next. */
  private boolean index(boolean already) {
    if (at >= format.length() || format.charAt(at) != '[') {
      return already;
    }
    reordered = true;
    int end = format.indexOf(']', at);
    String number = end < 0 ? "" : format.substring(at + 1, end);
    boolean good = number.matches("[0-9]{1,6}");
    int position = good ? Integer.parseInt(number) : 0;
    at = end < 0 ? at + 1 : end + 1;
    if (position < 1 || position > arguments.size()) {
      goodIndex = false;
    } else {
      next = position - 1;
    }
    return true;
  }
}
