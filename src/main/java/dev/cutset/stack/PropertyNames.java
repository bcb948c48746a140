package dev.cutset.stack;

/** What the author of a stack calls the properties of its resources. */
@FunctionalInterface
public interface PropertyNames {

  /** Those of Pulumi, which everything here is in. */
  PropertyNames OWN = (type, path) -> path.toString();

  /** A property of a type, as its author writes it. */
  String written(String type, PropertyPath path);
}
