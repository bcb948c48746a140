package dev.cutset.yaml;

import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Whether a YAML document can be walked from its root to all of its leaves: a few lines of aliases
 * of aliases can stand for more than any memory holds, and an alias of itself for no end.
 */
final class YamlBounds {
  /** What people write by hand stays below it. */
  private static final long ALWAYS_ALLOWED = 100_000;

  private static final long MOST_TIMES = 10;

  /** As deep as a stack in JSON may be. */
  private static final int DEEPEST = 400;

  private final IdentityHashMap<Node, Boolean> begun = new IdentityHashMap<>();
  private final IdentityHashMap<Node, Extent> extents = new IdentityHashMap<>();
  private @Nullable Node endless;

  private YamlBounds() {}

  /** The nodes that a node stands for, once its aliases are written out, and their levels. */
  private record Extent(long size, int levels) {
    Extent around(Extent inner) {
      return new Extent(
          Math.min(Long.MAX_VALUE / 2, size + inner.size), Math.max(levels, inner.levels + 1));
    }
  }

  /** Where a document goes too far: what contains itself, else what holds most or is deepest. */
  static Optional<Node> broken(Node root) {
    YamlBounds bounds = new YamlBounds();
    Extent whole = bounds.extent(root);
    if (bounds.endless != null) {
      return Optional.of(bounds.endless);
    }
    if (whole.levels > DEEPEST) {
      return Optional.of(bounds.outermost(root, Comparator.comparingInt(Extent::levels)));
    }
    return whole.size > Math.max(ALWAYS_ALLOWED, MOST_TIMES * bounds.extents.size())
        ? Optional.of(bounds.outermost(root, Comparator.comparingLong(Extent::size)))
        : Optional.empty();
  }

  /** The value that people would look for, below the maps around it. */
  private Node outermost(Node root, Comparator<Extent> most) {
    Node at = root;
    while (at instanceof MappingNode) {
      at = Collections.max(inner(at), Comparator.comparing(extents::get, most));
    }
    return at;
  }

  private Extent extent(Node node) {
    Extent known = extents.get(node);
    if (known != null) {
      return known;
    }
    if (begun.put(node, true) != null) {
      endless = node;
      return new Extent(0, 0);
    }
    Extent extent = new Extent(1, 1);
    for (Node inner : inner(node)) {
      extent = extent.around(extent(inner));
    }
    extents.put(node, extent);
    return extent;
  }

  private static List<Node> inner(Node node) {
    if (node instanceof MappingNode mapping) {
      return mapping.getValue().stream()
          .flatMap(tuple -> Stream.of(tuple.getKeyNode(), tuple.getValueNode()))
          .toList();
    }
    return node instanceof SequenceNode sequence ? sequence.getValue() : List.of();
  }
}
