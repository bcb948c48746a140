package dev.cutset.rego.graphql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a document: its fields, by name, and where it stands if it was read from a text. */
final class Node {
  /** Lists that are no longer than this are searched from the start. */
  private static final int SHORT = 8;

  private final Shape shape;
  private final @Nullable Position position;
  private final @Nullable Object[] values;
  private @Nullable Map<String, Map<String, Node>> indexes;
  private @Nullable List<Position> memberPositions;

  private Node(Shape shape, @Nullable Position position, @Nullable Object[] values) {
    this.shape = shape;
    this.position = position;
    this.values = values;
  }

  Node(Shape shape, @Nullable Position position) {
    this(shape, position, new @Nullable Object[shape.fields().size()]);
    for (int i = 0; i < values.length; i++) {
      values[i] = shape.fields().get(i).empty();
    }
  }

  /** What stands for a null among nodes: a node that has nothing, so that looking at it fails. */
  static Node absent(Shape shape) {
    return new Node(shape, null, new @Nullable Object[shape.fields().size()]);
  }

  /** The same node to begin with, whose lists can grow. */
  Node growing() {
    Node copy = new Node(shape, position);
    for (int i = 0; i < values.length; i++) {
      copy.values[i] = values[i] instanceof List<?> list ? new ArrayList<>(list) : values[i];
    }
    if (memberPositions != null) {
      copy.memberPositions().addAll(memberPositions);
    }
    return copy;
  }

  Shape shape() {
    return shape;
  }

  @Nullable Position position() {
    return position;
  }

  /** Where the members of a union stand, as far as that is known. */
  List<Position> memberPositions() {
    if (memberPositions == null) {
      memberPositions = new ArrayList<>();
    }
    return memberPositions;
  }

  @Nullable Object value(int place) {
    return values[place];
  }

  Node set(String field, @Nullable Object value) {
    values[shape.place(field)] = value;
    return this;
  }

  /** Adds to a list of a node that is {@link #growing}. */
  @SuppressWarnings("unchecked") // a list of a shape holds what the shape says
  void add(String field, List<?> more) {
    if (!more.isEmpty()) {
      ((List<Object>) get(field)).addAll(more);
      indexes = null;
    }
  }

  private Object get(String field) {
    Object value = values[shape.place(field)];
    if (value == null) {
      throw new GraphqlException("GraphQL document has no " + field + " where one is needed");
    }
    return value;
  }

  String text(String field) {
    return (String) get(field);
  }

  boolean flag(String field) {
    return (Boolean) get(field);
  }

  ValueKind kind() {
    return ValueKind.of((Long) get("Kind"));
  }

  String name() {
    return text(shape.key());
  }

  boolean has(String field) {
    return values[shape.place(field)] != null;
  }

  @Nullable Node find(String field) {
    return (Node) values[shape.place(field)];
  }

  /** A node that a document read from a text always has, one made by a policy perhaps not. */
  Node node(String field) {
    return (Node) get(field);
  }

  @SuppressWarnings("unchecked") // a list of a shape holds what the shape says
  List<Node> nodes(String field) {
    return (List<Node>) get(field);
  }

  @SuppressWarnings("unchecked") // a list of a shape holds what the shape says
  List<String> texts(String field) {
    return (List<String>) get(field);
  }

  /** The first node of that name in a list. */
  @Nullable Node find(String field, String name) {
    List<Node> nodes = nodes(field);
    if (nodes.size() > SHORT) {
      return index(field, nodes).get(name);
    }
    for (Node node : nodes) {
      if (node.name().equals(name)) {
        return node;
      }
    }
    return null;
  }

  private Map<String, Node> index(String field, List<Node> nodes) {
    if (indexes == null) {
      indexes = new HashMap<>();
    }
    return indexes.computeIfAbsent(
        field,
        key -> {
          Map<String, Node> index = new HashMap<>();
          nodes.forEach(node -> index.putIfAbsent(node.name(), node));
          return index;
        });
  }

  List<?> list(String field) {
    return (List<?>) get(field);
  }

  boolean isKind(String... kinds) {
    String kind = text("Kind");
    for (String each : kinds) {
      if (each.equals(kind)) {
        return true;
      }
    }
    return false;
  }
}
