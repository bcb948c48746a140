package dev.cutset.rego.builtin;

import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a value, and how near it came to what was wanted. */
final class SchemaResult {
  private final List<RegoValue> errors = new ArrayList<>();
  private int score;

  boolean isValid() {
    return errors.isEmpty();
  }

  int score() {
    return score;
  }

  RegoArray errors() {
    return RegoArray.of(errors);
  }

  void credit() {
    score++;
  }

  /**
   * Adds a mistake.
   *
   * @param path where it is: the names of fields and positions, or empty for the whole
   */
  void add(String type, String path, String description) {
    String field = path.isEmpty() ? "(Root)" : path;
    errors.add(
        RegoObject.builder()
            .put("error", new RegoString(field + ": " + description))
            .put("type", new RegoString(type))
            .put("field", new RegoString(field))
            .put("desc", new RegoString(description))
            .build());
    score -= 2;
  }

  void take(SchemaResult other) {
    errors.addAll(other.errors);
    score += other.score;
  }
}
