package dev.cutset.rego.graphql;

/**
 * A piece of a document.
 *
 * @param value what it says: empty for punctuation; of an invalid one, why it is
 */
record Token(Kind kind, String value, Position position) {

  /** What a piece can be, with the name that messages have for it. */
  enum Kind {
    INVALID("<Invalid>"),
    END("<EOF>"),
    BANG("!"),
    DOLLAR("$"),
    AMPERSAND("&"),
    OPEN("("),
    CLOSE(")"),
    SPREAD("..."),
    COLON(":"),
    EQUALS("="),
    AT("@"),
    OPEN_LIST("["),
    CLOSE_LIST("]"),
    OPEN_BLOCK("{"),
    CLOSE_BLOCK("}"),
    PIPE("|"),
    NAME("Name"),
    INT("Int"),
    FLOAT("Float"),
    STRING("String"),
    BLOCK_STRING("BlockString"),
    COMMENT("Comment");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  boolean isWord(String word) {
    return kind == Kind.NAME && value.equals(word);
  }

  /** As messages tell it. */
  @Override
  public String toString() {
    boolean plain = value.isEmpty() || kind == Kind.INVALID;
    return plain ? kind.toString() : kind + " " + Texts.quoted(value);
  }
}
