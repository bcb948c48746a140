package dev.cutset.pulumi.host;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Configuration values in the form in which programs get them: texts, or JSON in texts. */
final class ConfigText {
  private static final JsonFactory JSON = new JsonFactory();

  private ConfigText() {}

  /** A plain value as its text, a list or object as JSON. */
  static String of(Object value) {
    return value instanceof List<?> || value instanceof Map<?, ?> ? json(value) : value.toString();
  }

  static String json(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      write(json, value);
    }
    return text.toString();
  }

  /** Whether a value is encrypted, or holds one that is. */
  static boolean holdsSecret(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.containsKey("secure")
          || map.values().stream().anyMatch(part -> part != null && holdsSecret(part));
    }
    return value instanceof List<?> list
        && list.stream().anyMatch(part -> part != null && holdsSecret(part));
  }

  private static void write(JsonGenerator json, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      map.forEach(
          (name, part) -> {
            json.writeName(String.valueOf(name));
            write(json, part);
          });
      json.writeEndObject();
    } else if (value instanceof Iterable<?> list) {
      json.writeStartArray();
      list.forEach(part -> write(json, part));
      json.writeEndArray();
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof Number number) {
      json.writeRawValue(number.toString());
    } else if (value == null) {
      json.writeNull();
    } else {
      json.writeString(value.toString());
    }
  }
}
