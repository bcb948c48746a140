package dev.cutset.rego.graphql;

import static dev.cutset.rego.graphql.SchemaBuilder.refused;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Refuses types and definitions of directives that no schema can have. */
final class TypeCheck {
  private final Schema schema;
  private final DirectiveCheck directives;
  private final InterfaceCheck interfaces;
  private final Effort effort;

  TypeCheck(Schema schema, DirectiveCheck directives, Effort effort) {
    this.schema = schema;
    this.directives = directives;
    this.interfaces = new InterfaceCheck(schema, effort);
    this.effort = effort;
  }

  void check() {
    TreeMap<String, Node> types = new TreeMap<>(schema.types());
    types.values().forEach(this::type);
    new InputCycles(schema, effort).check(types.values());
    for (Node directive : new TreeMap<>(schema.directives()).values()) {
      DirectiveCheck.checkName(directive);
      arguments(directive.nodes("Arguments"), directive);
    }
  }

  private void type(Node type) {
    boolean input = type.isKind("INPUT_OBJECT");
    for (Node field : type.nodes("Fields")) {
      field(field, input ? "INPUT_FIELD_DEFINITION" : "FIELD_DEFINITION");
    }
    type.texts("Types").forEach(name -> member(type, name));
    type.texts("Interfaces").forEach(name -> interfaces.check(type, name));
    content(type);
    unrepeated(type, type.nodes("Fields"), "Field");
    unrepeated(type, type.nodes("EnumValues"), "Enum value");
    members(type);
    if (!type.flag("BuiltIn")) {
      DirectiveCheck.checkName(type);
    }
    directives.check(type.nodes("Directives"), type.text("Kind"), null, false);
  }

  private void field(Node field, String location) {
    effort.work();
    DirectiveCheck.checkName(field);
    known(field);
    arguments(field.nodes("Arguments"), null);
    directives.check(field.nodes("Directives"), location, null, true);
  }

  private Node known(Node typed) {
    Node type = typed.node("Type");
    Node definition = schema.type(Types.name(type));
    if (definition == null) {
      throw refused(type.position(), "Undefined type %s.", Types.name(type));
    }
    return definition;
  }

  private void arguments(List<Node> arguments, @Nullable Node within) {
    for (Node argument : arguments) {
      effort.work();
      DirectiveCheck.checkName(argument);
      Node definition = known(argument);
      if (!Types.isInput(definition)) {
        throw refused(
            argument.position(),
            "cannot use %s as argument %s because %s is not a valid input type",
            Texts.type(argument.node("Type")),
            argument.text("Name"),
            definition.text("Kind"));
      }
      directives.check(argument.nodes("Directives"), "ARGUMENT_DEFINITION", within, true);
    }
  }

  private void member(Node type, String name) {
    effort.work();
    Node member = schema.type(name);
    if (member == null) {
      throw refused(type.position(), "Undefined type %s.", Texts.quoted(name));
    } else if (!member.isKind("OBJECT")) {
      throw refused(
          type.position(), "%s type %s must be OBJECT.", type.text("Kind"), Texts.quoted(name));
    }
  }

  private void content(Node type) {
    switch (type.text("Kind")) {
      case "OBJECT", "INTERFACE" ->
          fields(
              type,
              "fields",
              it -> it.isKind("SCALAR", "OBJECT", "INTERFACE", "UNION", "ENUM"),
              "SCALAR, OBJECT, INTERFACE, UNION, ENUM");
      case "INPUT_OBJECT" -> fields(type, "input fields", Types::isInput, INPUTS);
      case "ENUM" -> enumValues(type);
      default -> {}
    }
  }

  private static final String INPUTS = "SCALAR, ENUM, INPUT_OBJECT";

  private void fields(Node type, String what, Function<Node, Boolean> fits, String kinds) {
    if (type.nodes("Fields").isEmpty()) {
      throw refused(
          type.position(),
          "%s %s: must define one or more %s.",
          type.text("Kind"),
          type.text("Name"),
          what);
    }
    for (Node field : type.nodes("Fields")) {
      Node definition = known(field);
      if (!fits.apply(definition)) {
        // Of an input OPA tells the kind of the field's type and the name of the field.
        boolean input = type.isKind("INPUT_OBJECT");
        throw refused(
            field.position(),
            "%s %s: field must be one of %s.",
            (input ? definition : type).text("Kind"),
            (input ? field : type).text("Name"),
            kinds);
      }
    }
  }

  private void enumValues(Node type) {
    if (type.nodes("EnumValues").isEmpty()) {
      throw refused(
          type.position(),
          "%s %s: must define one or more unique enum values.",
          type.text("Kind"),
          type.text("Name"));
    }
    for (Node value : type.nodes("EnumValues")) {
      effort.work();
      if (Types.isNamed(value, "true", "false", "null")) {
        throw refused(
            type.position(),
            "%s %s: non-enum value %s.",
            type.text("Kind"),
            type.text("Name"),
            value.text("Name"));
      }
      directives.check(value.nodes("Directives"), "ENUM_VALUE", null, true);
    }
  }

  /** Refuses the first that is there again, at its second place. */
  private void unrepeated(Node type, List<Node> parts, String what) {
    Set<String> seen = new HashSet<>();
    Map<String, Node> again = new HashMap<>();
    for (Node part : parts) {
      if (!seen.add(part.text("Name"))) {
        again.putIfAbsent(part.text("Name"), part);
      }
    }
    for (Node part : parts) {
      Node second = again.get(part.text("Name"));
      if (second != null) {
        throw refused(
            second.position(),
            "%s %s.%s can only be defined once.",
            what,
            type.text("Name"),
            second.text("Name"));
      }
    }
  }

  /** Refuses a member of a union that is there again, as {@link #unrepeated} does. */
  private static void members(Node type) {
    List<String> names = type.texts("Types");
    Map<String, Integer> again = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      if (!seen.add(names.get(i))) {
        again.putIfAbsent(names.get(i), i);
      }
    }
    for (String name : names) {
      Integer second = again.get(name);
      if (second != null) {
        List<Position> positions = type.memberPositions();
        throw refused(
            positions.size() == names.size() ? positions.get(second) : type.position(),
            "Union type %s can only include type %s once.",
            type.text("Name"),
            name);
      }
    }
  }
}
