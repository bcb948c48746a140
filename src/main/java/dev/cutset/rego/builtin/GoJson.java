package dev.cutset.rego.builtin;

import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoSet;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import org.jspecify.annotations.Nullable;

/** JSON as Go writes it: what could be taken for HTML is escaped. */
final class GoJson {
  private final StringBuilder out = new StringBuilder();
  private final @Nullable String lineStart;
  private final String indent;

  private GoJson(@Nullable String lineStart, String indent) {
    this.lineStart = lineStart;
    this.indent = indent;
  }

  static String compact(RegoValue value) {
    GoJson json = new GoJson(null, "");
    json.write(value, 0);
    return json.out.toString();
  }

  /** One element a line, each line after the prefix and one indent a level. */
  static String pretty(RegoValue value, String prefix, String indent) {
    GoJson json = new GoJson(prefix, indent);
    json.write(value, 0);
    return prefix + json.out;
  }

  private void write(RegoValue value, int depth) {
    if (value instanceof RegoString text) {
      quote(text.value());
    } else if (value instanceof RegoArray array) {
      writeAll(array, array.size(), depth);
    } else if (value instanceof RegoSet set) {
      writeAll(set, set.size(), depth);
    } else if (value instanceof RegoObject object) {
      writeObject(object, depth);
    } else {
      out.append(value);
    }
  }

  private void writeAll(Iterable<RegoValue> elements, int size, int depth) {
    out.append('[');
    int left = size;
    for (RegoValue element : elements) {
      line(depth + 1);
      write(element, depth + 1);
      out.append(--left > 0 ? "," : "");
    }
    end(size, depth);
    out.append(']');
  }

  private void writeObject(RegoObject object, int depth) {
    out.append('{');
    int start = out.length();
    object.forEachField(
        (name, value) -> {
          out.append(out.length() == start ? "" : ",");
          line(depth + 1);
          quote(name);
          out.append(lineStart == null ? ":" : ": ");
          write(value, depth + 1);
        });
    end(object.size(), depth);
    out.append('}');
  }

  private void end(int size, int depth) {
    if (size > 0) {
      line(depth);
    }
  }

  private void line(int depth) {
    if (lineStart != null) {
      out.append('\n').append(lineStart).append(indent.repeat(depth));
    }
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          if (c < 0x20 || c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
