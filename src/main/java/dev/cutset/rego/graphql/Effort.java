package dev.cutset.rego.graphql;

/**
 * What one question may cost, so that no document takes for ever or more than the stack: OPA has no
 * such bounds, and hangs or runs out of memory beyond them.
 */
final class Effort {
  /** Deeper than people or tools write, shallow enough for the stack of a small thread. */
  static final int MAX_DEPTH = 200;

  private static final long MAX_WORK = 10_000_000;

  /** How much work passes between two looks at the limits of the evaluation. */
  private static final int PATIENCE = 0x3F;

  private final Runnable step;
  private long done;
  private int depth;

  /**
   * @param step counts work for the evaluation, and ends it if that is too much
   */
  Effort(Runnable step) {
    this.step = step;
  }

  void work() {
    if ((++done & PATIENCE) == 0) {
      step.run();
    }
    if (done > MAX_WORK) {
      throw new GraphqlException("GraphQL document takes too much work to check");
    }
  }

  void work(long amount) {
    done += amount;
    work();
  }

  void enter() {
    if (++depth > MAX_DEPTH) {
      throw new GraphqlException("GraphQL document is nested deeper than " + MAX_DEPTH + " levels");
    }
    work();
  }

  void leave() {
    depth--;
  }

  int depth() {
    return depth;
  }

  /** As deep as before something that was given up. */
  void backTo(int before) {
    depth = before;
    work();
  }
}
