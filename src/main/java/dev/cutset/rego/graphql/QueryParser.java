package dev.cutset.rego.graphql;

import dev.cutset.rego.graphql.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads queries: operations and fragments. */
final class QueryParser {
  private final TokenStream tokens;
  private final LiteralParser literals;

  private QueryParser(TokenStream tokens) {
    this.tokens = tokens;
    this.literals = new LiteralParser(tokens);
  }

  static Node parse(String text, Effort effort) {
    return new QueryParser(new TokenStream(text, effort)).document();
  }

  private Node document() {
    List<Node> operations = new ArrayList<>();
    List<Node> fragments = new ArrayList<>();
    while (!tokens.is(Kind.END)) {
      Token token = tokens.peek();
      if (token.is(Kind.OPEN_BLOCK)) {
        operations.add(anonymous());
      } else if (token.isWord("query")
          || token.isWord("mutation")
          || token.isWord("subscription")) {
        operations.add(operation());
      } else if (token.isWord("fragment")) {
        fragments.add(fragment());
      } else {
        throw tokens.unexpected(token);
      }
    }
    return new Node(Shape.QUERY, null).set("Operations", operations).set("Fragments", fragments);
  }

  /** A query that is only what it selects; in OPA it has no comments. */
  private Node anonymous() {
    Node operation = new Node(Shape.OPERATION, tokens.position());
    return operation.set("Operation", "query").set("SelectionSet", selections());
  }

  private Node operation() {
    Node operation = literals.begin(Shape.OPERATION).set("Operation", tokens.next().value());
    if (tokens.is(Kind.NAME)) {
      operation.set("Name", tokens.name());
    }
    return operation
        .set("VariableDefinitions", variables())
        .set("Directives", literals.directives(false))
        .set("SelectionSet", selections());
  }

  private List<Node> variables() {
    return tokens.some(Kind.OPEN, Kind.CLOSE, this::variable);
  }

  private Node variable() {
    Node variable = literals.begin(Shape.VARIABLE).set("Variable", literals.variable());
    tokens.expect(Kind.COLON);
    variable.set("Type", literals.type());
    if (tokens.skip(Kind.EQUALS)) {
      variable.set("DefaultValue", literals.value(true));
    }
    return variable.set("Directives", literals.directives(false));
  }

  private Node fragment() {
    Node fragment = literals.begin(Shape.FRAGMENT);
    tokens.expect("fragment");
    fragment.set("Name", fragmentName()).set("VariableDefinition", variables());
    tokens.expect("on");
    return fragment
        .set("TypeCondition", tokens.name())
        .set("Directives", literals.directives(false))
        .set("SelectionSet", selections());
  }

  private String fragmentName() {
    // Of a text that says `on` too, which no name is either.
    if (tokens.peek().value().equals("on")) {
      throw tokens.unexpected(tokens.peek());
    }
    return tokens.name();
  }

  private List<Node> selections() {
    if (!tokens.is(Kind.OPEN_BLOCK)) {
      tokens.expect(Kind.OPEN_BLOCK);
    }
    return tokens.some(Kind.OPEN_BLOCK, Kind.CLOSE_BLOCK, this::selection);
  }

  private Node selection() {
    tokens.effort().enter();
    Node selection = tokens.is(Kind.SPREAD) ? spread() : field();
    tokens.effort().leave();
    return selection;
  }

  private Node field() {
    Node field = literals.begin(Shape.FIELD);
    String alias = tokens.name();
    field.set("Alias", alias).set("Name", tokens.skip(Kind.COLON) ? tokens.name() : alias);
    field.set("Arguments", literals.arguments(false)).set("Directives", literals.directives(false));
    return tokens.is(Kind.OPEN_BLOCK) ? field.set("SelectionSet", selections()) : field;
  }

  private Node spread() {
    Node comments = tokens.comments();
    tokens.expect(Kind.SPREAD);
    Token token = tokens.peek();
    if (token.is(Kind.NAME) && !token.isWord("on")) {
      return new Node(Shape.SPREAD, token.position())
          .set("Comment", comments)
          .set("Name", fragmentName())
          .set("Directives", literals.directives(false));
    }
    Node inline = new Node(Shape.INLINE, token.position()).set("Comment", comments);
    if (token.value().equals("on")) {
      tokens.next();
      inline.set("TypeCondition", tokens.name());
    }
    return inline.set("Directives", literals.directives(false)).set("SelectionSet", selections());
  }
}
