package dev.cutset.rego.graphql;

import dev.cutset.rego.graphql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The tokens of a document one after another, comments set aside for what follows them. */
final class TokenStream {
  private final Lexer lexer;
  private final Effort effort;
  private @Nullable Token peeked;
  private @Nullable Token previous;
  private @Nullable Node comments;
  private @Nullable Node closingComments;

  TokenStream(String text, Effort effort) {
    this.lexer = new Lexer(text);
    this.effort = effort;
  }

  Effort effort() {
    return effort;
  }

  Token peek() {
    Token token = peeked;
    if (token == null) {
      token = read();
      if (token.is(Kind.COMMENT)) {
        token = readComments(token);
      }
      peeked = token;
    }
    return token;
  }

  private Token read() {
    effort.work();
    return lexer.next();
  }

  private Token readComments(Token first) {
    List<Node> list = new ArrayList<>();
    Token token = first;
    for (; token.is(Kind.COMMENT); token = read()) {
      list.add(new Node(Shape.COMMENT, token.position()).set("Value", token.value()));
      previous = token;
    }
    comments = new Node(Shape.COMMENTS, null).set("List", list);
    return token;
  }

  /** The comments right before the next token. */
  @Nullable Node comments() {
    peek();
    return comments;
  }

  Position position() {
    return peek().position();
  }

  /** The token that was taken last, comments included. */
  @Nullable Token previous() {
    return previous;
  }

  Token next() {
    Token token = peek();
    if (token.is(Kind.INVALID)) {
      throw error(token, token.value());
    }
    previous = token;
    peeked = null;
    comments = null;
    return token;
  }

  boolean is(Kind kind) {
    return peek().is(kind);
  }

  boolean skip(Kind kind) {
    boolean found = is(kind);
    if (found) {
      next();
    }
    return found;
  }

  Token expect(Kind kind) {
    Token token = peek();
    if (!token.is(kind)) {
      throw error(token, "Expected %s, found %s", kind, token.kind());
    }
    return next();
  }

  void expect(String word) {
    Token token = peek();
    if (!token.isWord(word)) {
      throw error(token, "Expected %s, found %s", Texts.quoted(word), token);
    }
    next();
  }

  String name() {
    return expect(Kind.NAME).value();
  }

  /** What stands between two brackets, which must be something; nothing if they are not there. */
  <T> List<T> some(Kind open, Kind close, Supplier<T> each) {
    closingComments = null;
    List<T> list = new ArrayList<>();
    if (!skip(open)) {
      return list;
    }
    while (!is(close)) {
      list.add(each.get());
    }
    if (list.isEmpty()) {
      throw error(peek(), "expected at least one definition, found %s", peek().kind());
    }
    closingComments = comments;
    next();
    return list;
  }

  /** The comments before the bracket that closed the last {@link #some}. */
  @Nullable Node closingComments() {
    return closingComments;
  }

  /** What stands between two brackets, the first of which is next. */
  <T> List<T> many(Kind open, Kind close, Supplier<T> each) {
    expect(open);
    List<T> list = new ArrayList<>();
    while (!is(close)) {
      list.add(each.get());
    }
    next();
    return list;
  }

  GraphqlException unexpected(Token token) {
    return error(token, "Unexpected %s", token);
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation is not among the libraries
  private static GraphqlException error(Token token, String message, Object... details) {
    String text = details.length == 0 ? message : String.format(Locale.ROOT, message, details);
    return new GraphqlException(Texts.located(Texts.at(token.position(), text)));
  }
}
