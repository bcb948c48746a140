package dev.cutset.rego;

/** Writes values as JSON text; keys that are no strings are written as the JSON of the key. */
final class JsonText {
  private final StringBuilder out = new StringBuilder();

  private JsonText() {}

  static String of(RegoValue value) {
    JsonText text = new JsonText();
    text.write(value);
    return text.out.toString();
  }

  private void write(RegoValue value) {
    if (value instanceof RegoString text) {
      quote(text.value());
    } else if (value instanceof RegoArray array) {
      writeAll(array);
    } else if (value instanceof RegoSet set) {
      writeAll(set);
    } else if (value instanceof RegoObject object) {
      writeObject(object);
    } else {
      out.append(value);
    }
  }

  private void writeAll(Iterable<RegoValue> elements) {
    char separator = '[';
    for (RegoValue element : elements) {
      out.append(separator);
      write(element);
      separator = ',';
    }
    out.append(separator == '[' ? "[]" : "]");
  }

  private void writeObject(RegoObject object) {
    ValueTable.Sorted sorted = object.table().sorted();
    out.append('{');
    for (int i = 0; i < sorted.keys().length; i++) {
      if (i > 0) {
        out.append(',');
      }
      RegoValue key = sorted.keys()[i];
      quote(key instanceof RegoString text ? text.value() : of(key));
      out.append(':');
      write(sorted.values()[i]);
    }
    out.append('}');
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
          if (c < 0x20) {
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
