package dev.cutset.source;

import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Attributes as Terraform kept them before version 0.12: one text for each path, such as {@code
 * ingress.0.from_port}, with the number of elements at {@code ingress.#} and that of keys at {@code
 * tags.%}.
 */
final class FlatAttributes {
  private static final String ELEMENTS = "#";
  private static final String KEYS = "%";

  /** Elements of a list are numbered, and those of a set have a hash for a number. */
  private static final Pattern INDEX = Pattern.compile("[0-9]{1,18}");

  /** No provider nests so deep; what somebody made to be deeper is left as it is written. */
  private static final int DEEPEST = 50;

  private final int depth;

  /** What is left of each path below one step, with its text. */
  private final Map<String, String> rest = new LinkedHashMap<>();

  private FlatAttributes(int depth) {
    this.depth = depth;
  }

  /** The same as nested values; what is empty was not set. */
  static Map<String, Value> nested(Map<String, String> flat) {
    FlatAttributes root = new FlatAttributes(0);
    root.rest.putAll(flat);
    return root.fields();
  }

  private Map<String, Value> fields() {
    Map<String, Value> fields = new LinkedHashMap<>();
    for (Map.Entry<String, FlatAttributes> step : steps().entrySet()) {
      Value value = step.getValue().value();
      if (!(value instanceof Value.Null)) {
        fields.put(step.getKey(), value);
      }
    }
    return fields;
  }

  private Map<String, FlatAttributes> steps() {
    Map<String, FlatAttributes> steps = new LinkedHashMap<>();
    for (Map.Entry<String, String> path : rest.entrySet()) {
      int dot = path.getKey().indexOf('.');
      String first = dot < 0 ? path.getKey() : path.getKey().substring(0, dot);
      String below = dot < 0 ? "" : path.getKey().substring(dot + 1);
      steps
          .computeIfAbsent(first, name -> new FlatAttributes(depth + 1))
          .rest
          .put(below, path.getValue());
    }
    return steps;
  }

  private Value value() {
    String plain = rest.get("");
    if (plain != null && rest.size() == 1) {
      return text(plain);
    }
    rest.remove("");
    boolean counted = rest.remove(ELEMENTS) != null;
    if (rest.remove(KEYS) != null || depth == DEEPEST) {
      return texts();
    }
    if (!counted) {
      return new Value.Fields(fields());
    }
    Map<String, FlatAttributes> steps = steps();
    for (String step : steps.keySet()) {
      if (!INDEX.matcher(step).matches()) {
        return texts(); // the first releases counted keys as they did elements
      }
    }
    return elements(steps);
  }

  /** A map, whose keys can have dots. */
  private Value texts() {
    Map<String, Value> texts = new LinkedHashMap<>();
    rest.forEach((key, said) -> texts.put(key, text(said)));
    return new Value.Fields(texts);
  }

  private static Value elements(Map<String, FlatAttributes> steps) {
    Map<Long, Value> elements = new TreeMap<>();
    for (Map.Entry<String, FlatAttributes> step : steps.entrySet()) {
      elements.put(Long.valueOf(step.getKey()), step.getValue().value());
    }
    return new Value.Items(new ArrayList<>(elements.values()));
  }

  private static Value text(String said) {
    return said.isEmpty() ? Value.NULL : Value.of(said);
  }
}
