package dev.cutset.rego.graphql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the rules of GraphQL say of operations, in the order in which OPA asks them. */
final class OperationRules {
  private final QueryContext context;
  private final Overlaps overlaps;
  private final Set<String> seen = new HashSet<>();

  OperationRules(QueryContext context, Overlaps overlaps) {
    this.context = context;
    this.overlaps = overlaps;
  }

  void operation(Node operation) {
    knownRootType(operation);
    loneAnonymousOperation(operation);
    noUnusedVariables(operation);
    overlaps.check(operation);
    singleFieldSubscriptions(operation);
    uniqueOperationNames(operation);
    uniqueVariableNames(operation);
    variablesAreInputTypes(operation);
  }

  private void knownRootType(Node operation) {
    String sort = QueryContext.sort(operation);
    if (!List.of("query", "mutation", "subscription").contains(sort)) {
      throw new GraphqlException("GraphQL document has an unknown operation `" + sort + "`");
    } else if (context.root(operation) == null) {
      context.mistake(
          operation,
          () ->
              "Schema does not support operation type \"%s\""
                  .formatted(operation.text("Operation")));
    }
  }

  private void loneAnonymousOperation(Node operation) {
    if (operation.text("Name").isEmpty() && context.document().nodes("Operations").size() > 1) {
      context.mistake(
          operation, () -> "This anonymous operation must be the only defined operation.");
    }
  }

  private void noUnusedVariables(Node operation) {
    String name = operation.text("Name");
    String where = name.isEmpty() ? "" : " in operation \"" + name + "\"";
    for (Node variable : operation.nodes("VariableDefinitions")) {
      if (!variable.flag("Used")) {
        context.mistake(
            variable, () -> "Variable \"$%s\" is never used%s.".formatted(variable.name(), where));
      }
    }
  }

  private void singleFieldSubscriptions(Node operation) {
    if (!operation.text("Operation").equals("subscription") || context.root(operation) == null) {
      return;
    }
    Map<String, Node> fields = new LinkedHashMap<>();
    top(operation.nodes("SelectionSet"), new HashSet<>(), fields);
    String name = operation.text("Name");
    String who = name.isEmpty() ? "Anonymous Subscription" : "Subscription " + Texts.quoted(name);
    List<Node> all = new ArrayList<>(fields.values());
    if (all.size() > 1) {
      context.mistake(all.get(1), () -> who + " must select only one top level field.");
    }
    for (Node field : all) {
      if (field.text("Name").startsWith("__")) {
        context.mistake(field, () -> who + " must not select an introspection top level field.");
      }
    }
  }

  /** The first field of each name that is selected, in fragments too, each of which once. */
  private void top(List<Node> selections, Set<String> visited, Map<String, Node> fields) {
    context.effort().enter();
    for (Node selection : selections) {
      switch (selection.shape()) {
        case FIELD -> fields.putIfAbsent(selection.text("Name"), selection);
        case INLINE -> top(selection.nodes("SelectionSet"), visited, fields);
        default -> {
          Node fragment = selection.find("Definition");
          if (fragment == null) {
            context.effort().leave();
            return;
          } else if (visited.add(fragment.text("Name"))) {
            top(fragment.nodes("SelectionSet"), visited, fields);
          }
        }
      }
    }
    context.effort().leave();
  }

  private void uniqueOperationNames(Node operation) {
    String name = operation.text("Name");
    if (!seen.add(name)) {
      context.mistake(operation, () -> "There can be only one operation named \"" + name + "\".");
    }
  }

  private void uniqueVariableNames(Node operation) {
    Map<String, Integer> counts = new HashMap<>();
    for (Node variable : operation.nodes("VariableDefinitions")) {
      // Of many of one name only the second is told.
      if (counts.merge(variable.name(), 1, Integer::sum) == 2) {
        context.mistake(
            variable, () -> "There can be only one variable named \"$" + variable.name() + "\".");
      }
    }
  }

  private void variablesAreInputTypes(Node operation) {
    for (Node variable : operation.nodes("VariableDefinitions")) {
      Node definition = variable.find("Definition");
      if (definition != null && !Types.isInput(definition)) {
        context.mistake(
            variable,
            () ->
                "Variable \"$%s\" cannot be non-input type \"%s\"."
                    .formatted(variable.name(), Texts.type(variable.node("Type"))));
      }
    }
  }
}
