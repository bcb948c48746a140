package dev.cutset.source;

import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;

/**
 * The tokens of one JSON input, with what every reader needs to walk them.
 *
 * <p>Whoever is handed a value has to consume it: read it, walk it, or {@link #skip} it.
 */
final class Tokens {
  /** Below these names the keys themselves can belong to a secret, so no message shows them. */
  private static final Set<String> VALUES =
      Set.of(
          "inputs",
          "outputs",
          "before",
          "before_sensitive",
          "after",
          "after_unknown",
          "after_sensitive",
          "sensitive_values",
          "attributes",
          "sensitive_attributes",
          "replacementTrigger",
          "values",
          "expressions",
          "variables",
          "config",
          "diagnostics",
          "constant_value",
          "default",
          "old",
          "new");

  /** Enough to find the place by; the rest of a path that is longer helps nobody. */
  private static final int LONGEST_PATH = 200;

  private final JsonParser parser;
  private final String where;

  /** For each depth one walk; the first ones are under way. */
  private final List<Fields> walked = new ArrayList<>();

  private int open;
  private final Elements some = new Elements(true);
  private final Elements none = new Elements(false);

  Tokens(JsonParser parser, String where) {
    this.parser = parser;
    this.where = where;
  }

  /** The token that the value at hand starts with; null at the end of the input. */
  @Nullable JsonToken current() {
    return parser.currentToken();
  }

  @Nullable JsonToken next() {
    return parser.nextToken();
  }

  /** Gives back what was taken from the input beyond the last token. */
  void release(OutputStream beyond) {
    parser.releaseBuffered(beyond);
  }

  /** The fields of the object at hand; null counts as an object without any. */
  Fields fields() throws UnreadableInputException {
    boolean none = parser.currentToken() == JsonToken.VALUE_NULL;
    if (!none) {
      expect(JsonToken.START_OBJECT, "an object");
    }
    if (open == walked.size()) {
      walked.add(new Fields());
    }
    Fields fields = walked.get(open++);
    fields.ended = none;
    return fields;
  }

  /**
   * A walk through the fields of one object, to be gone to its end. Files are millions of objects,
   * so that a walk is used again once it has ended.
   */
  final class Fields {
    private final Names seen = new Names();
    private @Nullable String name;
    private boolean ended;

    /** Goes on to the next field; false after the last. */
    boolean next() throws UnreadableInputException {
      name = ended ? null : parser.nextName();
      if (name == null) {
        seen.clear();
        open--;
        return false;
      }
      if (!seen.add(name)) {
        throw duplicateKey();
      }
      if (seen.tooMany()) {
        throw unreadable("an object has too many keys", "check how the file was made");
      }
      parser.nextToken();
      return true;
    }

    /** Goes on to the field of a name, past all others; false where there is none. */
    boolean next(String wanted) throws UnreadableInputException {
      while (next()) {
        if (name().equals(wanted)) {
          return true;
        }
        skip();
      }
      return false;
    }

    /** The name of the field at hand. */
    String name() {
      return Objects.requireNonNull(name);
    }
  }

  /** The elements of the list at hand; null counts as a list without any. */
  Elements elements() throws UnreadableInputException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return none;
    }
    expect(JsonToken.START_ARRAY, "a list");
    return some;
  }

  /** A walk through the elements of one list. */
  final class Elements {
    private final boolean any;

    private Elements(boolean any) {
      this.any = any;
    }

    /** Goes on to the next element; false after the last. */
    boolean next() {
      return any && parser.nextToken() != JsonToken.END_ARRAY;
    }
  }

  void skip() {
    parser.skipChildren();
  }

  /** The text at hand; empty for null and for an empty text. */
  Optional<String> text() throws UnreadableInputException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return Optional.empty();
    }
    expect(JsonToken.VALUE_STRING, "a text");
    String text = parser.getString();
    return text.isBlank() ? Optional.empty() : Optional.of(text);
  }

  /** The texts of the list at hand. */
  List<String> texts() throws UnreadableInputException {
    List<String> texts = new ArrayList<>();
    Elements elements = elements();
    while (elements.next()) {
      text().ifPresent(texts::add);
    }
    return texts;
  }

  /** The text or number at hand as a text; empty for anything else. */
  Optional<String> scalar() {
    JsonToken token = parser.currentToken();
    boolean scalar = token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL;
    return scalar ? Optional.of(parser.getString()) : Optional.empty();
  }

  /** The truth value at hand, which may be written as a text. */
  boolean truth() throws UnreadableInputException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_STRING && parser.getString().matches("true|false")) {
      return parser.getString().equals("true");
    }
    if (token == JsonToken.VALUE_NULL) {
      return false;
    }
    if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
      throw unreadable("expected true or false", "check how the file was made");
    }
    return token == JsonToken.VALUE_TRUE;
  }

  /** The small whole number at hand, which may be written as a text. */
  int count() throws UnreadableInputException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_STRING) {
      try {
        return Integer.parseInt(parser.getString());
      } catch (NumberFormatException e) {
        throw unreadable("expected a small whole number", "check how the file was made");
      }
    }
    throw unreadable("expected a whole number", "check how the file was made");
  }

  String string() {
    return parser.getString();
  }

  double number() {
    return parser.getDoubleValue();
  }

  void expect(JsonToken token, String what) throws UnreadableInputException {
    if (parser.currentToken() != token) {
      throw unreadable("expected " + what, "check that the file is whole and was not edited");
    }
  }

  UnreadableInputException duplicateKey() {
    return unreadable(
        "the same key occurs twice in one object", "make the file again with the tool it is from");
  }

  /** Says what is wrong with the input at the place that was reached. */
  UnreadableInputException unreadable(String what, String advice) {
    return unreadable(what, parser.currentTokenLocation(), advice);
  }

  /**
   * Says what is wrong with the input at a place.
   *
   * @param known the place, null if it is where the input was read to
   */
  UnreadableInputException unreadable(
      String what, @Nullable TokenStreamLocation known, String advice) {
    TokenStreamLocation at = known == null ? parser.currentLocation() : known;
    String path = path();
    String place =
        "line %d, column %d%s"
            .formatted(
                at.getLineNr(), at.getColumnNr(), path.isEmpty() ? "" : ", at `" + path + "`");
    return new UnreadableInputException(where + " (" + place + ")", what, advice);
  }

  /** Says what is wrong with the input as a whole, or with a resource that is named in the text. */
  UnreadableInputException refused(String what, String advice) {
    return new UnreadableInputException(where, what, advice);
  }

  private String path() {
    Deque<TokenStreamContext> contexts = new ArrayDeque<>();
    for (TokenStreamContext c = parser.streamReadContext(); c != null; c = c.getParent()) {
      contexts.push(c);
    }
    StringBuilder path = new StringBuilder();
    boolean last = false;
    for (TokenStreamContext context : contexts) {
      String name = context.currentName();
      if (context.inArray() && context.hasCurrentIndex()) {
        path.append('[').append(context.getCurrentIndex()).append(']');
      } else if (context.inObject() && name != null) {
        path.append(path.length() == 0 ? "" : ".").append(name);
        if (last) {
          break;
        }
        last = VALUES.contains(name);
      }
    }
    return path.length() <= LONGEST_PATH ? path.toString() : path.substring(0, LONGEST_PATH) + "…";
  }
}
