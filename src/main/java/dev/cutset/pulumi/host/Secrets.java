package dev.cutset.pulumi.host;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The secret values of a stack's configuration, to recognise them where a program has put one into
 * a text and the SDK lost its mark.
 */
final class Secrets {
  private static final JsonFactory JSON = new JsonFactory();

  /** Shorter ones are in many texts by chance. */
  private static final int SHORTEST_PART = 6;

  /** To hide a little too much does no harm, unless no word is left. */
  private static final int SHORTEST_HIDDEN = 3;

  private final Set<String> values = new HashSet<>();
  private final List<String> hidden;

  Secrets(StackSettings settings) {
    values.add(StackSettingsReader.STAND_IN);
    for (String key : settings.secretKeys()) {
      String value = settings.values().getOrDefault(key, "");
      if (!value.isEmpty()) {
        values.add(value);
        addParts(value);
      }
    }
    // Longest first: what is part of another must not break that one up.
    this.hidden =
        values.stream()
            .filter(value -> value.length() >= SHORTEST_HIDDEN)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /** Whether a text is one of them, or holds one. */
  boolean isIn(String text) {
    return values.contains(text)
        || values.stream()
            .anyMatch(value -> value.length() >= SHORTEST_PART && text.contains(value));
  }

  /** A text for people, without them. */
  String hiddenIn(String text) {
    String shown = text;
    for (String value : hidden) {
      shown = shown.replace(value, StackSettingsReader.STAND_IN);
    }
    return shown;
  }

  /** A list or object is secret in each of its texts. */
  private void addParts(String value) {
    if (!value.startsWith("{") && !value.startsWith("[")) {
      return;
    }
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), value)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.VALUE_STRING && !json.getString().isEmpty()) {
          values.add(json.getString());
        }
      }
    } catch (JacksonException plainText) {
      // Then it has no parts.
    }
  }
}
