package dev.cutset.rego.graphql;

import dev.cutset.rego.graphql.Token.Kind;
import java.nio.charset.StandardCharsets;

/** Cuts a document into tokens; what cannot be read is a token too, which says why. */
final class Lexer {
  private static final String PUNCTUATION = "!$&():=@[]{}|";
  private static final Kind[] PUNCTUATORS = {
    Kind.BANG,
    Kind.DOLLAR,
    Kind.AMPERSAND,
    Kind.OPEN,
    Kind.CLOSE,
    Kind.COLON,
    Kind.EQUALS,
    Kind.AT,
    Kind.OPEN_LIST,
    Kind.CLOSE_LIST,
    Kind.OPEN_BLOCK,
    Kind.CLOSE_BLOCK,
    Kind.PIPE
  };

  private final Cursor cursor;

  Lexer(String text) {
    this.cursor = new Cursor(text);
  }

  Token next() {
    cursor.skipBlanks();
    cursor.mark();
    if (cursor.atEnd()) {
      return cursor.token(Kind.END, "");
    }
    char c = cursor.peek();
    int punctuator = PUNCTUATION.indexOf(c);
    if (punctuator >= 0) {
      cursor.advance(1);
      return cursor.token(PUNCTUATORS[punctuator], "");
    } else if (cursor.startsWith("...")) {
      cursor.advance(3);
      return cursor.token(Kind.SPREAD, "");
    } else if (c == '#') {
      return comment();
    } else if (isNamePart(c) && !isDigit(c)) {
      return name();
    } else if (c == '-' || isDigit(c)) {
      return number();
    } else if (c == '"') {
      return cursor.startsWith("\"\"\"") ? StringLexer.block(cursor) : StringLexer.line(cursor);
    }
    return unexpected(c);
  }

  private Token unexpected(char c) {
    if (c < ' ') {
      return cursor.mistake("Cannot contain the invalid character \"\\u%04x\"", (int) c);
    } else if (c == '\'') {
      return cursor.mistake(
          "Unexpected single quote character ('), did you mean to use a double quote (\")?");
    }
    return cursor.mistake("Cannot parse the unexpected character \"%s\".", shown());
  }

  private Token comment() {
    while (!cursor.atEnd() && (cursor.peek() >= ' ' || cursor.peek() == '\t')) {
      cursor.advance();
    }
    return cursor.token(Kind.COMMENT, cursor.marked());
  }

  private Token name() {
    while (!cursor.atEnd() && isNamePart(cursor.peek())) {
      cursor.advance(1);
    }
    return cursor.token(Kind.NAME, cursor.marked());
  }

  private Token number() {
    cursor.skip('-');
    if (cursor.skip('0')) {
      int more = digits();
      if (more > 0) {
        cursor.advance(-more);
        return cursor.mistake("Invalid number, unexpected digit after 0: %s.", found());
      }
    } else if (digits() == 0) {
      return noDigit();
    }
    Kind kind = Kind.INT;
    if (cursor.skip('.')) {
      kind = Kind.FLOAT;
      if (digits() == 0) {
        return noDigit();
      }
    }
    if (cursor.skip('e') || cursor.skip('E')) {
      kind = Kind.FLOAT;
      if (!cursor.skip('-')) {
        cursor.skip('+');
      }
      if (digits() == 0) {
        return noDigit();
      }
    }
    return cursor.token(kind, cursor.marked());
  }

  private Token noDigit() {
    return cursor.mistake("Invalid number, expected digit but got: %s.", found());
  }

  private int digits() {
    int count = 0;
    for (; !cursor.atEnd() && isDigit(cursor.peek()); count++) {
      cursor.advance(1);
    }
    return count;
  }

  private String found() {
    return cursor.atEnd() ? Kind.END.toString() : "\"" + shown() + "\"";
  }

  /** OPA shows the first byte of what stands here, as if it were a character. */
  private String shown() {
    int end = cursor.left() > 1 && Character.isHighSurrogate(cursor.peek()) ? 2 : 1;
    byte[] bytes = cursor.rest().substring(0, end).getBytes(StandardCharsets.UTF_8);
    return Character.toString((char) (bytes[0] & 0xFF));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNamePart(char c) {
    return c == '_' || isDigit(c) || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
