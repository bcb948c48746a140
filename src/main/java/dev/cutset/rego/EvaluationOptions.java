package dev.cutset.rego;

import java.time.Clock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * How to evaluate.
 *
 * @param clock tells the time, once an evaluation
 * @param strict whether an error of a builtin ends the evaluation instead of being undefined
 * @param maxSteps the calls and iterations after which an evaluation is ended
 * @param maxDepth the calls that may be inside one another
 * @param cancelled asked now and then whether the evaluation is no longer wanted
 * @param printer takes what the policy prints
 */
public record EvaluationOptions(
    Clock clock,
    boolean strict,
    long maxSteps,
    int maxDepth,
    BooleanSupplier cancelled,
    Consumer<String> printer) {

  public EvaluationOptions {
    if (maxSteps < 1 || maxDepth < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }

  /** The system's clock, OPA's lenience with builtins, no limit on steps, nothing printed. */
  public static EvaluationOptions standard() {
    return new EvaluationOptions(
        Clock.systemUTC(), false, Long.MAX_VALUE, 1_000, () -> false, line -> {});
  }

  public EvaluationOptions withClock(Clock clock) {
    return new EvaluationOptions(clock, strict, maxSteps, maxDepth, cancelled, printer);
  }

  public EvaluationOptions withStrict(boolean strict) {
    return new EvaluationOptions(clock, strict, maxSteps, maxDepth, cancelled, printer);
  }

  public EvaluationOptions withMaxSteps(long maxSteps) {
    return new EvaluationOptions(clock, strict, maxSteps, maxDepth, cancelled, printer);
  }

  public EvaluationOptions withMaxDepth(int maxDepth) {
    return new EvaluationOptions(clock, strict, maxSteps, maxDepth, cancelled, printer);
  }

  public EvaluationOptions withCancelled(BooleanSupplier cancelled) {
    return new EvaluationOptions(clock, strict, maxSteps, maxDepth, cancelled, printer);
  }

  public EvaluationOptions withPrinter(Consumer<String> printer) {
    return new EvaluationOptions(clock, strict, maxSteps, maxDepth, cancelled, printer);
  }
}
