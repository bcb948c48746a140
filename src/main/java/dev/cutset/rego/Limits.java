package dev.cutset.rego;

import java.time.Duration;

/**
 * How much one evaluation may take before it is ended with a {@link RegoException}.
 *
 * @param steps the calls and iterations
 * @param depth the calls that may be inside one another
 * @param values the elements, in all, of the collections that it makes; 64 characters of a text
 *     that a builtin makes count as one
 * @param time how long it may last
 */
public record Limits(long steps, int depth, long values, Duration time) {
  /** As long as the clock of the machine can count, some 292 years. */
  private static final Duration ENDLESS = Duration.ofNanos(Long.MAX_VALUE);

  public Limits {
    if (steps < 1 || depth < 1 || values < 1 || time.isZero() || time.isNegative()) {
      throw new IllegalArgumentException("limits must be positive");
    }
    time = time.compareTo(ENDLESS) > 0 ? ENDLESS : time;
  }

  /** A thousand calls inside one another, and as much as there is of all else. */
  public static Limits standard() {
    return new Limits(Long.MAX_VALUE, 1_000, Long.MAX_VALUE, ENDLESS);
  }

  public Limits withSteps(long steps) {
    return new Limits(steps, depth, values, time);
  }

  public Limits withDepth(int depth) {
    return new Limits(steps, depth, values, time);
  }

  public Limits withValues(long values) {
    return new Limits(steps, depth, values, time);
  }

  public Limits withTime(Duration time) {
    return new Limits(steps, depth, values, time);
  }

  boolean boundValues() {
    return values != Long.MAX_VALUE;
  }
}
