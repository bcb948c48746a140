package dev.cutset.rego.graphql;

import dev.cutset.rego.graphql.Token.Kind;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what stands in quotes. */
final class StringLexer {
  private static final String ESCAPES = "\"/\\bfnrt";
  private static final String MEANINGS = "\"/\\\b\f\n\r\t";
  private static final int UNICODE = 6;

  private StringLexer() {}

  /** A text on one line. */
  static Token line(Cursor cursor) {
    cursor.advance(1);
    cursor.mark();
    StringBuilder text = new StringBuilder();
    while (!cursor.atEnd() && cursor.peek() != '\n' && cursor.peek() != '\r') {
      char c = cursor.peek();
      if (isControl(c)) {
        return control(cursor);
      } else if (c == '"') {
        Token token = cursor.token(Kind.STRING, text.toString());
        cursor.advance(1);
        return token;
      } else if (c == '\\') {
        Token mistake = escape(cursor, text);
        if (mistake != null) {
          return mistake;
        }
      } else {
        copy(cursor, text);
      }
    }
    return cursor.mistake("Unterminated string.");
  }

  private static void copy(Cursor cursor, StringBuilder text) {
    char c = cursor.peek();
    text.append(c);
    if (Character.isHighSurrogate(c) && cursor.left() > 1) {
      text.append(cursor.peek(1));
    }
    cursor.advance();
  }

  private static @Nullable Token escape(Cursor cursor, StringBuilder text) {
    String mistake = "Invalid character escape sequence";
    if (cursor.left() < 2) {
      cursor.advance(1);
      return cursor.mistake(mistake + ".");
    }
    char kind = cursor.peek(1);
    if (kind == 'u') {
      boolean whole = cursor.left() > UNICODE;
      int code = whole ? code(cursor) : -1;
      if (code < 0) {
        cursor.advance(1);
        String rest = cursor.rest();
        return cursor.mistake(mistake + ": \\%s.", whole ? rest.substring(0, 5) : rest);
      }
      // Half a pair stands for no character, the other half beside it notwithstanding.
      text.append(Character.isSurrogate((char) code) ? '\uFFFD' : (char) code);
      cursor.advance(UNICODE);
      return null;
    }
    int escape = ESCAPES.indexOf(kind);
    if (escape < 0) {
      cursor.advance(1);
      return cursor.mistake(mistake + ": \\%s.", kind);
    }
    text.append(MEANINGS.charAt(escape));
    cursor.advance(2);
    return null;
  }

  private static int code(Cursor cursor) {
    int code = 0;
    for (int i = 2; i < UNICODE; i++) {
      char c = cursor.peek(i);
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code;
  }

  /** A text over several lines. */
  static Token block(Cursor cursor) {
    cursor.advance(3);
    cursor.mark();
    StringBuilder text = new StringBuilder();
    while (!cursor.atEnd()) {
      char c = cursor.peek();
      if (c == '"' && cursor.startsWith("\"\"\"")) {
        return closed(cursor, text);
      } else if (isControl(c) && c != '\n' && c != '\r') {
        return control(cursor);
      } else if (cursor.startsWith("\\\"\"\"")) {
        text.append("\"\"\"");
        cursor.advance(4);
      } else if (c == '\r') {
        cursor.advance(1);
        cursor.skip('\n');
        text.append('\n');
        cursor.startLine();
      } else {
        copy(cursor, text);
        if (c == '\n') {
          cursor.startLine();
        }
      }
    }
    return cursor.mistake("Unterminated string.");
  }

  /** Of many quotes in a row the last three close the text. */
  private static Token closed(Cursor cursor, StringBuilder text) {
    int quotes = 3;
    while (cursor.left() > quotes && cursor.peek(quotes) == '"') {
      quotes++;
      text.append('"');
    }
    Token token = cursor.token(Kind.BLOCK_STRING, unindented(text.toString()));
    cursor.advance(quotes);
    return token;
  }

  private static boolean isControl(char c) {
    return c < ' ' && c != '\t';
  }

  private static Token control(Cursor cursor) {
    return cursor.mistake("Invalid character within String: \"\\u%04x\".", (int) cursor.peek());
  }

  /** Without the indentation that all lines share, and without blank lines around. */
  private static String unindented(String raw) {
    List<String> lines = Arrays.asList(raw.split("\n", -1));
    int common = lines.stream().mapToInt(StringLexer::indentation).min().orElse(0);
    for (int i = 1; i < lines.size() && common < Integer.MAX_VALUE; i++) {
      String line = lines.get(i);
      lines.set(i, line.length() < common ? "" : line.substring(common));
    }
    int start = 0;
    int end = lines.size();
    while (start < end && indentation(lines.get(start)) == Integer.MAX_VALUE) {
      start++;
    }
    while (start < end && indentation(lines.get(end - 1)) == Integer.MAX_VALUE) {
      end--;
    }
    return String.join("\n", lines.subList(start, end));
  }

  /** How many blanks a line begins with; a blank line has no end of them. */
  private static int indentation(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) != ' ' && line.charAt(i) != '\t') {
        return i;
      }
    }
    return Integer.MAX_VALUE;
  }
}
