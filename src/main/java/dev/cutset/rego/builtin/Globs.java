package dev.cutset.rego.builtin;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cutset.rego.Builtin;
import dev.cutset.rego.BuiltinContext;
import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoBoolean;
import dev.cutset.rego.RegoNull;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builtins with glob patterns, which are turned into regular expressions. */
final class Globs {
  private final String glob;
  private final String separators;
  private final StringBuilder regex = new StringBuilder("(?s)\\A");
  private int at;
  private int depth;

  private Globs(String glob, String separators) {
    this.glob = glob;
    this.separators = separators;
  }

  static @Nullable Builtin find(String name) {
    return switch (name) {
      case "glob.match" -> (context, x) -> RegoBoolean.of(matches(context, x));
      case "glob.quote_meta" ->
          (context, x) ->
              new RegoString(Operands.text(x, 0).replaceAll("[*?\\\\\\[\\]{}]", "\\\\$0"));
      default -> null;
    };
  }

  private record Key(String glob, String separators) {}

  private static boolean matches(BuiltinContext context, RegoValue[] x) {
    Key key = new Key(Operands.text(x, 0), separators(x));
    String text = Operands.text(x, 2);
    return context
        .remembered(Globs.class, key, it -> new Globs(it.glob(), it.separators()).compile())
        .matcher(text)
        .find();
  }

  /** Null is no separator at all, an empty list is the dot. */
  private static String separators(RegoValue[] x) {
    if (x[1] instanceof RegoNull) {
      return "";
    }
    if (!(x[1] instanceof RegoArray)) {
      throw Operands.wrongType(x, 1, "array", "null");
    }
    List<String> all = Operands.texts(x, 1);
    for (String one : all) {
      if (one.codePointCount(0, one.length()) != 1) {
        throw BuiltinException.operand(2, "must be array of runes but got array containing string");
      }
    }
    return all.isEmpty() ? "." : String.join("", all);
  }

  private Pattern compile() {
    while (at < glob.length()) {
      next();
    }
    if (depth > 0) {
      throw BuiltinException.failed("unexpected end of input");
    }
    try {
      return Pattern.compile(regex.append("\\z").toString());
    } catch (PatternSyntaxException e) {
      throw BuiltinException.failed(String.valueOf(e.getMessage()));
    }
  }

  private void next() {
    int c = glob.codePointAt(at);
    at += Character.charCount(c);
    switch (c) {
      case '*' -> {
        boolean all = at < glob.length() && glob.charAt(at) == '*';
        while (at < glob.length() && glob.charAt(at) == '*') {
          at++;
        }
        regex.append(all ? ".*" : one() + "*");
      }
      case '?' -> regex.append(one());
      case '[' -> characters();
      case '{' -> {
        depth++;
        regex.append("(?:");
      }
      case '}' -> {
        regex.append(depth > 0 ? ")" : "\\}");
        depth = Math.max(0, depth - 1);
      }
      case ',' -> regex.append(depth > 0 ? "|" : ",");
      case '\\' -> {
        if (at < glob.length()) {
          literal(glob.codePointAt(at));
          at += Character.charCount(glob.codePointAt(at));
        }
      }
      default -> literal(c);
    }
  }

  private void literal(int c) {
    regex.append(Pattern.quote(Character.toString(c)));
  }

  /** One character that is no separator. */
  private String one() {
    return separators.isEmpty() ? "." : "[^" + inClass(separators) + "]";
  }

  private static String inClass(String characters) {
    StringBuilder escaped = new StringBuilder();
    characters.codePoints().forEach(c -> escaped.append(String.format("\\x{%x}", c)));
    return escaped.toString();
  }

  private void characters() {
    int end = glob.indexOf(']', at);
    if (end < 0) {
      throw BuiltinException.failed("unexpected end of input");
    }
    boolean negated = glob.charAt(at) == '!';
    String body = glob.substring(negated ? at + 1 : at, end);
    at = end + 1;
    regex.append(negated ? "[^" : "[");
    int[] range = body.codePoints().toArray();
    if (range.length == 3 && range[1] == '-') {
      regex.append(inClass(Character.toString(range[0])));
      regex.append('-');
      regex.append(inClass(Character.toString(range[2])));
    } else {
      regex.append(inClass(body));
    }
    regex.append(']');
  }
}
