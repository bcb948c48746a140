package dev.cutset.rego.graphql;

import dev.cutset.rego.graphql.Token.Kind;
import java.util.Locale;

/** A place in a text that moves on, counting lines and characters as OPA's reader does. */
final class Cursor {
  private final String text;
  private int at;
  private int start;
  private int characters;
  private int startCharacters;
  private int line = 1;
  private int lineStart;

  Cursor(String text) {
    this.text = text;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  /** How much is left. */
  int left() {
    return text.length() - at;
  }

  char peek() {
    return text.charAt(at);
  }

  char peek(int ahead) {
    return text.charAt(at + ahead);
  }

  boolean startsWith(String prefix) {
    return text.startsWith(prefix, at);
  }

  /** Here a token begins. */
  void mark() {
    start = at;
    startCharacters = characters;
  }

  /** What stands between the beginning of the token and here. */
  String marked() {
    return text.substring(start, at);
  }

  /** The rest of the text, for messages. */
  String rest() {
    return text.substring(at);
  }

  /** Over one character. */
  void advance() {
    at += Character.charCount(text.codePointAt(at));
    characters++;
  }

  /** Over so many characters that each are one char; back if less than none. */
  void advance(int count) {
    at += count;
    characters += count;
  }

  boolean skip(char wanted) {
    boolean found = !atEnd() && peek() == wanted;
    if (found) {
      advance(1);
    }
    return found;
  }

  /** Here a line begins. */
  void startLine() {
    line++;
    lineStart = characters;
  }

  /** Skips what stands between tokens, but for comments. */
  void skipBlanks() {
    while (!atEnd()) {
      switch (peek()) {
        case '\t', ' ', ',', '\uFEFF' -> advance(1);
        case '\n' -> {
          advance(1);
          startLine();
        }
        case '\r' -> {
          advance(1);
          startLine();
          skip('\n');
        }
        default -> {
          return;
        }
      }
    }
  }

  Token token(Kind kind, String value) {
    return new Token(kind, value, position(startCharacters));
  }

  /** What stands here cannot be read. */
  @SuppressWarnings("AnnotateFormatMethod") // the annotation is not among the libraries
  Token mistake(String message, Object... details) {
    return new Token(
        Kind.INVALID, String.format(Locale.ROOT, message, details), position(characters));
  }

  private Position position(int of) {
    return new Position(line, of - lineStart + 1);
  }
}
