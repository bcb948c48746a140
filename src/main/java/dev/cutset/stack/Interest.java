package dev.cutset.stack;

/** Which properties of which types somebody will read; a reader skips all others. */
@FunctionalInterface
public interface Interest {

  /** Keeps every property, for small inputs and tests. */
  static Interest everything() {
    return (type, property) -> true;
  }

  boolean wants(String type, String property);

  /**
   * Whether somebody asks which property of such a resource refers to what; of others it is enough
   * what they wait for.
   */
  default boolean wantsEdges(String type) {
    return true;
  }

  /** Whether somebody asks for such resources also where a stack looks them up and makes none. */
  default boolean wantsLookups(String type) {
    return false;
  }
}
