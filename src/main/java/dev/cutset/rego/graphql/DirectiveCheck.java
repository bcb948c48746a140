package dev.cutset.rego.graphql;

import static dev.cutset.rego.graphql.SchemaBuilder.refused;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses directives that a schema may not have where they stand. */
final class DirectiveCheck {
  private final Schema schema;
  private final Effort effort;

  DirectiveCheck(Schema schema, Effort effort) {
    this.schema = schema;
    this.effort = effort;
  }

  /** Names that begin so are kept for what tells of a schema. */
  static void checkName(Node named) {
    String name = named.text("Name");
    if (name.startsWith("__")) {
      throw refused(
          named.position(),
          "Name \"%s\" must not begin with \"__\", which is reserved by GraphQL introspection.",
          name);
    }
  }

  /**
   * Checks the directives at a place.
   *
   * @param within the directive whose definition it is, if it is one
   * @param once whether all of them stand at one place, where one must not be repeated
   */
  void check(List<Node> directives, String location, @Nullable Node within, boolean once) {
    Set<String> seen = new HashSet<>();
    for (Node directive : directives) {
      effort.work();
      checkName(directive);
      Position position = directive.position();
      String name = directive.text("Name");
      if (within != null && name.equals(within.text("Name"))) {
        throw refused(position, "Directive %s cannot refer to itself.", name);
      }
      Node definition = schema.directives().get(name);
      if (definition == null) {
        throw refused(position, "Undefined directive %s.", name);
      }
      if (once && !seen.add(name) && !definition.flag("IsRepeatable")) {
        throw refused(position, "The directive %s can only be used once at this location.", name);
      }
      if (!definition.texts("Locations").contains(location)) {
        throw refused(position, "Directive %s is not applicable on %s.", name, location);
      }
      arguments(directive, definition);
    }
  }

  private void arguments(Node directive, Node definition) {
    for (Node argument : directive.nodes("Arguments")) {
      effort.work();
      if (definition.find("Arguments", argument.text("Name")) == null) {
        throw refused(
            argument.position(),
            "Undefined argument %s for directive %s.",
            argument.text("Name"),
            directive.text("Name"));
      }
    }
    for (Node wanted : definition.nodes("Arguments")) {
      effort.work();
      if (Types.mustBeGiven(wanted)) {
        Node argument = directive.find("Arguments", wanted.text("Name"));
        if (argument == null || argument.node("Value").kind() == ValueKind.NULL) {
          throw refused(
              directive.position(),
              "Argument %s for directive %s cannot be null.",
              wanted.text("Name"),
              directive.text("Name"));
        }
      }
    }
  }
}
