package dev.cutset.rego;

/** Writes values as JSON text; keys that are no strings are written as the JSON of the key. */
final class JsonText {
  private final StringBuilder out = new StringBuilder();
  private final boolean asKey;

  private JsonText(boolean asKey) {
    this.asKey = asKey;
  }

  static String of(RegoValue value) {
    JsonText text = new JsonText(false);
    text.write(value);
    return text.out.toString();
  }

  /** The name of the field for a key: OPA escapes there what could be taken for HTML. */
  static String ofKey(RegoValue key) {
    JsonText text = new JsonText(true);
    text.write(key);
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
    int start = out.length();
    object.forEachField(
        (name, value) -> {
          out.append(out.length() == start ? '{' : ',');
          quote(name);
          out.append(':');
          write(value);
        });
    out.append(out.length() == start ? "{}" : "}");
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
          if (c < 0x20 || asKey && isEscapedInKeys(c)) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static boolean isEscapedInKeys(char c) {
    return c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029;
  }
}
