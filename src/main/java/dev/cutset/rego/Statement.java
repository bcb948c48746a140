package dev.cutset.rego;

/**
 * One statement of a plan, ready to run.
 *
 * <p>Running it gives {@link #NEXT} to go on, {@link #UNDEFINED} to leave the block that it stands
 * in, a positive number to leave that many more blocks around it, or {@link #RETURN}.
 */
interface Statement {
  int NEXT = -1;
  int UNDEFINED = 0;
  int RETURN = Integer.MAX_VALUE;

  int run(Frame frame);

  /** Once it has run, and for a trace: what it called, with the arguments; else nothing. */
  default String call(Frame frame) {
    return "";
  }

  /** Once it was undefined: whether on its own account, and not as something within it left. */
  default boolean hasFailed(Frame frame) {
    return true;
  }

  /** Once it was undefined, and for a trace: why. */
  default String failure(Frame frame) {
    return "";
  }

  /** What the end of an inner block means to the block around it, if it did not run to its end. */
  static int outward(int flow) {
    return flow == RETURN ? RETURN : flow - 1;
  }
}
