package dev.cutset.stack;

/** What the author of a stack calls the properties of its resources. */
@FunctionalInterface
public interface PropertyNames {

  /** Those of Pulumi, which everything here is in. */
  PropertyNames OWN = (type, path) -> path.toString();

  /** A property of a type, as its author writes it. */
  String written(String type, PropertyPath path);

  /** A name, or names with dots between them, as Terraform writes most: with underscores. */
  static String withUnderscores(String name) {
    StringBuilder written = new StringBuilder(name.length() + 4);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean upper = c >= 'A' && c <= 'Z';
      if (upper && i > 0 && isLow(name.charAt(i - 1))) {
        written.append('_');
      }
      written.append(upper ? (char) (c - 'A' + 'a') : c);
    }
    return written.toString();
  }

  private static boolean isLow(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
