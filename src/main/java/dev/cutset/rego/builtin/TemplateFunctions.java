package dev.cutset.rego.builtin;

import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoBoolean;
import dev.cutset.rego.RegoNull;
import dev.cutset.rego.RegoNumber;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The functions that templates can call. */
final class TemplateFunctions {
  static final Set<String> NAMES =
      Set.of(
          "and",
          "or",
          "not",
          "html",
          "index",
          "js",
          "len",
          "print",
          "printf",
          "println",
          "slice",
          "urlquery",
          "eq",
          "ge",
          "gt",
          "le",
          "lt",
          "ne",
          "call");

  private TemplateFunctions() {}

  /** A value of the document as templates have it. */
  static @Nullable Object plain(RegoValue value) {
    if (value instanceof RegoString text) {
      return text.value();
    } else if (value instanceof RegoBoolean truth) {
      return truth.value();
    }
    return value instanceof RegoNull ? null : value;
  }

  static boolean truth(@Nullable Object value) {
    if (value instanceof Boolean truth) {
      return truth;
    } else if (value instanceof String text) {
      return !text.isEmpty();
    } else if (value instanceof Long number) {
      return number != 0;
    } else if (value instanceof Double number) {
      return number != 0;
    } else if (value instanceof RegoArray array) {
      return array.size() > 0;
    } else if (value instanceof RegoObject object) {
      return object.size() > 0;
    }
    // A number of the document is a text that is never empty.
    return value != null;
  }

  /** A value as it is written into the text. */
  static String show(@Nullable Object value) {
    return value == null ? "<no value>" : inside(value);
  }

  private static String inside(@Nullable Object value) {
    if (value instanceof Double number) {
      double size = Math.abs(number);
      BigDecimal shortest = GoNumbers.shortest(number).stripTrailingZeros();
      return size == 0 || size >= 1e-4 && size < 1e21
          ? shortest.toPlainString()
          : GoNumbers.scientific(shortest, shortest.precision() - 1);
    } else if (value instanceof RegoArray array) {
      List<String> elements = new ArrayList<>();
      array.forEach(element -> elements.add(inside(plain(element))));
      return "[" + String.join(" ", elements) + "]";
    } else if (value instanceof RegoObject object) {
      List<String> fields = new ArrayList<>();
      object.forEachField((name, each) -> fields.add(name + ":" + inside(plain(each))));
      return "map[" + String.join(" ", fields) + "]";
    }
    return value == null ? "<nil>" : value.toString();
  }

  static @Nullable Object call(String name, List<@Nullable Object> arguments) {
    return switch (name) {
      case "not" -> !truth(only(name, arguments));
      case "html" -> html(joined(arguments));
      case "js" -> js(joined(arguments));
      case "urlquery" ->
          URLEncoder.encode(joined(arguments), StandardCharsets.UTF_8)
              .replace("*", "%2A")
              .replace("%7E", "~");
      case "print" -> joined(arguments);
      case "println" ->
          String.join(" ", arguments.stream().map(TemplateFunctions::inside).toList()) + "\n";
      case "printf" -> printf(arguments);
      case "len" -> length(only(name, arguments));
      case "index" -> index(arguments);
      case "slice" -> slice(arguments);
      case "eq" -> equal(arguments);
      case "ne" -> !same(pair(name, arguments), arguments.get(1));
      case "lt" -> order(name, arguments) < 0;
      case "le" -> order(name, arguments) <= 0;
      case "gt" -> order(name, arguments) > 0;
      case "ge" -> order(name, arguments) >= 0;
      default -> throw TemplateRun.failed("error calling " + name);
    };
  }

  private static @Nullable Object only(String name, List<@Nullable Object> arguments) {
    if (arguments.size() != 1) {
      throw wrongNumber(name, "1", arguments.size());
    }
    return arguments.get(0);
  }

  private static @Nullable Object pair(String name, List<@Nullable Object> arguments) {
    if (arguments.size() != 2) {
      throw wrongNumber(name, "2", arguments.size());
    }
    return arguments.get(0);
  }

  private static RuntimeException wrongNumber(String name, String wanted, int got) {
    return TemplateRun.failed(
        "wrong number of args for " + name + ": want " + wanted + " got " + got);
  }

  private static boolean isText(@Nullable Object value) {
    return value instanceof String || value instanceof RegoNumber;
  }

  /** The values side by side, apart where neither is a text. */
  private static String joined(List<@Nullable Object> arguments) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < arguments.size(); i++) {
      boolean apart = i > 0 && !isText(arguments.get(i)) && !isText(arguments.get(i - 1));
      out.append(apart ? " " : "").append(inside(arguments.get(i)));
    }
    return out.toString();
  }

  private static String printf(List<@Nullable Object> arguments) {
    if (arguments.isEmpty() || !(arguments.get(0) instanceof String format)) {
      throw TemplateRun.failed("wrong type for value; expected string");
    }
    List<RegoValue> values = new ArrayList<>();
    for (Object argument : arguments.subList(1, arguments.size())) {
      if (argument instanceof Long number) {
        values.add(RegoNumber.of(number));
      } else if (argument instanceof Double number) {
        // Its text must show that it is no whole number.
        values.add(RegoNumber.parse(number.toString()));
      } else {
        values.add(new RegoString(inside(argument)));
      }
    }
    return GoFormat.format(format, RegoArray.of(values));
  }

  private static String html(String text) {
    return text.replace("\0", "\uFFFD")
        .replace("&", "&amp;")
        .replace("\"", "&#34;")
        .replace("'", "&#39;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }

  private static String js(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\\' || c == '\'' || c == '"') {
                out.append('\\').appendCodePoint(c);
              } else if (c < ' ' || "<>&=".indexOf(c) >= 0 || c == 0x7F) {
                out.append(String.format("\\u%04X", c));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  private static Object length(@Nullable Object value) {
    if (value instanceof RegoArray array) {
      return (long) array.size();
    } else if (value instanceof RegoObject object) {
      return (long) object.size();
    } else if (isText(value)) {
      return (long) inside(value).getBytes(StandardCharsets.UTF_8).length;
    }
    throw TemplateRun.failed("error calling len: len of " + show(value));
  }

  private static @Nullable Object index(List<@Nullable Object> arguments) {
    if (arguments.isEmpty() || arguments.get(0) == null) {
      throw TemplateRun.failed("error calling index: index of untyped nil");
    }
    Object value = arguments.get(0);
    for (Object key : arguments.subList(1, arguments.size())) {
      if (value instanceof RegoArray array) {
        value = plain(array.at(position(key, array.size() - 1)));
      } else if (value instanceof RegoObject object && isText(key)) {
        RegoValue found = object.get(inside(key));
        value = found == null ? null : plain(found);
      } else if (value instanceof String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        value = (long) (bytes[position(key, bytes.length - 1)] & 0xFF);
      } else {
        throw TemplateRun.failed("error calling index: can't index item of " + show(value));
      }
    }
    return value;
  }

  private static int position(@Nullable Object key, int last) {
    if (!(key instanceof Long number)) {
      throw TemplateRun.failed("cannot index slice/array with " + show(key));
    }
    if (number < 0 || number > last) {
      throw TemplateRun.failed("index out of range: " + number);
    }
    return number.intValue();
  }

  private static Object slice(List<@Nullable Object> arguments) {
    Object value = arguments.isEmpty() ? null : arguments.get(0);
    if (!(value instanceof RegoArray) && !(value instanceof String) || arguments.size() > 3) {
      throw TemplateRun.failed("error calling slice: can't slice item of " + show(value));
    }
    byte[] bytes = inside(value).getBytes(StandardCharsets.UTF_8);
    int size = value instanceof RegoArray array ? array.size() : bytes.length;
    int from = arguments.size() > 1 ? position(arguments.get(1), size) : 0;
    int to = arguments.size() > 2 ? position(arguments.get(2), size) : size;
    if (from > to) {
      throw TemplateRun.failed("invalid slice index: " + from + " > " + to);
    }
    return value instanceof RegoArray array
        ? array.slice(from, to)
        : new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private static boolean equal(List<@Nullable Object> arguments) {
    if (arguments.size() < 2) {
      throw TemplateRun.failed("error calling eq: missing argument for comparison");
    }
    for (Object other : arguments.subList(1, arguments.size())) {
      if (same(arguments.get(0), other)) {
        return true;
      }
    }
    return false;
  }

  private static boolean same(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return left == null && right == null;
    }
    if (left instanceof RegoArray || left instanceof RegoObject) {
      throw TemplateRun.failed("non-comparable type");
    }
    if (isText(left) && isText(right)) {
      return inside(left).equals(inside(right));
    }
    if (left.getClass() != right.getClass()) {
      throw TemplateRun.failed("incompatible types for comparison");
    }
    return left.equals(right);
  }

  private static int order(String name, List<@Nullable Object> arguments) {
    Object left = pair(name, arguments);
    Object right = arguments.get(1);
    if (isText(left) && isText(right)) {
      return new RegoString(inside(left)).compareTo(new RegoString(inside(right)));
    } else if (left instanceof Long one && right instanceof Long other) {
      return one.compareTo(other);
    } else if (left instanceof Double one && right instanceof Double other) {
      return one.compareTo(other);
    }
    throw TemplateRun.failed("error calling " + name + ": incompatible types for comparison");
  }
}
