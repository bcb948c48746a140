package dev.cutset.rego.graphql;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the rules of GraphQL say of values, in the order in which OPA asks them. */
final class ValueRules {
  private final QueryContext context;
  private final ValueTypes types;

  ValueRules(QueryContext context) {
    this.context = context;
    this.types = new ValueTypes(context);
  }

  void value(Node value) {
    ValueKind kind = value.kind();
    if (kind == ValueKind.VARIABLE) {
      noUndefinedVariables(value);
    } else if (kind == ValueKind.OBJECT) {
      uniqueInputFieldNames(value);
    }
    types.check(value);
    if (kind == ValueKind.VARIABLE) {
      variablesInAllowedPosition(value);
    } else if (kind == ValueKind.OBJECT) {
      variablesOfOneField(value);
    }
  }

  private void noUndefinedVariables(Node value) {
    Node operation = context.operation();
    if (operation != null && !value.has("VariableDefinition")) {
      String name = operation.text("Name");
      String where = name.isEmpty() ? "" : " by operation \"" + name + "\"";
      context.mistake(
          value, () -> "Variable \"%s\" is not defined%s.".formatted(Texts.value(value), where));
    }
  }

  private void uniqueInputFieldNames(Node value) {
    Set<String> seen = new HashSet<>();
    for (Node child : value.nodes("Children")) {
      String name = child.text("Name");
      if (!seen.add(name)) {
        context.mistake(child, () -> "There can be only one input field named \"" + name + "\".");
      }
    }
  }

  private void variablesInAllowedPosition(Node value) {
    Node expected = value.find("ExpectedType");
    Node variable = value.find("VariableDefinition");
    if (expected == null || variable == null || context.operation() == null) {
      return;
    }
    Node usual = variable.find("DefaultValue");
    boolean nullable =
        usual != null && usual.kind() != ValueKind.NULL || value.flag("ExpectedTypeHasDefault");
    boolean required = expected.flag("NonNull") && !nullable;
    if (!Types.isCompatible(variable.node("Type"), expected, required)) {
      context.mistake(
          value,
          () ->
              "Variable \"%s\" of type \"%s\" used in position expecting type \"%s\"."
                  .formatted(
                      Texts.value(value), Texts.type(variable.node("Type")), Texts.type(expected)));
    }
  }

  /** A variable that is the only field of an input must not be null. */
  private void variablesOfOneField(Node value) {
    Node definition = value.find("Definition");
    if (definition == null || definition.find("Directives", "oneOf") == null) {
      return;
    }
    for (Node child : value.nodes("Children")) {
      Node field = child.find("Value");
      Node variable = variable(field);
      if (field != null && variable != null && !variable.node("Type").flag("NonNull")) {
        context.mistake(
            variable.position() == null ? field : variable,
            () ->
                ("Variable \"%s\" is of type \"%s\" but must be non-nullable to be used for OneOf"
                        + " Input Object \"%s\".")
                    .formatted(
                        Texts.value(field),
                        Texts.type(variable.node("Type")),
                        definition.text("Name")));
      }
    }
  }

  private static @Nullable Node variable(@Nullable Node value) {
    return value == null || value.kind() != ValueKind.VARIABLE
        ? null
        : value.find("VariableDefinition");
  }
}
