package dev.cutset.rego.graphql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the rules of GraphQL say of fields, in the order in which OPA asks them. */
final class FieldRules {
  private static final Set<String> LISTS =
      Set.of("fields", "interfaces", "possibleTypes", "inputFields");
  private static final int MAX_LISTS = 3;

  private final QueryContext context;
  private final Schema schema;
  private final Overlaps overlaps;
  private final ArgumentRules arguments;

  FieldRules(QueryContext context, Overlaps overlaps) {
    this.context = context;
    this.schema = context.schema();
    this.overlaps = overlaps;
    this.arguments = new ArgumentRules(context);
  }

  void field(Node field) {
    fieldsOnCorrectType(field);
    Node parent = field.find("ObjectDefinition");
    Node definition = field.find("Definition");
    String name = field.text("Name");
    if (definition != null && parent != null) {
      arguments.known(field, definition, "field \"" + parent.text("Name") + "." + name + "\"");
    }
    maxIntrospectionDepth(field);
    if (context.operation() != null) {
      overlaps.check(field);
    }
    if (definition != null) {
      arguments.provided(field, definition, "Field \"" + name + "\"");
      scalarLeafs(field, definition);
    }
    arguments.unique(field);
  }

  private void fieldsOnCorrectType(Node field) {
    Node parent = field.find("ObjectDefinition");
    if (parent != null && !field.has("Definition")) {
      String name = field.text("Name");
      context.mistake(
          field,
          () ->
              "Cannot query field \"%s\" on type \"%s\".".formatted(name, parent.text("Name"))
                  + suggestion(parent, name));
    }
  }

  private String suggestion(Node parent, String name) {
    List<String> types = possibleTypes(parent, name);
    if (!types.isEmpty()) {
      return " Did you mean to use an inline fragment on " + Suggestions.quoted(types) + "?";
    } else if (!parent.isKind("OBJECT", "INTERFACE")) {
      return "";
    }
    return Suggestions.among(
        "Did you mean", name, parent.nodes("Fields"), context.effort(), Suggestions::quoted);
  }

  /** The types that have a field where this one does not, most often implemented first. */
  private List<String> possibleTypes(Node parent, String name) {
    List<String> types = new ArrayList<>();
    List<String> interfaces = new ArrayList<>();
    Map<String, Integer> uses = new HashMap<>();
    if (!parent.isKind("INTERFACE", "UNION")) {
      return types;
    }
    for (Node possible : schema.possible(parent.text("Name"))) {
      context.effort().work();
      if (possible == null || possible.find("Fields", name) == null) {
        continue;
      }
      types.add(possible.text("Name"));
      for (String each : possible.texts("Interfaces")) {
        context.effort().work();
        Node type = schema.type(each);
        if (type != null
            && type.find("Fields", name) != null
            && uses.merge(each, 1, Integer::sum) == 1) {
          interfaces.add(each);
        }
      }
    }
    interfaces.addAll(types);
    interfaces.sort(
        Comparator.<String>comparingInt(each -> -uses.getOrDefault(each, 0))
            .thenComparing(Comparator.naturalOrder()));
    return interfaces;
  }

  private void maxIntrospectionDepth(Node field) {
    String name = field.text("Name");
    if ((name.equals("__schema") || name.equals("__type"))
        && isTooDeep(field, new HashSet<>(), 0)) {
      context.mistake(field, () -> "Maximum introspection depth exceeded");
    }
  }

  /** Whether a selection asks for lists in lists of what a schema has. */
  private boolean isTooDeep(Node selection, Set<String> fragments, int before) {
    int lists = before;
    Node inner = selection;
    if (selection.shape() == Shape.FIELD && LISTS.contains(selection.text("Name"))) {
      if (++lists >= MAX_LISTS) {
        return true;
      }
    } else if (selection.shape() == Shape.SPREAD) {
      Node fragment = selection.find("Definition");
      if (fragment == null || !fragments.add(selection.text("Name"))) {
        return false;
      }
      inner = fragment;
    }
    context.effort().enter();
    boolean found = false;
    for (Node each : inner.nodes("SelectionSet")) {
      found = found || isTooDeep(each, fragments, lists);
    }
    context.effort().leave();
    if (inner != selection) {
      fragments.remove(selection.text("Name"));
    }
    return found;
  }

  private void scalarLeafs(Node field, Node definition) {
    Node type = schema.typeOf(definition);
    if (type == null) {
      return;
    }
    boolean empty = field.nodes("SelectionSet").isEmpty();
    String name = field.text("Name");
    if (Types.isLeaf(type) && !empty) {
      context.mistake(
          field,
          () ->
              "Field \"%s\" must not have a selection since type \"%s\" has no subfields."
                  .formatted(name, type.text("Name")));
    } else if (!Types.isLeaf(type) && empty) {
      context.mistake(
          field,
          () ->
              ("Field \"%s\" of type \"%s\" must have a selection of subfields."
                      + " Did you mean \"%s { ... }\"?")
                  .formatted(name, Texts.type(definition.node("Type")), name));
    }
  }
}
