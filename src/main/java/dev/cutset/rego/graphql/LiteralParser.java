package dev.cutset.rego.graphql;

import dev.cutset.rego.graphql.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads what queries and schemas have in common: values, arguments, directives, types. */
final class LiteralParser {
  private final TokenStream tokens;

  LiteralParser(TokenStream tokens) {
    this.tokens = tokens;
  }

  /** A node that begins here, with the comments before it. */
  Node begin(Shape shape) {
    Node node = new Node(shape, tokens.position());
    return node.set("Comment", tokens.comments());
  }

  String variable() {
    tokens.expect(Kind.DOLLAR);
    return tokens.name();
  }

  /** A value; a constant one has no variables. */
  Node value(boolean constant) {
    tokens.effort().enter();
    Node value = anyValue(constant);
    tokens.effort().leave();
    return value;
  }

  private Node anyValue(boolean constant) {
    Token token = tokens.peek();
    return switch (token.kind()) {
      case OPEN_LIST -> list(constant);
      case OPEN_BLOCK -> object(constant);
      case DOLLAR -> {
        if (constant) {
          throw tokens.unexpected(token);
        }
        // Comments before variables and plain values are lost in OPA too.
        yield value(ValueKind.VARIABLE, token).set("Raw", variable());
      }
      case INT -> plain(ValueKind.INT);
      case FLOAT -> plain(ValueKind.FLOAT);
      case STRING -> plain(ValueKind.STRING);
      case BLOCK_STRING -> plain(ValueKind.BLOCK);
      case NAME ->
          plain(
              switch (token.value()) {
                case "true", "false" -> ValueKind.BOOLEAN;
                case "null" -> ValueKind.NULL;
                default -> ValueKind.ENUM;
              });
      default -> throw tokens.unexpected(token);
    };
  }

  private static Node value(ValueKind kind, Token token) {
    return new Node(Shape.VALUE, token.position()).set("Kind", kind.number());
  }

  private Node plain(ValueKind kind) {
    Token token = tokens.next();
    return value(kind, token).set("Raw", token.value());
  }

  private Node list(boolean constant) {
    return begin(Shape.VALUE)
        .set("Kind", ValueKind.LIST.number())
        .set(
            "Children",
            tokens.many(
                Kind.OPEN_LIST,
                Kind.CLOSE_LIST,
                () -> new Node(Shape.CHILD, null).set("Value", value(constant))));
  }

  private Node object(boolean constant) {
    return begin(Shape.VALUE)
        .set("Kind", ValueKind.OBJECT.number())
        .set(
            "Children",
            tokens.many(Kind.OPEN_BLOCK, Kind.CLOSE_BLOCK, () -> named(Shape.CHILD, constant)));
  }

  /** A name and a value. */
  private Node named(Shape shape, boolean constant) {
    Node node = begin(shape).set("Name", tokens.name());
    tokens.expect(Kind.COLON);
    return node.set("Value", value(constant));
  }

  List<Node> arguments(boolean constant) {
    return tokens.some(Kind.OPEN, Kind.CLOSE, () -> named(Shape.ARGUMENT, constant));
  }

  List<Node> directives(boolean constant) {
    List<Node> directives = new ArrayList<>();
    while (tokens.skip(Kind.AT)) {
      Node directive = new Node(Shape.DIRECTIVE, tokens.position());
      directive.set("Name", tokens.name());
      directives.add(directive.set("Arguments", arguments(constant)));
    }
    return directives;
  }

  Node type() {
    tokens.effort().enter();
    boolean list = tokens.skip(Kind.OPEN_LIST);
    Node type = new Node(Shape.TYPE, tokens.position());
    if (list) {
      type.set("Elem", type());
      tokens.expect(Kind.CLOSE_LIST);
    } else {
      type.set("NamedType", tokens.name());
    }
    tokens.effort().leave();
    return type.set("NonNull", tokens.skip(Kind.BANG));
  }
}
