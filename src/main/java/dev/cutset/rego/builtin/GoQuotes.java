package dev.cutset.rego.builtin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what stands in quotes in Go. */
final class GoQuotes {
  private static final Pattern ESCAPE =
      Pattern.compile(
          "\\\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|(.))",
          Pattern.DOTALL);
  private static final String LETTERS = "abfnrtv\\\"'";
  private static final String MEANINGS = "\007\b\f\n\r\t\013\\\"'";

  private GoQuotes() {}

  static String unquote(String text) {
    Matcher matcher = ESCAPE.matcher(text);
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (matcher.find()) {
      out.append(text, at, matcher.start()).appendCodePoint(character(matcher));
      at = matcher.end();
    }
    return out.append(text, at, text.length()).toString();
  }

  private static int character(Matcher matcher) {
    for (int group = 1; group <= 3; group++) {
      if (matcher.group(group) != null) {
        int character = (int) Long.parseLong(matcher.group(group), 16);
        if (Character.isValidCodePoint(character)) {
          return character;
        }
        throw TemplateLexer.failed("invalid syntax in quotes");
      }
    }
    if (matcher.group(4) != null) {
      return Integer.parseInt(matcher.group(4), 8);
    }
    int letter = LETTERS.indexOf(matcher.group(5));
    if (letter < 0) {
      throw TemplateLexer.failed("invalid syntax in quotes");
    }
    return MEANINGS.charAt(letter);
  }
}
