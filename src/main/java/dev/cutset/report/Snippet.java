package dev.cutset.report;

import dev.cutset.policy.Fix;
import dev.cutset.remedy.PropertyAddress;
import dev.cutset.remedy.PropertyChange;
import dev.cutset.stack.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The properties of a fix as somebody would write them into a program. */
abstract class Snippet {

  /** What is set within one object, in order. */
  private final Map<String, Part> parts = new LinkedHashMap<>();

  /**
   * A property: a value, or an object with properties of its own.
   *
   * @param value empty for an object
   * @param index which element of a list the object is; empty for one that is in no list
   */
  record Part(Optional<Value> value, Optional<Integer> index, Map<String, Part> parts) {}

  /** A fix in the language of the stack's author. */
  static Snippet of(Fix fix, boolean terraform) {
    return terraform ? new TerraformSnippet(fix) : new JavaSnippet(fix);
  }

  Snippet(Fix fix) {
    for (PropertyChange change : fix.changes()) {
      put(parts, change.property().steps(), change.to());
    }
  }

  /** The lines of the snippet, without ends. */
  abstract List<String> lines();

  /** A property as the program names it. */
  abstract String written(PropertyAddress property);

  Map<String, Part> parts() {
    return parts;
  }

  private static void put(Map<String, Part> into, List<PropertyAddress.Step> steps, Value value) {
    String name = ((PropertyAddress.Key) steps.get(0)).name();
    int next = 1;
    Optional<Integer> index = Optional.empty();
    while (next < steps.size() && steps.get(next) instanceof PropertyAddress.Index at) {
      index = Optional.of(at.position());
      next++;
    }
    if (next == steps.size()) {
      into.put(name, new Part(Optional.of(value), index, Map.of()));
      return;
    }
    // Elements of one list are told apart, and so are a list and what is in it.
    String key = name + index.map(position -> "[" + position + "]").orElse("");
    Part part =
        into.computeIfAbsent(
            key, missing -> new Part(Optional.empty(), index(key), new LinkedHashMap<>()));
    put(part.parts(), steps.subList(next, steps.size()), value);
  }

  private static Optional<Integer> index(String key) {
    return key.endsWith("]")
        ? Optional.of(Integer.valueOf(key.substring(key.indexOf('[') + 1, key.length() - 1)))
        : Optional.empty();
  }

  static String name(String key) {
    int end = key.indexOf('[');
    return end < 0 ? key : key.substring(0, end);
  }

  /** A text, a number or a truth value as Java and Terraform both write it. */
  static String literal(Value value) {
    return value instanceof Value.Text text
        ? "\"" + text.value().replace("\\", "\\\\").replace("\"", "\\\"") + "\""
        : Wording.value(value);
  }
}
