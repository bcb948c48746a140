package dev.cutset.rego.graphql;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whether values are of the types that they should be of. */
final class ValueTypes {
  private static final Set<String> SCALARS = Set.of("Int", "Float", "String", "Boolean", "ID");
  private static final String MEANT = "Did you mean the enum value";

  private final QueryContext context;

  ValueTypes(QueryContext context) {
    this.context = context;
  }

  void check(Node value) {
    Node definition = value.find("Definition");
    Node expected = value.find("ExpectedType");
    if (definition == null || expected == null) {
      return;
    }
    if (value.kind() == ValueKind.NULL && expected.flag("NonNull")) {
      context.mistake(value, () -> unfit(value, expected));
    }
    // What other scalars hold is nobody's business here.
    if (definition.isKind("SCALAR") && !SCALARS.contains(definition.text("Name"))) {
      return;
    }
    if (!Numerals.isReadable(value, context.effort())) {
      unexpected(value, definition, expected);
    }
    check(value, definition, expected);
  }

  private void check(Node value, Node definition, Node expected) {
    boolean fits =
        switch (value.kind()) {
          case LIST -> expected.has("Elem");
          case INT -> Types.isNamed(definition, "Int", "Float", "ID");
          case FLOAT -> Types.isNamed(definition, "Float");
          case BOOLEAN -> Types.isNamed(definition, "Boolean");
          case STRING, BLOCK ->
              definition.isKind("ENUM") || Types.isNamed(definition, "String", "ID");
          case ENUM, OBJECT, NULL, VARIABLE -> true;
        };
    if (!fits) {
      unexpected(value, definition, expected);
      return;
    }
    switch (value.kind()) {
      case STRING, BLOCK -> text(value, definition, expected);
      case ENUM -> enumValue(value, definition, expected);
      case OBJECT -> object(value, definition);
      default -> {}
    }
  }

  private void text(Node value, Node definition, Node expected) {
    if (definition.isKind("ENUM")) {
      context.mistake(
          value, () -> noEnum(value, expected) + meant(value, definition, Suggestions::quoted));
    }
  }

  private void enumValue(Node value, Node definition, Node expected) {
    if (!definition.isKind("ENUM")) {
      context.mistake(
          value,
          () ->
              unexpectedText(value, definition, expected)
                  + meant(value, definition, Suggestions::plain));
    } else if (definition.find("EnumValues", value.text("Raw")) == null) {
      context.mistake(
          value,
          () ->
              "Value \"%s\" does not exist in \"%s\" enum."
                      .formatted(Texts.value(value), Texts.type(expected))
                  + meant(value, definition, Suggestions::quoted));
    }
  }

  private String meant(Node value, Node definition, Function<List<String>, String> list) {
    List<Node> options = definition.isKind("ENUM") ? definition.nodes("EnumValues") : List.of();
    return Suggestions.among(MEANT, value.text("Raw"), options, context.effort(), list);
  }

  private void object(Node value, Node definition) {
    String type = definition.text("Name");
    for (Node field : definition.nodes("Fields")) {
      context.effort().work();
      String name = field.text("Name");
      if (Types.mustBeGiven(field) && child(value, name) == null) {
        context.mistake(
            value,
            () ->
                "Field \"%s.%s\" of required type \"%s\" was not provided."
                    .formatted(type, name, Texts.type(field.node("Type"))));
      }
    }
    for (Node directive : definition.nodes("Directives")) {
      if (directive.text("Name").equals("oneOf")) {
        oneOf(value, definition);
      }
    }
    for (Node child : value.nodes("Children")) {
      String name = child.text("Name");
      if (definition.find("Fields", name) == null) {
        context.mistake(
            child,
            () ->
                "Field \"%s\" is not defined by type \"%s\".".formatted(name, type)
                    + Suggestions.among(
                        "Did you mean",
                        name,
                        definition.nodes("Fields"),
                        context.effort(),
                        Suggestions::quoted));
      }
    }
  }

  private static @Nullable Node child(Node value, String name) {
    Node child = value.find("Children", name);
    return child == null ? null : child.find("Value");
  }

  private void oneOf(Node value, Node definition) {
    List<Node> children = value.nodes("Children");
    String type = definition.text("Name");
    if (children.size() != 1) {
      context.mistake(
          value, () -> "OneOf Input Object \"" + type + "\" must specify exactly one key.");
      return;
    }
    Node only = children.get(0).node("Value");
    if (only.kind() == ValueKind.NULL) {
      // OPA names the first field of the type, whichever one it is.
      String first = definition.nodes("Fields").get(0).text("Name");
      context.mistake(only, () -> "Field \"%s.%s\" must be non-null.".formatted(type, first));
    }
  }

  private void unexpected(Node value, Node definition, Node expected) {
    context.mistake(value, () -> unexpectedText(value, definition, expected));
  }

  private static String unexpectedText(Node value, Node definition, Node expected) {
    String text = Texts.value(value);
    String type = Texts.type(expected);
    return switch (type) {
      case "Int", "Int!" ->
          isBeyondInt(value.text("Raw"))
              ? "Int cannot represent non 32-bit signed integer value: " + text
              : "Int cannot represent non-integer value: " + text;
      case "String", "String!", "[String]" -> "String cannot represent a non string value: " + text;
      case "Boolean", "Boolean!" -> "Boolean cannot represent a non boolean value: " + text;
      case "Float", "Float!" -> "Float cannot represent non numeric value: " + text;
      case "ID", "ID!" -> "ID cannot represent a non-string and non-integer value: " + text;
      default -> definition.isKind("ENUM") ? noEnum(value, expected) : unfit(value, expected);
    };
  }

  private static String noEnum(Node value, Node expected) {
    return "Enum \"%s\" cannot represent non-enum value: %s."
        .formatted(Texts.type(expected), Texts.value(value));
  }

  private static String unfit(Node value, Node expected) {
    return "Expected value of type \"%s\", found %s."
        .formatted(Texts.type(expected), Texts.value(value));
  }

  private static boolean isBeyondInt(String raw) {
    return Numerals.isInteger(raw) && new BigInteger(raw).bitLength() >= Integer.SIZE;
  }
}
