package dev.cutset.config;

import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Values of programs as people write them down. */
final class WrittenValues {
  private static final int DEEPEST = 50;

  private final Mistakes mistakes;

  WrittenValues(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /** Named values; null says that nobody knows one. */
  Map<String, Value> open(Section section, String key) {
    return named(section, key, Value.UNKNOWN);
  }

  /** Named values; null is null. */
  Map<String, Value> exact(Section section, String key) {
    return named(section, key, Value.NULL);
  }

  private Map<String, Value> named(Section section, String key, Value none) {
    return section.get(key).map(node -> fields(node, none, 0)).orElseGet(LinkedHashMap::new);
  }

  private Map<String, Value> fields(Node node, Value none, int depth) {
    Map<String, Value> fields = new LinkedHashMap<>();
    Section.open(node, mistakes)
        .entries()
        .forEach((name, entry) -> fields.put(name, value(entry.value(), none, depth + 1)));
    return fields;
  }

  private Value value(Node node, Value none, int depth) {
    if (depth > DEEPEST) {
      // An alias can make a value contain itself.
      mistakes.add(node, "nested too deeply", "");
      return none;
    }
    if (node instanceof MappingNode) {
      return new Value.Fields(fields(node, none, depth));
    }
    if (node instanceof SequenceNode sequence) {
      List<Value> items = new ArrayList<>();
      sequence.getValue().forEach(item -> items.add(value(item, none, depth + 1)));
      return new Value.Items(items);
    }
    return scalar((ScalarNode) node, none);
  }

  private Value scalar(ScalarNode scalar, Value none) {
    String text = scalar.getValue();
    if (scalar.getTag().equals(Tag.NULL)) {
      return none;
    }
    if (scalar.getTag().equals(Tag.BOOL)) {
      return Value.of(Boolean.parseBoolean(text));
    }
    if (scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT)) {
      return number(scalar, text);
    }
    return Value.of(text);
  }

  private Value number(ScalarNode node, String text) {
    try {
      return Value.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      mistakes.add(node, "`" + text + "` is no number that a program can get", "");
      return Value.NULL;
    }
  }
}
