package dev.cutset.rego;

import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How to evaluate.
 *
 * @param clock tells the time, once an evaluation
 * @param strict whether an error of a builtin ends the evaluation instead of being undefined
 * @param limits how much the evaluation may take
 * @param cancelled asked now and then whether the evaluation is no longer wanted
 * @param printer takes what the policy prints
 * @param trace takes what happens, step by step; null if no one wants to know
 */
public record EvaluationOptions(
    Clock clock,
    boolean strict,
    Limits limits,
    BooleanSupplier cancelled,
    Consumer<String> printer,
    @Nullable Consumer<TraceEvent> trace) {

  /** The system's clock, OPA's lenience with builtins, standard limits, nothing printed. */
  public static EvaluationOptions standard() {
    return new EvaluationOptions(
        Clock.systemUTC(), false, Limits.standard(), () -> false, line -> {}, null);
  }

  public EvaluationOptions withClock(Clock clock) {
    return new EvaluationOptions(clock, strict, limits, cancelled, printer, trace);
  }

  public EvaluationOptions withStrict(boolean strict) {
    return new EvaluationOptions(clock, strict, limits, cancelled, printer, trace);
  }

  public EvaluationOptions withLimits(Limits limits) {
    return new EvaluationOptions(clock, strict, limits, cancelled, printer, trace);
  }

  /** Ends an evaluation after so many calls and iterations. */
  public EvaluationOptions withMaxSteps(long maxSteps) {
    return withLimits(limits.withSteps(maxSteps));
  }

  /** Ends an evaluation with more calls inside one another. */
  public EvaluationOptions withMaxDepth(int maxDepth) {
    return withLimits(limits.withDepth(maxDepth));
  }

  /** Ends an evaluation whose collections would have more elements in all. */
  public EvaluationOptions withMaxValues(long maxValues) {
    return withLimits(limits.withValues(maxValues));
  }

  /** Ends an evaluation that lasts longer. */
  public EvaluationOptions withTimeLimit(Duration time) {
    return withLimits(limits.withTime(time));
  }

  public EvaluationOptions withCancelled(BooleanSupplier cancelled) {
    return new EvaluationOptions(clock, strict, limits, cancelled, printer, trace);
  }

  /** Tells what happens, step by step: which rules are asked and which expressions hold. */
  public EvaluationOptions withTrace(Consumer<TraceEvent> trace) {
    return new EvaluationOptions(clock, strict, limits, cancelled, printer, trace);
  }

  public EvaluationOptions withPrinter(Consumer<String> printer) {
    return new EvaluationOptions(clock, strict, limits, cancelled, printer, trace);
  }
}
