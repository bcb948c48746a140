package dev.cutset.policy;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Fixes of which none can be left out, and what was judged before and after them.
 *
 * @param fixes the one that gains most for its cost first
 * @param byHand what has to be mended still, and no property mends
 * @param copies how many more copies run after all of them
 * @param currency what prices are in; empty where nobody gave any
 */
public record FixPlan(
    Judgement before,
    Judgement after,
    List<Fix> fixes,
    List<Finding> byHand,
    int copies,
    String currency) {

  public FixPlan {
    fixes = List.copyOf(fixes);
    byHand = List.copyOf(byHand);
  }

  /** Whether the stack with the fixes, judged anew, reaches its target. */
  public boolean reached() {
    return byHand.isEmpty() && after.verdict() == Judgement.Outcome.PASSED;
  }

  /** What all of it costs; empty as soon as one price is not known. */
  public OptionalDouble price() {
    double sum = 0;
    for (Fix fix : fixes) {
      if (fix.price().isEmpty()) {
        return OptionalDouble.empty();
      }
      sum += fix.price().getAsDouble();
    }
    return OptionalDouble.of(sum);
  }
}
