package dev.cutset.bench.stacks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** Writes JSON without keeping any of it. */
final class Json {
  private final Writer out;
  private boolean separate;

  Json(Writer out) {
    this.out = out;
  }

  Json open(char bracket) {
    before();
    write(bracket);
    separate = false;
    return this;
  }

  Json close(char bracket) {
    write(bracket);
    separate = true;
    return this;
  }

  Json key(String key) {
    before();
    text(key);
    write(':');
    separate = false;
    return this;
  }

  Json field(String key, Object value) {
    return key(key).value(value);
  }

  Json value(Object value) {
    if (value instanceof Map<?, ?> map) {
      open('{');
      map.forEach((key, item) -> field((String) key, item));
      return close('}');
    }
    if (value instanceof List<?> list) {
      open('[');
      list.forEach(this::value);
      return close(']');
    }
    before();
    if (value instanceof String text) {
      text(text);
    } else {
      write(String.valueOf(value));
    }
    separate = true;
    return this;
  }

  private void before() {
    if (separate) {
      write(',');
    }
    separate = true;
  }

  private void text(String text) {
    write('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> write("\\\"");
        case '\\' -> write("\\\\");
        case '\n' -> write("\\n");
        default -> write(c);
      }
    }
    write('"');
  }

  private void write(char c) {
    try {
      out.write(c);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String text) {
    try {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
