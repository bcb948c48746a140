package dev.cutset.config;

import dev.cutset.catalog.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One mapping of the file with the keys that it may have; whatever does not fit is noted as a
 * mistake and read as if it were absent.
 */
final class Section {
  private final Node node;
  private final Map<String, Entry> entries;
  private final Mistakes mistakes;
  private final boolean sound;

  /** A key with its value. */
  record Entry(Node key, Node value) {}

  private Section(Node node, Map<String, Entry> entries, Mistakes mistakes, boolean sound) {
    this.node = node;
    this.entries = entries;
    this.mistakes = mistakes;
    this.sound = sound;
  }

  /** A mapping in which only these keys make sense. */
  static Section closed(Node node, List<String> keys, Mistakes mistakes) {
    Section section = open(node, mistakes);
    boolean dropped =
        section.entries.entrySet().removeIf(entry -> section.isUnknown(entry.getValue(), keys));
    return new Section(node, section.entries, mistakes, section.sound && !dropped);
  }

  /** A mapping whose keys are names. */
  static Section open(Node node, Mistakes mistakes) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        put(entries, tuple, mistakes);
      }
    } else {
      mistakes.add(node, "expected keys with values, found " + kind(node), "");
    }
    return new Section(node, entries, mistakes, node instanceof MappingNode);
  }

  private static void put(Map<String, Entry> entries, NodeTuple tuple, Mistakes mistakes) {
    Node key = tuple.getKeyNode();
    if (!(key instanceof ScalarNode scalar)) {
      mistakes.add(key, "expected a key, found " + kind(key), "");
      return;
    }
    Entry entry = new Entry(key, tuple.getValueNode());
    Entry first = entries.putIfAbsent(scalar.getValue(), entry);
    if (first != null) {
      String line =
          first.key().getStartMark().map(mark -> " on line " + (mark.getLine() + 1)).orElse("");
      mistakes.add(
          key,
          "the key `" + scalar.getValue() + "` is there twice, first" + line,
          "keep one of them");
    }
  }

  private boolean isUnknown(Entry entry, List<String> keys) {
    String key = ((ScalarNode) entry.key()).getValue();
    if (keys.contains(key)) {
      return false;
    }
    mistakes.add(entry.key(), "unknown key `" + key + "`", Suggestion.among(keys, key));
    return true;
  }

  /** Whether its keys are all right, so that what is missing was not just misspelt. */
  boolean isSound() {
    return sound;
  }

  Node node() {
    return node;
  }

  Map<String, Entry> entries() {
    return entries;
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  Optional<Node> get(String key) {
    return Optional.ofNullable(entries.get(key)).map(Entry::value);
  }

  Optional<String> text(String key) {
    return get(key).flatMap(value -> text(value, key));
  }

  Optional<NamePattern> pattern(String key) {
    return text(key).map(NamePattern::new);
  }

  Optional<Section> section(String key, List<String> keys) {
    return get(key).map(value -> closed(value, keys, mistakes));
  }

  /** One of the words that the values are known by. */
  <T> Optional<T> word(String key, List<T> values, Function<T, String> words) {
    Optional<T> value = Optional.empty();
    Entry entry = entries.get(key);
    Optional<String> written = text(key);
    if (entry != null && written.isPresent()) {
      String word = written.get();
      value = values.stream().filter(each -> words.apply(each).equals(word)).findFirst();
      if (value.isEmpty()) {
        List<String> known = values.stream().map(words).toList();
        mistakes.add(
            entry.value(),
            "`" + word + "` is no value for `" + key + "`",
            Suggestion.nearest(known, word).map(near -> "did you mean `" + near + "`? ").orElse("")
                + "it can be "
                + String.join(", ", known));
      }
    }
    return value;
  }

  List<Node> items(String key) {
    Optional<Node> value = get(key);
    if (value.isEmpty()) {
      return List.of();
    }
    if (value.get() instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    mistakes.add(
        value.get(),
        "expected a list for `" + key + "`, found " + kind(value.get()),
        "begin each item with `- `");
    return List.of();
  }

  /** A list of patterns; one alone needs no list. */
  List<NamePattern> patterns(String key) {
    Optional<Node> value = get(key);
    if (value.isPresent() && value.get() instanceof ScalarNode) {
      return pattern(key).stream().toList();
    }
    List<NamePattern> patterns = new ArrayList<>();
    for (Node item : items(key)) {
      text(item, key).map(NamePattern::new).ifPresent(patterns::add);
    }
    return patterns;
  }

  /** The text of a value that is there for the key. */
  Optional<String> text(Node value, String key) {
    if (value instanceof ScalarNode scalar
        && !scalar.getTag().equals(Tag.NULL)
        && !scalar.getValue().isBlank()) {
      return Optional.of(scalar.getValue());
    }
    mistakes.add(value, "expected a text for `" + key + "`, found " + kind(value), "");
    return Optional.empty();
  }

  private static String kind(Node node) {
    if (node instanceof MappingNode) {
      return "keys with values";
    }
    if (node instanceof SequenceNode) {
      return "a list";
    }
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return "`" + scalar.getValue() + "`";
    }
    return "nothing";
  }
}
