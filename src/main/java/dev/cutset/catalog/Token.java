package dev.cutset.catalog;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
  private static final Pattern SHAPE =
      Pattern.compile("([A-Za-z0-9-]+):([A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*)([/:].*)");
  private static final Pattern VERSION = Pattern.compile("/v[0-9][^:/]*(?=:)");

  /** Takes a token apart; empty for a text that cannot have an entry. */
  static Optional<Token> of(String text) {
    Matcher shape = SHAPE.matcher(text);
    if (!shape.matches()) {
      return Optional.empty();
    }
    String file = shape.group(1) + "/" + shape.group(2) + ".yaml";
    return Optional.of(new Token(file, VERSION.matcher(text).replaceFirst("")));
  }
}
