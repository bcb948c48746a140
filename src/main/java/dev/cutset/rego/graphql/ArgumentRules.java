package dev.cutset.rego.graphql;

import java.util.HashMap;
import java.util.Map;

/** What the rules of GraphQL say of the arguments of fields and directives. */
final class ArgumentRules {
  private final QueryContext context;

  ArgumentRules(QueryContext context) {
    this.context = context;
  }

  void known(Node owner, Node definition, String where) {
    for (Node argument : owner.nodes("Arguments")) {
      String name = argument.text("Name");
      if (definition.find("Arguments", name) == null) {
        context.mistake(
            owner,
            () ->
                "Unknown argument \"%s\" on %s.".formatted(name, where)
                    + Suggestions.among(
                        "Did you mean",
                        name,
                        definition.nodes("Arguments"),
                        context.effort(),
                        Suggestions::quoted));
      }
    }
  }

  void provided(Node owner, Node definition, String who) {
    for (Node wanted : definition.nodes("Arguments")) {
      context.effort().work();
      String name = wanted.text("Name");
      if (Types.mustBeGiven(wanted) && owner.find("Arguments", name) == null) {
        context.mistake(
            owner,
            () ->
                "%s argument \"%s\" of type \"%s\" is required, but it was not provided."
                    .formatted(who, name, Texts.type(wanted.node("Type"))));
      }
    }
  }

  void unique(Node owner) {
    Map<String, Integer> counts = new HashMap<>();
    for (Node argument : owner.nodes("Arguments")) {
      String name = argument.text("Name");
      // Of many of one name only the second is told.
      if (counts.merge(name, 1, Integer::sum) == 2) {
        context.mistake(argument, () -> "There can be only one argument named \"" + name + "\".");
      }
    }
  }
}
