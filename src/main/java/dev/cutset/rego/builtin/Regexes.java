package dev.cutset.rego.builtin;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cutset.rego.Builtin;
import dev.cutset.rego.BuiltinContext;
import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoBoolean;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builtins with regular expressions, which take time linear in the text whatever the pattern. */
final class Regexes {
  private Regexes() {}

  static @Nullable Builtin find(String name) {
    return switch (name) {
      case "regex.match", "re_match" ->
          (context, x) ->
              RegoBoolean.of(pattern(context, x, 0).matcher(Operands.text(x, 1)).find());
      case "regex.is_valid" -> (context, x) -> RegoBoolean.of(isValid(x[0]));
      case "regex.split" ->
          (context, x) -> Texts.array(split(pattern(context, x, 0), Operands.text(x, 1)));
      case "regex.find_n" -> (context, x) -> RegoArray.of(findAll(context, x, false));
      case "regex.find_all_string_submatch_n" ->
          (context, x) -> RegoArray.of(findAll(context, x, true));
      case "regex.replace" ->
          (context, x) ->
              new RegoString(
                  replace(Operands.text(x, 0), pattern(context, x, 1), Operands.text(x, 2)));
      case "regex.template_match" -> (context, x) -> RegoBoolean.of(matchesTemplate(context, x));
      case "regex.globs_match" ->
          (context, x) ->
              RegoBoolean.of(GlobIntersection.meet(Operands.text(x, 0), Operands.text(x, 1)));
      default -> null;
    };
  }

  private static Pattern pattern(BuiltinContext context, RegoValue[] x, int position) {
    return pattern(context, Operands.text(x, position));
  }

  private static Pattern pattern(BuiltinContext context, String text) {
    return context.remembered(Regexes.class, text, Regexes::compile);
  }

  private static Pattern compile(String text) {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw BuiltinException.failed(
          "error parsing regexp: " + e.getDescription() + ": `" + e.getPattern() + "`");
    }
  }

  private static boolean isValid(RegoValue value) {
    try {
      return value instanceof RegoString text && compile(text.value()) != null;
    } catch (BuiltinException e) {
      return false;
    }
  }

  /** The places where a match starts and ends, group by group, -1 for a group without part. */
  private record Match(int[] bounds) {
    int start() {
      return bounds[0];
    }

    int end() {
      return bounds[1];
    }

    String group(String text, int group) {
      int from = bounds[2 * group];
      return from < 0 ? "" : text.substring(from, bounds[2 * group + 1]);
    }
  }

  /** Finds matches as Go does: an empty one right after another does not count. */
  private static List<Match> matches(Pattern pattern, String text, long limit) {
    List<Match> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    int at = 0;
    int previousEnd = -1;
    while (at <= text.length() && (limit < 0 || found.size() < limit) && matcher.find(at)) {
      boolean counts = true;
      if (matcher.end() == at) {
        counts = matcher.start() != previousEnd;
        at = at < text.length() ? text.offsetByCodePoints(at, 1) : at + 1;
      } else {
        at = matcher.end();
      }
      previousEnd = matcher.end();
      if (counts) {
        found.add(new Match(bounds(matcher)));
      }
    }
    return found;
  }

  private static int[] bounds(Matcher matcher) {
    int[] bounds = new int[2 * (matcher.groupCount() + 1)];
    for (int group = 0; group <= matcher.groupCount(); group++) {
      bounds[2 * group] = matcher.start(group);
      bounds[2 * group + 1] = matcher.end(group);
    }
    return bounds;
  }

  private static List<String> split(Pattern pattern, String text) {
    List<String> parts = new ArrayList<>();
    if (text.isEmpty() && !pattern.pattern().isEmpty()) {
      return List.of("");
    }
    int start = 0;
    int end = 0;
    for (Match match : matches(pattern, text, -1)) {
      end = match.start();
      if (match.end() != 0) {
        parts.add(text.substring(start, end));
      }
      start = match.end();
    }
    if (end != text.length()) {
      parts.add(text.substring(start));
    }
    return parts;
  }

  private static List<RegoValue> findAll(BuiltinContext context, RegoValue[] x, boolean groups) {
    String text = Operands.text(x, 1);
    long limit = Operands.integer(x, 2);
    List<RegoValue> found = new ArrayList<>();
    for (Match match : matches(pattern(context, x, 0), text, limit)) {
      List<String> parts = new ArrayList<>();
      for (int group = 0; group < (groups ? match.bounds().length / 2 : 1); group++) {
        parts.add(match.group(text, group));
      }
      found.add(groups ? Texts.array(parts) : new RegoString(parts.get(0)));
    }
    return found;
  }

  private static String replace(String text, Pattern pattern, String template) {
    StringBuilder out = new StringBuilder();
    int last = 0;
    for (Match match : matches(pattern, text, -1)) {
      out.append(text, last, match.start());
      expand(out, template, text, pattern, match);
      last = match.end();
    }
    return out.append(text, last, text.length()).toString();
  }

  /** Fills {@code $1}, {@code $name} and {@code ${name}}; a group that there is not is empty. */
  private static void expand(
      StringBuilder out, String template, String text, Pattern pattern, Match match) {
    int at = 0;
    while (at < template.length()) {
      int dollar = template.indexOf('$', at);
      if (dollar < 0) {
        break;
      }
      out.append(template, at, dollar);
      at = dollar + 1;
      if (template.startsWith("$", at)) {
        out.append('$');
        at++;
        continue;
      }
      boolean braces = template.startsWith("{", at);
      int start = braces ? at + 1 : at;
      int end = start;
      while (end < template.length() && isName(template.charAt(end))) {
        end++;
      }
      if (end == start || braces && !template.startsWith("}", end)) {
        out.append('$');
        continue;
      }
      int group = group(template.substring(start, end), pattern);
      out.append(group < 0 || group >= match.bounds().length / 2 ? "" : match.group(text, group));
      at = braces ? end + 1 : end;
    }
    out.append(template, at, template.length());
  }

  private static boolean isName(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  private static int group(String name, Pattern pattern) {
    return name.matches("0|[1-9][0-9]{0,6}")
        ? Integer.parseInt(name)
        : pattern.namedGroups().getOrDefault(name, -1);
  }

  private static boolean matchesTemplate(BuiltinContext context, RegoValue[] x) {
    String template = Operands.text(x, 0);
    char open = delimiter(Operands.text(x, 2), "start");
    char close = delimiter(Operands.text(x, 3), "end");
    StringBuilder regex = new StringBuilder("^");
    int level = 0;
    int from = 0;
    for (int i = 0; i < template.length(); i++) {
      if (template.charAt(i) == open && ++level == 1) {
        regex.append(Pattern.quote(template.substring(from, i))).append('(');
        from = i + 1;
      } else if (template.charAt(i) == close && --level == 0) {
        regex.append(template, from, i).append(')');
        from = i + 1;
      }
      if (level < 0) {
        break;
      }
    }
    if (level != 0) {
      throw BuiltinException.failed("unbalanced braces in \"" + template + "\"");
    }
    regex.append(Pattern.quote(template.substring(from))).append('$');
    return pattern(context, regex.toString()).matcher(Operands.text(x, 1)).find();
  }

  private static char delimiter(String text, String which) {
    if (text.length() != 1) {
      throw BuiltinException.failed(
          which
              + " delimiter has to be exactly one character long but is "
              + text.length()
              + " long");
    }
    return text.charAt(0);
  }
}
