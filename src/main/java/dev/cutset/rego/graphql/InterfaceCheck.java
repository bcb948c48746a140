package dev.cutset.rego.graphql;

import static dev.cutset.rego.graphql.SchemaBuilder.refused;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses types that do not keep what the interfaces promise that they implement. */
final class InterfaceCheck {
  private final Schema schema;
  private final Effort effort;

  InterfaceCheck(Schema schema, Effort effort) {
    this.schema = schema;
    this.effort = effort;
  }

  void check(Node type, String name) {
    Node promised = schema.type(name);
    if (promised == null) {
      throw refused(type.position(), "Undefined type %s.", Texts.quoted(name));
    } else if (!promised.isKind("INTERFACE")) {
      throw refused(
          type.position(),
          "%s is a non interface type %s.",
          Texts.quoted(name),
          promised.text("Kind"));
    }
    promised.nodes("Fields").forEach(field -> field(type, promised, field));
    ancestors(type, promised);
  }

  private void field(Node type, Node promised, Node wanted) {
    effort.work();
    String start = "For %s to implement %s ".formatted(type.text("Name"), promised.text("Name"));
    String name = wanted.text("Name");
    Node found = type.find("Fields", name);
    if (found == null) {
      throw refused(type.position(), "%sit must have a field called %s.", start, name);
    } else if (!isCovariant(wanted.node("Type"), found.node("Type"))) {
      throw refused(
          found.position(),
          "%sthe field %s must have type %s.",
          start,
          name,
          Texts.type(wanted.node("Type")));
    }
    wanted.nodes("Arguments").forEach(argument -> argument(start, wanted, found, argument));
    for (Node argument : found.nodes("Arguments")) {
      effort.work();
      if (wanted.find("Arguments", argument.text("Name")) == null && Types.mustBeGiven(argument)) {
        throw refused(
            argument.position(),
            "%sany additional arguments on %s must be optional or have a default value but %s is"
                + " required.",
            start,
            name,
            argument.text("Name"));
      }
    }
  }

  private void argument(String start, Node wanted, Node field, Node argument) {
    effort.work();
    String same = start + "the field " + wanted.text("Name") + " must have the same arguments but ";
    String name = argument.text("Name");
    Node found = field.find("Arguments", name);
    if (found == null) {
      throw refused(field.position(), "%sit is missing %s.", same, name);
    } else if (!Types.isCompatible(argument.node("Type"), found.node("Type"))) {
      throw refused(found.position(), "%s%s has the wrong type.", same, name);
    }
  }

  /** What an interface implements, those that implement it have to implement too. */
  private void ancestors(Node type, Node promised) {
    List<String> kept = type.texts("Interfaces");
    for (String ancestor : promised.texts("Interfaces")) {
      effort.work(kept.size());
      if (kept.contains(ancestor)) {
        continue;
      } else if (ancestor.equals(type.text("Name"))) {
        throw refused(
            type.position(),
            "Type %s cannot implement %s because it would create a circular reference.",
            type.text("Name"),
            promised.text("Name"));
      }
      throw refused(
          type.position(),
          "Type %s must implement %s because it is implemented by %s.",
          type.text("Name"),
          ancestor,
          promised.text("Name"));
    }
  }

  /** Whether what is of a type can be given where an interface promises one of another. */
  private boolean isCovariant(Node wanted, Node found) {
    if (wanted.flag("NonNull") && !found.flag("NonNull")) {
      return false;
    }
    String name = wanted.text("NamedType");
    if (!name.isEmpty()) {
      return name.equals(found.text("NamedType")) || isPossible(name, found.text("NamedType"));
    }
    Node element = found.find("Elem");
    return element != null && isCovariant(wanted.node("Elem"), element);
  }

  private boolean isPossible(String name, String found) {
    for (@Nullable Node type : schema.possible(name)) {
      effort.work();
      if (type == null) {
        // A member of a union that is nowhere defined; OPA breaks down here.
        throw refused(null, "Undefined type in %s.", Texts.quoted(name));
      } else if (type.text("Name").equals(found)) {
        return true;
      }
    }
    return false;
  }
}
