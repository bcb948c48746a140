package dev.cutset.rego.graphql;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the rules of GraphQL say of directives, in the order in which OPA asks them. */
final class DirectiveRules {
  private final QueryContext context;
  private final ArgumentRules arguments;
  private final Set<Misplaced> seen = new HashSet<>();

  /** A directive where it may not stand; a fragment may be looked at more than once. */
  private record Misplaced(String name, @Nullable Position position) {}

  DirectiveRules(QueryContext context) {
    this.context = context;
    this.arguments = new ArgumentRules(context);
  }

  void directive(Node directive) {
    Node definition = directive.find("Definition");
    String name = directive.text("Name");
    if (definition == null) {
      context.mistake(directive, () -> "Unknown directive \"@" + name + "\".");
    } else {
      arguments.known(directive, definition, "directive \"@" + name + "\"");
      knownLocation(directive, definition);
      arguments.provided(directive, definition, "Directive \"@" + name + "\"");
    }
    arguments.unique(directive);
  }

  private void knownLocation(Node directive, Node definition) {
    String name = directive.text("Name");
    String location = directive.text("Location");
    if (!definition.texts("Locations").contains(location)
        && seen.add(new Misplaced(name, directive.position()))) {
      context.mistake(
          directive, () -> "Directive \"@%s\" may not be used on %s.".formatted(name, location));
    }
  }

  /** Of the directives at one place. */
  void directives(List<Node> directives) {
    Set<String> names = new HashSet<>();
    for (Node directive : directives) {
      Node definition = directive.find("Definition");
      boolean repeatable = definition != null && definition.flag("IsRepeatable");
      String name = directive.text("Name");
      if (!names.add(name) && !repeatable) {
        context.mistake(
            directive,
            () -> "The directive \"@%s\" can only be used once at this location.".formatted(name));
      }
    }
  }
}
