package dev.cutset.rego.graphql;

import dev.cutset.rego.graphql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads schemas: what types, directives and operations there are. */
final class SchemaParser {
  private static final Set<String> OPERATIONS = Set.of("query", "mutation", "subscription");
  private static final Set<String> LOCATIONS =
      Set.of(
          "QUERY",
          "MUTATION",
          "SUBSCRIPTION",
          "FIELD",
          "FRAGMENT_DEFINITION",
          "FRAGMENT_SPREAD",
          "INLINE_FRAGMENT",
          "VARIABLE_DEFINITION",
          "SCHEMA",
          "SCALAR",
          "OBJECT",
          "FIELD_DEFINITION",
          "ARGUMENT_DEFINITION",
          "INTERFACE",
          "UNION",
          "ENUM",
          "ENUM_VALUE",
          "INPUT_OBJECT",
          "INPUT_FIELD_DEFINITION");

  private final TokenStream tokens;
  private final LiteralParser literals;
  private final TypeParser types;
  private final List<Node> schemas = new ArrayList<>();
  private final List<Node> schemaExtensions = new ArrayList<>();
  private final List<Node> directives = new ArrayList<>();
  private final List<Node> definitions = new ArrayList<>();
  private final List<Node> extensions = new ArrayList<>();

  private SchemaParser(TokenStream tokens) {
    this.tokens = tokens;
    this.literals = new LiteralParser(tokens);
    this.types = new TypeParser(tokens, literals);
  }

  static Node parse(String text, Effort effort) {
    return new SchemaParser(new TokenStream(text, effort)).document();
  }

  private Node document() {
    while (!tokens.is(Kind.END)) {
      definition(types.description());
    }
    return new Node(Shape.SCHEMA_DOCUMENT, null)
        .set("Schema", schemas)
        .set("SchemaExtension", schemaExtensions)
        .set("Directives", directives)
        .set("Definitions", definitions)
        .set("Extensions", extensions)
        .set("Comment", tokens.comments());
  }

  private void definition(Description description) {
    Token token = tokens.peek();
    if (!token.is(Kind.NAME)) {
      throw tokens.unexpected(token);
    }
    switch (token.value()) {
      case "schema" -> schemas.add(schema(description));
      case "directive" -> directives.add(directive(description));
      case "extend" -> {
        Token previous = tokens.previous();
        if (!description.text().isEmpty() && previous != null) {
          throw tokens.unexpected(previous);
        }
        extension();
      }
      default -> {
        if (!TypeParser.KINDS.containsKey(token.value())) {
          throw tokens.unexpected(token);
        }
        definitions.add(types.definition(description));
      }
    }
  }

  private Node schema(Description description) {
    Node comments = tokens.comments();
    tokens.expect("schema");
    Node schema = description.put(new Node(Shape.SCHEMA, tokens.position()));
    return operations(schema.set("AfterDescriptionComment", comments));
  }

  private Node operations(Node schema) {
    schema.set("Directives", literals.directives(true));
    schema.set("OperationTypes", tokens.some(Kind.OPEN_BLOCK, Kind.CLOSE_BLOCK, this::operation));
    return schema.set("EndOfDefinitionComment", tokens.closingComments());
  }

  private Node operation() {
    Node operation = literals.begin(Shape.OPERATION_TYPE);
    Token token = tokens.next();
    if (!OPERATIONS.contains(token.value())) {
      throw tokens.unexpected(token);
    }
    tokens.expect(Kind.COLON);
    return operation.set("Operation", token.value()).set("Type", tokens.name());
  }

  private void extension() {
    Node comments = tokens.comments();
    tokens.expect("extend");
    Token token = tokens.peek();
    if (token.value().equals("schema")) {
      schemaExtensions.add(schemaExtension(comments));
    } else if (TypeParser.KINDS.containsKey(token.value())) {
      extensions.add(types.extension(comments));
    } else {
      throw tokens.unexpected(token);
    }
  }

  private Node schemaExtension(@Nullable Node comments) {
    tokens.expect("schema");
    Node schema = new Node(Shape.SCHEMA, tokens.position());
    operations(schema.set("AfterDescriptionComment", comments));
    if (schema.nodes("Directives").isEmpty() && schema.nodes("OperationTypes").isEmpty()) {
      throw tokens.unexpected(tokens.peek());
    }
    return schema;
  }

  private Node directive(Description description) {
    Node comments = tokens.comments();
    tokens.expect("directive");
    tokens.expect(Kind.AT);
    Node directive =
        description
            .put(new Node(Shape.DIRECTIVE_DEFINITION, tokens.position()))
            .set("AfterDescriptionComment", comments)
            .set("Name", tokens.name())
            .set("Arguments", types.arguments());
    if (tokens.peek().isWord("repeatable")) {
      tokens.next();
      directive.set("IsRepeatable", true);
    }
    tokens.expect("on");
    return directive.set("Locations", locations());
  }

  private List<String> locations() {
    tokens.skip(Kind.PIPE);
    List<String> locations = new ArrayList<>();
    do {
      Token token = tokens.expect(Kind.NAME);
      if (!LOCATIONS.contains(token.value())) {
        throw tokens.unexpected(token);
      }
      locations.add(token.value());
    } while (tokens.skip(Kind.PIPE));
    return locations;
  }
}
