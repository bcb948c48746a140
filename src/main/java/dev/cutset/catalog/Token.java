package dev.cutset.catalog;

import java.util.Optional;

/**
 * A type token taken apart as far as the catalog needs it: which file has its entry, and under
 * which key.
 *
 * <p>An API version in the middle ({@code kubernetes:apps/v1:Deployment}, {@code
 * azure-native:network/v20230201:Subnet}) is no part of the key: what a type means for failure does
 * not change with it.
 *
 * @param file the file that holds the type's entry
 * @param key the token without its API version
 */
record Token(String file, String key) {

  /** Takes a token apart; empty for a text that cannot have an entry. */
  static Optional<Token> of(String text) {
    int provider = wordEnd(text, 0);
    if (!follows(text, provider, 0, ':')) {
      return Optional.empty();
    }
    int module = wordEnd(text, provider + 1);
    while (follows(text, module, provider + 1, '.')) {
      int next = wordEnd(text, module + 1);
      if (next == module + 1) {
        return Optional.empty();
      }
      module = next;
    }
    if (!follows(text, module, provider + 1, ':') && !follows(text, module, provider + 1, '/')) {
      return Optional.empty();
    }
    String file =
        text.substring(0, provider) + "/" + text.substring(provider + 1, module) + ".yaml";
    return Optional.of(new Token(file, withoutVersion(text)));
  }

  /** Whether a character ends a word that is not empty. */
  private static boolean follows(String text, int end, int start, char wanted) {
    return end > start && end < text.length() && text.charAt(end) == wanted;
  }

  private static int wordEnd(String text, int start) {
    int at = start;
    while (at < text.length() && isOfWord(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isOfWord(char one) {
    return one >= 'a' && one <= 'z' || one >= 'A' && one <= 'Z' || isDigit(one) || one == '-';
  }

  private static boolean isDigit(char one) {
    return one >= '0' && one <= '9';
  }

  /** Without the first {@code /v1…} that stands right before a colon. */
  private static String withoutVersion(String text) {
    int slash = text.indexOf("/v");
    while (slash >= 0) {
      int end = slash + 2;
      if (end < text.length() && isDigit(text.charAt(end))) {
        while (end < text.length() && text.charAt(end) != ':' && text.charAt(end) != '/') {
          end++;
        }
        if (end < text.length() && text.charAt(end) == ':') {
          return text.substring(0, slash) + text.substring(end);
        }
      }
      slash = text.indexOf("/v", slash + 1);
    }
    return text;
  }
}
