package dev.cutset.catalog;

import dev.cutset.stack.PropertyPath;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** A map in a catalog file, from which the readers of the sections take what they know. */
final class Block {
  private final Origin origin;
  private final Node node;
  private final Map<String, Node> values;

  private Block(Origin origin, Node node, Map<String, Node> values) {
    this.origin = origin;
    this.node = node;
    this.values = values;
  }

  /** A map whose keys are free: property paths, names. */
  static Block of(Origin origin, Node node) {
    if (!(node instanceof MappingNode mapping)) {
      throw origin.mistake(node, "needs a map of keys and values");
    }
    Map<String, Node> values = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = origin.text(tuple.getKeyNode());
      if (values.put(key, tuple.getValueNode()) != null) {
        throw origin.mistake(tuple.getKeyNode(), "has `" + key + "` twice");
      }
    }
    return new Block(origin, node, values);
  }

  /** A map whose keys are words of the grammar. */
  static Block of(Origin origin, Node node, Collection<String> known) {
    Block block = of(origin, node);
    for (NodeTuple tuple : ((MappingNode) node).getValue()) {
      String key = origin.text(tuple.getKeyNode());
      if (!known.contains(key)) {
        throw origin.mistake(
            tuple.getKeyNode(), "unknown key `" + key + "`; " + Suggestion.among(known, key));
      }
    }
    return block;
  }

  /** This map, and what another says of keys that this one leaves out. */
  Block orElse(Block other) {
    Map<String, Node> both = new LinkedHashMap<>(values);
    other.values.forEach(both::putIfAbsent);
    return new Block(origin, node, both);
  }

  /** This map without a key. */
  Block without(String key) {
    Map<String, Node> rest = new LinkedHashMap<>(values);
    rest.remove(key);
    return new Block(origin, node, rest);
  }

  Origin origin() {
    return origin;
  }

  Map<String, Node> values() {
    return values;
  }

  /** What stands in a map whose keys are property paths. */
  Map<PropertyPath, Node> byPath() {
    Map<PropertyPath, Node> found = new LinkedHashMap<>();
    for (NodeTuple tuple : ((MappingNode) node).getValue()) {
      found.put(origin.path(tuple.getKeyNode()), tuple.getValueNode());
    }
    return found;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  CatalogException mistake(String message) {
    return origin.mistake(node, message);
  }

  /** What stands under a key, read; empty when the key is not there. */
  <T> Optional<T> get(String key, Function<Node, T> read) {
    return Optional.ofNullable(values.get(key)).map(read);
  }

  /** What stands under a key that has to be there. */
  <T> T need(String key, Function<Node, T> read) {
    return get(key, read).orElseThrow(() -> mistake("needs the key `" + key + "`"));
  }

  /** What stands under a key, each element of the list read; no element when it is not there. */
  <T> List<T> all(String key, Function<Node, T> read) {
    return get(key, list -> origin.items(list).stream().map(read).toList()).orElse(List.of());
  }

  Optional<String> text(String key) {
    return get(key, origin::text);
  }

  Optional<PropertyPath> path(String key) {
    return get(key, origin::path);
  }

  List<PropertyPath> paths(String key) {
    return all(key, origin::path);
  }

  boolean flag(String key) {
    return get(key, origin::truth).orElse(false);
  }

  <E extends Enum<E>> E word(String key, Class<E> words, E otherwise) {
    return get(key, one -> origin.word(one, words)).orElse(otherwise);
  }
}
