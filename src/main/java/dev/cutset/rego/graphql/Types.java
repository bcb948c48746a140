package dev.cutset.rego.graphql;

import java.util.List;

/** What can be said of types without a schema. */
final class Types {
  private Types() {}

  /** The name of a type, or of that in its lists. */
  static String name(Node type) {
    Node inner = type;
    while (inner.text("NamedType").isEmpty()) {
      inner = inner.node("Elem");
    }
    return inner.text("NamedType");
  }

  static Node named(String name, boolean required) {
    return new Node(Shape.TYPE, null).set("NamedType", name).set("NonNull", required);
  }

  /** Whether what is of a type can stand where another one is wanted. */
  static boolean isCompatible(Node type, Node wanted) {
    return isCompatible(type, wanted, wanted.flag("NonNull"));
  }

  /** Likewise, where the wanted one is perhaps not as strict about nulls as it says. */
  static boolean isCompatible(Node type, Node wanted, boolean required) {
    if (!type.text("NamedType").equals(wanted.text("NamedType"))) {
      return false;
    }
    Node element = type.find("Elem");
    if (element != null) {
      Node other = wanted.find("Elem");
      if (other == null || !isCompatible(element, other)) {
        return false;
      }
    }
    return !required || type.flag("NonNull");
  }

  static boolean isLeaf(Node definition) {
    return definition.isKind("ENUM", "SCALAR");
  }

  static boolean isComposite(Node definition) {
    return definition.isKind("OBJECT", "INTERFACE", "UNION");
  }

  static boolean isInput(Node definition) {
    return definition.isKind("SCALAR", "ENUM", "INPUT_OBJECT");
  }

  /** Whether a field or argument must be given, for want of a default. */
  static boolean mustBeGiven(Node definition) {
    return definition.node("Type").flag("NonNull") && !definition.has("DefaultValue");
  }

  static boolean isNamed(Node definition, String... names) {
    return List.of(names).contains(definition.text("Name"));
  }
}
