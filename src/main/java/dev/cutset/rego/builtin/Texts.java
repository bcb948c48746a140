package dev.cutset.rego.builtin;

import dev.cutset.rego.Builtin;
import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoBoolean;
import dev.cutset.rego.RegoNumber;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builtins that look into texts or cut them; positions count code points. */
final class Texts {
  private Texts() {}

  static @Nullable Builtin find(String name) {
    return switch (name) {
      case "concat" ->
          (context, x) ->
              text(String.join(Operands.text(x, 0), Operands.texts(x, 1, "set", "array")));
      case "contains" ->
          (context, x) -> RegoBoolean.of(Operands.text(x, 0).contains(Operands.text(x, 1)));
      case "startswith" ->
          (context, x) -> RegoBoolean.of(Operands.text(x, 0).startsWith(Operands.text(x, 1)));
      case "endswith" ->
          (context, x) -> RegoBoolean.of(Operands.text(x, 0).endsWith(Operands.text(x, 1)));
      case "indexof" ->
          (context, x) -> {
            List<RegoValue> all = positions(Operands.text(x, 0), Operands.text(x, 1), true);
            return all.isEmpty() ? RegoNumber.of(-1) : all.get(0);
          };
      case "indexof_n" ->
          (context, x) -> RegoArray.of(positions(Operands.text(x, 0), Operands.text(x, 1), false));
      case "substring" -> (context, x) -> text(substring(x));
      case "split" -> (context, x) -> array(split(Operands.text(x, 0), Operands.text(x, 1), -1));
      case "strings.split_n" -> (context, x) -> array(splitSome(x));
      case "strings.count" ->
          (context, x) -> RegoNumber.of(count(Operands.text(x, 0), Operands.text(x, 1)));
      case "strings.any_prefix_match" -> (context, x) -> RegoBoolean.of(anyMatch(x, true));
      case "strings.any_suffix_match" -> (context, x) -> RegoBoolean.of(anyMatch(x, false));
      case "format_int" -> (context, x) -> text(formatInt(x));
      default -> null;
    };
  }

  static RegoString text(String text) {
    return new RegoString(text);
  }

  static RegoArray array(List<String> texts) {
    return RegoArray.of(texts.stream().map(RegoString::new).toList());
  }

  private static List<RegoValue> positions(String text, String wanted, boolean first) {
    if (wanted.isEmpty()) {
      throw BuiltinException.failed("empty search character");
    }
    List<RegoValue> found = new ArrayList<>();
    int at = text.indexOf(wanted);
    while (at >= 0) {
      found.add(RegoNumber.of(text.codePointCount(0, at)));
      at = first ? -1 : text.indexOf(wanted, at + 1);
    }
    return found;
  }

  private static String substring(RegoValue[] x) {
    String text = Operands.text(x, 0);
    int offset = Operands.size(x, 1);
    int length = Operands.size(x, 2);
    if (offset < 0) {
      throw BuiltinException.failed("negative offset");
    }
    int size = text.codePointCount(0, text.length());
    if (offset >= size) {
      return "";
    }
    int end = length < 0 || length > size - offset ? size : offset + length;
    return text.substring(text.offsetByCodePoints(0, offset), text.offsetByCodePoints(0, end));
  }

  /** Splits into at most that many parts, or all if negative; by nothing into code points. */
  static List<String> split(String text, String separator, int limit) {
    List<String> parts = new ArrayList<>();
    if (limit == 0) {
      return parts;
    }
    int start = 0;
    while (limit < 0 || parts.size() < limit - 1) {
      int end = separator.isEmpty() ? nextPoint(text, start) : text.indexOf(separator, start);
      if (end < 0 || separator.isEmpty() && end >= text.length()) {
        break;
      }
      parts.add(text.substring(start, end));
      start = end + separator.length();
    }
    if (!separator.isEmpty() || start < text.length()) {
      parts.add(text.substring(start));
    }
    return parts;
  }

  private static int nextPoint(String text, int start) {
    return start >= text.length() ? -1 : text.offsetByCodePoints(start, 1);
  }

  private static List<String> splitSome(RegoValue[] x) {
    String text = Operands.text(x, 0);
    String separator = Operands.text(x, 1);
    int wanted = Operands.size(x, 2);
    if (wanted >= 0) {
      int limit = wanted == Integer.MAX_VALUE ? -1 : wanted + 1;
      List<String> parts = split(text, separator, limit);
      return parts.subList(0, Math.min(wanted, parts.size()));
    }
    List<String> parts = split(text, separator, -1);
    return parts.subList(Math.max(parts.size() + wanted, 0), parts.size());
  }

  private static long count(String text, String wanted) {
    if (wanted.isEmpty()) {
      return text.codePointCount(0, text.length()) + 1L;
    }
    long found = 0;
    int at = text.indexOf(wanted);
    while (at >= 0) {
      found++;
      at = text.indexOf(wanted, at + wanted.length());
    }
    return found;
  }

  private static boolean anyMatch(RegoValue[] x, boolean atStart) {
    List<String> bases = oneOrMore(x, 1);
    for (String text : oneOrMore(x, 0)) {
      for (String base : bases) {
        if (atStart ? text.startsWith(base) : text.endsWith(base)) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<String> oneOrMore(RegoValue[] x, int position) {
    return x[position] instanceof RegoString text
        ? List.of(text.value())
        : Operands.texts(x, position, "string", "set", "array");
  }

  private static String formatInt(RegoValue[] x) {
    RegoNumber number = Operands.number(x, 0);
    String base = Operands.number(x, 1).text();
    if (!List.of("2", "8", "10", "16").contains(base)) {
      throw BuiltinException.operand(2, "must be one of {2, 8, 10, 16}");
    }
    BigInteger whole = number.decimal().setScale(0, RoundingMode.DOWN).toBigInteger();
    return whole.toString(Integer.parseInt(base));
  }
}
