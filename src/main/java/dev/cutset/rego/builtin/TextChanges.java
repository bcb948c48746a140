package dev.cutset.rego.builtin;

import dev.cutset.rego.Builtin;
import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.Notation;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoBoolean;
import dev.cutset.rego.RegoSet;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Builtins that make another text of a text. */
final class TextChanges {
  private TextChanges() {}

  static @Nullable Builtin find(String name) {
    return switch (name) {
      case "lower" -> (context, x) -> map(x, Character::toLowerCase);
      case "upper" -> (context, x) -> map(x, Character::toUpperCase);
      case "trim" -> (context, x) -> trim(x, true, true);
      case "trim_left" -> (context, x) -> trim(x, true, false);
      case "trim_right" -> (context, x) -> trim(x, false, true);
      case "trim_space" ->
          (context, x) -> text(trim(Operands.text(x, 0), TextChanges::isSpace, true, true));
      case "trim_prefix" -> (context, x) -> trimPrefix(x);
      case "trim_suffix" -> (context, x) -> trimSuffix(x);
      case "replace" -> (context, x) -> text(replace(Operands.text(x, 0), one(x)));
      case "strings.replace_n" -> (context, x) -> text(replace(Operands.text(x, 1), many(x)));
      case "strings.reverse" ->
          (context, x) -> text(new StringBuilder(Operands.text(x, 0)).reverse().toString());
      case "sprintf" ->
          (context, x) -> text(GoFormat.format(Operands.text(x, 0), Operands.array(x, 1)));
      case "internal.template_string" -> (context, x) -> text(join(Operands.array(x, 0), ""));
      case "internal.print" ->
          (context, x) -> {
            context.print(join(Operands.array(x, 0), " "));
            return null;
          };
      // The trace of an evaluation shows the call, with what it notes.
      case "trace" ->
          (context, x) -> {
            Operands.text(x, 0);
            return RegoBoolean.TRUE;
          };
      case "strings.render_template" ->
          (context, x) ->
              new RegoString(TemplateRun.render(Operands.text(x, 0), Operands.object(x, 1)));
      default -> null;
    };
  }

  private static RegoString text(String text) {
    return new RegoString(text);
  }

  /** Letter by letter, as Go does it: no letter becomes two. */
  private static RegoValue map(RegoValue[] x, IntUnaryOperator change) {
    StringBuilder changed = new StringBuilder();
    Operands.text(x, 0).codePoints().map(change).forEach(changed::appendCodePoint);
    return text(changed.toString());
  }

  private static boolean isSpace(int c) {
    return c >= 9 && c <= 13 || c == 0x85 || c == 0xA0 || Character.isSpaceChar(c);
  }

  private static RegoValue trim(RegoValue[] x, boolean left, boolean right) {
    String cutset = Operands.text(x, 1);
    return text(trim(Operands.text(x, 0), c -> cutset.indexOf(c) >= 0, left, right));
  }

  private static String trim(String text, IntPredicate cut, boolean left, boolean right) {
    int start = 0;
    int end = text.length();
    while (left && start < end && cut.test(text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    while (right && start < end && cut.test(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(start, end);
  }

  private static RegoValue trimPrefix(RegoValue[] x) {
    String text = Operands.text(x, 0);
    String prefix = Operands.text(x, 1);
    return text(text.startsWith(prefix) ? text.substring(prefix.length()) : text);
  }

  private static RegoValue trimSuffix(RegoValue[] x) {
    String text = Operands.text(x, 0);
    String suffix = Operands.text(x, 1);
    int end = text.length() - suffix.length();
    return text(text.endsWith(suffix) ? text.substring(0, end) : text);
  }

  private static Map<String, String> one(RegoValue[] x) {
    return Map.of(Operands.text(x, 1), Operands.text(x, 2));
  }

  private static Map<String, String> many(RegoValue[] x) {
    Map<String, String> pairs = new LinkedHashMap<>();
    Operands.object(x, 0)
        .forEach(
            (key, value) -> {
              if (!(key instanceof RegoString old)) {
                throw BuiltinException.operand(1, "non-string key found in pattern object");
              }
              if (!(value instanceof RegoString replacement)) {
                throw BuiltinException.operand(1, "non-string value found in pattern object");
              }
              pairs.put(old.value(), replacement.value());
            });
    return pairs;
  }

  /**
   * At each place the first pair that fits wins; what was put in is not looked at again.
   *
   * <p>An empty text fits everywhere, and once it has been replaced the others have their turn.
   */
  private static String replace(String text, Map<String, String> pairs) {
    StringBuilder out = new StringBuilder();
    boolean afterEmpty = false;
    for (int at = 0; at <= text.length(); ) {
      String old = fitting(text, at, pairs, afterEmpty);
      afterEmpty = old != null && old.isEmpty();
      if (old != null) {
        out.append(pairs.get(old));
        at += old.length();
      } else if (at < text.length()) {
        out.appendCodePoint(text.codePointAt(at));
        at += Character.charCount(text.codePointAt(at));
      } else {
        break;
      }
    }
    return out.toString();
  }

  private static @Nullable String fitting(
      String text, int at, Map<String, String> pairs, boolean afterEmpty) {
    for (String old : pairs.keySet()) {
      if (text.startsWith(old, at) && !(old.isEmpty() && afterEmpty)) {
        return old;
      }
    }
    return null;
  }

  private static String join(RegoArray parts, String separator) {
    StringBuilder out = new StringBuilder();
    for (RegoValue part : parts) {
      out.append(out.isEmpty() ? "" : separator).append(shown(part));
    }
    return out.toString();
  }

  /** Parts come as sets of one, or of none when they are undefined. */
  private static String shown(RegoValue part) {
    if (!(part instanceof RegoSet set)) {
      return Notation.plain(part);
    }
    return set.size() == 0 ? "<undefined>" : Notation.plain(set.iterator().next());
  }
}
