package dev.cutset.stack;

import java.util.Optional;

/** Translates another tool's names for types and properties to those of Pulumi. */
public interface Naming {

  /** Knows nothing: types keep their names, properties lose their underscores. */
  static Naming none() {
    return type -> Optional.empty();
  }

  /** The type token for another tool's type. */
  Optional<String> type(String foreignType);

  /** The property's name, given the translated type. */
  default String property(String type, String foreignProperty) {
    if (foreignProperty.indexOf('_') < 0) {
      return foreignProperty;
    }
    StringBuilder name = new StringBuilder(foreignProperty.length());
    boolean raise = false;
    for (char c : foreignProperty.toCharArray()) {
      if (c == '_') {
        raise = name.length() > 0;
      } else {
        name.append(raise ? Character.toUpperCase(c) : c);
        raise = false;
      }
    }
    return name.toString();
  }
}
