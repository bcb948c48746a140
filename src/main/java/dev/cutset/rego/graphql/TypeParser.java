package dev.cutset.rego.graphql;

import dev.cutset.rego.graphql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the types of a schema, and what extends them. */
final class TypeParser {
  /** The words that begin a type, with the kind that it is of. */
  static final Map<String, String> KINDS =
      Map.of(
          "scalar", "SCALAR",
          "type", "OBJECT",
          "interface", "INTERFACE",
          "union", "UNION",
          "enum", "ENUM",
          "input", "INPUT_OBJECT");

  private final TokenStream tokens;
  private final LiteralParser literals;

  TypeParser(TokenStream tokens, LiteralParser literals) {
    this.tokens = tokens;
    this.literals = literals;
  }

  Description description() {
    if (!tokens.is(Kind.STRING) && !tokens.is(Kind.BLOCK_STRING)) {
      return Description.NONE;
    }
    Node comments = tokens.comments();
    return new Description(tokens.next().value(), comments);
  }

  Node definition(Description description) {
    Node comments = tokens.comments();
    Node type = begin(comments);
    return rest(description.put(type), true);
  }

  Node extension(@Nullable Node comments) {
    Node type = rest(begin(comments), false);
    boolean empty =
        type.nodes("Directives").isEmpty()
            && type.texts("Interfaces").isEmpty()
            && type.nodes("Fields").isEmpty()
            && type.texts("Types").isEmpty()
            && type.nodes("EnumValues").isEmpty();
    if (empty) {
      throw tokens.unexpected(tokens.peek());
    }
    return type;
  }

  private Node begin(@Nullable Node comments) {
    String word = tokens.peek().value();
    tokens.expect(word);
    Node type = new Node(Shape.DEFINITION, tokens.position());
    return type.set("AfterDescriptionComment", comments)
        .set("Kind", KINDS.get(word))
        .set("Name", tokens.name());
  }

  /** What stands behind the name; an extension of an interface implements nothing. */
  private Node rest(Node type, boolean whole) {
    if (type.isKind("OBJECT") || type.isKind("INTERFACE") && whole) {
      type.set("Interfaces", interfaces());
    }
    // OPA takes variables where an input is extended, and nowhere else.
    type.set("Directives", literals.directives(whole || !type.isKind("INPUT_OBJECT")));
    switch (type.text("Kind")) {
      case "OBJECT", "INTERFACE" -> block(type, "Fields", this::field);
      case "INPUT_OBJECT" -> block(type, "Fields", () -> input(Shape.FIELD_DEFINITION));
      case "ENUM" -> block(type, "EnumValues", this::enumValue);
      case "UNION" -> members(type);
      default -> {}
    }
    return type;
  }

  private void block(Node type, String field, Supplier<Node> each) {
    type.set(field, tokens.some(Kind.OPEN_BLOCK, Kind.CLOSE_BLOCK, each));
    type.set("EndOfDefinitionComment", tokens.closingComments());
  }

  private List<String> interfaces() {
    if (!tokens.peek().value().equals("implements")) {
      return List.of();
    }
    tokens.next();
    return values(names(Kind.AMPERSAND));
  }

  private void members(Node type) {
    if (tokens.skip(Kind.EQUALS)) {
      List<Token> names = names(Kind.PIPE);
      type.set("Types", values(names));
      type.memberPositions().addAll(names.stream().map(Token::position).toList());
    }
  }

  /** Names with something between them, which may stand before them too. */
  private List<Token> names(Kind between) {
    tokens.skip(between);
    List<Token> names = new ArrayList<>();
    do {
      names.add(tokens.expect(Kind.NAME));
    } while (tokens.skip(between));
    return names;
  }

  private static List<String> values(List<Token> names) {
    return names.stream().map(Token::value).toList();
  }

  /** What has a name, after a description perhaps. */
  private Node named(Shape shape) {
    Description description = description();
    Node comments = tokens.comments();
    Node node = new Node(shape, tokens.position());
    if (!description.text().isEmpty()) {
      description.put(node);
    }
    return node.set("AfterDescriptionComment", comments).set("Name", tokens.name());
  }

  private Node field() {
    Node field = named(Shape.FIELD_DEFINITION).set("Arguments", arguments());
    tokens.expect(Kind.COLON);
    return field.set("Type", literals.type()).set("Directives", literals.directives(true));
  }

  List<Node> arguments() {
    return tokens.some(Kind.OPEN, Kind.CLOSE, () -> input(Shape.ARGUMENT_DEFINITION));
  }

  private Node input(Shape shape) {
    Node input = named(shape);
    tokens.expect(Kind.COLON);
    input.set("Type", literals.type());
    if (tokens.skip(Kind.EQUALS)) {
      input.set("DefaultValue", literals.value(true));
    }
    return input.set("Directives", literals.directives(true));
  }

  private Node enumValue() {
    return named(Shape.ENUM_VALUE).set("Directives", literals.directives(true));
  }
}
