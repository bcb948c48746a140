package dev.cutset.stack;

/** Which properties of which types somebody will read; a reader skips all others. */
@FunctionalInterface
public interface Interest {

  /** Keeps every property, for small inputs and tests. */
  Interest EVERYTHING = (type, property) -> true;

  boolean wants(String type, String property);
}
