package dev.cutset;

/**
 * How many architectures a property is tried on.
 *
 * <p>Mutation tests run each property once a mutant, and say with {@code cutset.draws} what part of
 * the architectures is enough.
 */
public final class Draws {
  private static final double PART = Double.parseDouble(System.getProperty("cutset.draws", "1"));

  private Draws() {}

  /** So many, or the part of them that was asked for. */
  public static int of(int all) {
    return (int) Math.ceil(all * PART);
  }
}
