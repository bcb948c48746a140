package dev.cutset.rego.graphql;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the rules of GraphQL say of fragments and types, in the order in which OPA asks them. */
final class FragmentRules {
  private final QueryContext context;
  private final Schema schema;
  private final Overlaps overlaps;
  private final FragmentCycles cycles;
  private final Set<String> used = new HashSet<>();
  private final Set<String> seen = new HashSet<>();
  private boolean defining;

  FragmentRules(QueryContext context, Overlaps overlaps) {
    this.context = context;
    this.schema = context.schema();
    this.overlaps = overlaps;
    this.cycles = new FragmentCycles(context);
  }

  void fragment(Node fragment) {
    String name = fragment.text("Name");
    String condition = fragment.text("TypeCondition");
    Node type = fragment.find("Definition");
    if (type != null && !condition.isEmpty() && !Types.isComposite(type)) {
      context.mistake(
          fragment,
          () ->
              "Fragment \"%s\" cannot condition on non composite type \"%s\"."
                  .formatted(name, condition));
    }
    if (schema.type(condition) == null) {
      context.mistake(
          fragment,
          () ->
              "Unknown type \"%s\".".formatted(condition)
                  + Suggestions.among(
                      "Did you mean",
                      condition,
                      schema.types().values(),
                      context.effort(),
                      Suggestions::quoted));
    }
    cycles.check(fragment);
    defining = true;
    if (!used.contains(name)) {
      context.mistake(fragment, () -> "Fragment \"" + name + "\" is never used.");
    }
    overlaps.check(fragment);
    if (!seen.add(name)) {
      context.mistake(fragment, () -> "There can be only one fragment named \"" + name + "\".");
    }
  }

  void inline(Node inline) {
    String condition = inline.text("TypeCondition");
    Node type = schema.type(condition);
    if (type != null && !Types.isComposite(type)) {
      context.mistake(
          inline, () -> "Fragment cannot condition on non composite type \"" + condition + "\".");
    } else if (type == null && !condition.isEmpty()) {
      context.mistake(inline, () -> "Unknown type \"" + condition + "\".");
    }
    overlaps.check(inline);
    Node parent = inline.find("ObjectDefinition");
    if (isImpossible(parent, condition)) {
      context.mistake(inline, () -> "Fragment" + impossible(parent, condition));
    }
  }

  void spread(Node spread) {
    String name = spread.text("Name");
    Node fragment = spread.find("Definition");
    if (fragment == null) {
      context.mistake(spread, () -> "Unknown fragment \"" + name + "\".");
    }
    if (!defining) {
      used.add(name);
    }
    if (fragment != null) {
      Node parent = spread.find("ObjectDefinition");
      String condition = fragment.text("TypeCondition");
      if (isImpossible(parent, condition)) {
        context.mistake(spread, () -> "Fragment \"" + name + "\"" + impossible(parent, condition));
      }
    }
  }

  /** Of a variable's type, which the same rule of OPA looks at as at those of fragments. */
  void variable(Node variable) {
    if (!variable.has("Definition")) {
      context.mistake(
          variable, () -> "Unknown type \"" + Types.name(variable.node("Type")) + "\".");
    }
  }

  private boolean isImpossible(@Nullable Node parent, String condition) {
    Node type = schema.type(condition);
    if (parent == null || type == null || !Types.isComposite(type)) {
      return false;
    }
    context.effort().work();
    Set<String> wanted = schema.possibleNames(condition);
    if (parent.isKind("OBJECT")) {
      return !wanted.contains(parent.text("Name"));
    }
    Set<String> there = schema.possibleNames(parent.text("Name"));
    context.effort().work(Math.min(wanted.size(), there.size()));
    return parent.isKind("INTERFACE", "UNION") && Collections.disjoint(there, wanted);
  }

  private static String impossible(@Nullable Node parent, String condition) {
    String type = parent == null ? "" : parent.text("Name");
    return " cannot be spread here as objects of type \"%s\" can never be of type \"%s\"."
        .formatted(type, condition);
  }
}
