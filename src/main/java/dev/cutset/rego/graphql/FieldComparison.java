package dev.cutset.rego.graphql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether two fields are the same, what they select aside. */
final class FieldComparison {
  private final Schema schema;
  private final Effort effort;

  FieldComparison(Schema schema, Effort effort) {
    this.schema = schema;
    this.effort = effort;
  }

  /** Whether the fields are of types of which no value is both, so that one response has one. */
  boolean areAlternatives(Node left, Node right) {
    Node first = left.node("ObjectDefinition");
    Node second = right.node("ObjectDefinition");
    return !first.text("Name").equals(second.text("Name"))
        && first.isKind("OBJECT")
        && second.isKind("OBJECT")
        && left.has("Definition")
        && right.has("Definition");
  }

  /** What makes them two, or null. */
  @Nullable String difference(boolean alternatives, Node left, Node right) {
    if (!alternatives) {
      String first = left.text("Name");
      String second = right.text("Name");
      if (!first.equals(second)) {
        return "\"" + first + "\" and \"" + second + "\" are different fields";
      } else if (!areSame(left.nodes("Arguments"), right)) {
        return "they have differing arguments";
      }
    }
    Node first = left.find("Definition");
    Node second = right.find("Definition");
    if (first == null || second == null || fit(first.node("Type"), second.node("Type"))) {
      return null;
    }
    return "they return conflicting types \"%s\" and \"%s\""
        .formatted(Texts.type(first.node("Type")), Texts.type(second.node("Type")));
  }

  private boolean areSame(List<Node> arguments, Node right) {
    List<Node> others = right.nodes("Arguments");
    if (arguments.size() != others.size()) {
      return false;
    }
    for (Node argument : arguments) {
      boolean found = false;
      for (Node other : others) {
        effort.work();
        found =
            found
                || argument.text("Name").equals(other.text("Name"))
                    && isSame(argument.node("Value"), other.node("Value"));
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  private boolean isSame(Node left, Node right) {
    effort.work();
    ValueKind kind = left.kind();
    List<Node> children = left.nodes("Children");
    List<Node> others = right.nodes("Children");
    if (kind != right.kind()
        || !left.text("Raw").equals(right.text("Raw"))
        || children.size() != others.size()) {
      return false;
    } else if (kind == ValueKind.OBJECT) {
      children = sorted(children);
      others = sorted(others);
    }
    for (int i = 0; i < children.size(); i++) {
      Node child = children.get(i);
      Node other = others.get(i);
      if (!child.text("Name").equals(other.text("Name"))
          || !isSame(child.node("Value"), other.node("Value"))) {
        return false;
      }
    }
    return true;
  }

  private static List<Node> sorted(List<Node> children) {
    List<Node> sorted = new ArrayList<>(children);
    sorted.sort(Comparator.comparing(child -> child.text("Name")));
    return sorted;
  }

  /** Whether values of both types can be under one name. */
  private boolean fit(Node left, Node right) {
    Node first = left.find("Elem");
    Node second = right.find("Elem");
    if (first != null && second != null) {
      return fit(first, second);
    } else if (first != null || second != null || left.flag("NonNull") != right.flag("NonNull")) {
      return false;
    }
    Node one = definition(left);
    Node other = definition(right);
    return !Types.isLeaf(one)
        || !Types.isLeaf(other)
        || one.text("Name").equals(other.text("Name"));
  }

  private Node definition(Node type) {
    return Objects.requireNonNull(schema.type(type.text("NamedType")), "a type of the schema");
  }
}
