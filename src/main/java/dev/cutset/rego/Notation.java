package dev.cutset.rego;

/** Values as a policy would write them; sets, unlike in JSON, in braces. */
public final class Notation {
  private final StringBuilder out = new StringBuilder();

  private Notation() {}

  public static String of(RegoValue value) {
    Notation notation = new Notation();
    notation.write(value);
    return notation.out.toString();
  }

  /** Like {@link #of}, but a text is itself, without quotes. */
  public static String plain(RegoValue value) {
    return value instanceof RegoString text ? text.value() : of(value);
  }

  private void write(RegoValue value) {
    if (value instanceof RegoString text) {
      quote(out, text.value(), false);
    } else if (value instanceof RegoArray array) {
      writeAll(array, '[', ']');
    } else if (value instanceof RegoSet set) {
      if (set.size() == 0) {
        out.append("set()");
      } else {
        writeAll(set, '{', '}');
      }
    } else if (value instanceof RegoObject object) {
      writeObject(object);
    } else {
      out.append(value);
    }
  }

  private void writeAll(Iterable<RegoValue> elements, char open, char close) {
    out.append(open);
    String separator = "";
    for (RegoValue element : elements) {
      out.append(separator);
      write(element);
      separator = ", ";
    }
    out.append(close);
  }

  private void writeObject(RegoObject object) {
    out.append('{');
    String[] separator = {""};
    object.forEach(
        (key, value) -> {
          out.append(separator[0]);
          write(key);
          out.append(": ");
          write(value);
          separator[0] = ", ";
        });
    out.append('}');
  }

  /** A text in quotes, as Go writes it. */
  public static String quoted(String text) {
    StringBuilder out = new StringBuilder();
    quote(out, text, false);
    return out.toString();
  }

  /** Quotes a text as Go does. */
  public static void quote(StringBuilder out, String text, boolean onlyAscii) {
    out.append('"');
    text.codePoints().forEach(c -> escape(out, c, '"', onlyAscii));
    out.append('"');
  }

  public static void escape(StringBuilder out, int c, char quote, boolean onlyAscii) {
    if (c == quote || c == '\\') {
      out.append('\\').append((char) c);
    } else if (isPrintable(c) && (c < 0x80 || !onlyAscii)) {
      out.appendCodePoint(c);
    } else {
      escapeControl(out, c);
    }
  }

  private static void escapeControl(StringBuilder out, int c) {
    switch (c) {
      case 0x07 -> out.append("\\a");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case 0x0B -> out.append("\\v");
      default ->
          out.append(String.format(c < 0x80 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c));
    }
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }
}
