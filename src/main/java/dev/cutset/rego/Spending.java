package dev.cutset.rego;

import dev.cutset.rego.RegoException.Kind;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What an evaluation has taken of its limits so far; it throws when one is passed. */
final class Spending {
  /** How many steps pass between two looks at the time and at whether it is still wanted. */
  private static final int PATIENCE = 0x7F;

  /** How many characters of a text weigh as much as an element of a collection. */
  private static final int CHARACTERS = 64;

  private final Limits limits;
  private final BooleanSupplier cancelled;
  private final long start = System.nanoTime();
  private final long nanos;
  private long steps;
  private long values;
  private int depth;

  Spending(Limits limits, BooleanSupplier cancelled) {
    this.limits = limits;
    this.cancelled = cancelled;
    this.nanos = limits.time().toNanos();
  }

  void step() {
    long taken = ++steps;
    if (taken > limits.steps()) {
      throw over(null, "the evaluation took more than " + limits.steps() + " steps");
    }
    if ((taken & PATIENCE) == 0) {
      lookUp();
    }
  }

  private void lookUp() {
    if (System.nanoTime() - start > nanos) {
      throw over(null, "the evaluation took longer than " + limits.time());
    }
    if (cancelled.getAsBoolean()) {
      throw new RegoException(Kind.CANCELLED, null, "the evaluation was cancelled");
    }
  }

  /**
   * Counts a call.
   *
   * @param place the number of the statement that calls; below zero if none does
   */
  void enter(PackedPlan plan, int place) {
    if (++depth > limits.depth()) {
      throw over(plan.location(place), "more than " + limits.depth() + " calls inside one another");
    }
    step();
  }

  void leave() {
    depth--;
  }

  /** Counts values that are about to be kept. */
  void make(long more) {
    values += more;
    if (values > limits.values()) {
      throw over(null, "the evaluation made more than " + limits.values() + " values");
    }
  }

  long values() {
    return values;
  }

  /**
   * Counts what a builtin gave, if it is new; what it has counted itself since there were so many
   * values is not counted again.
   */
  void weigh(@Nullable RegoValue answer, long before) {
    if (answer != null && limits.boundValues()) {
      long weight = weight(answer);
      make(Math.max(0, before + weight - values));
    }
  }

  /** What came from outside or was counted before weighs nothing, with all that is in it. */
  private static long weight(RegoValue value) {
    if (value instanceof RegoString text) {
      return text.value().length() / CHARACTERS;
    } else if (value instanceof RegoArray array && array.count()) {
      long sum = 1L + array.size();
      for (RegoValue element : array) {
        sum += weight(element);
      }
      return sum;
    } else if (value instanceof RegoObject object && object.count()) {
      return weight(object.table());
    } else if (value instanceof RegoSet set && set.count()) {
      return weight(set.table());
    }
    return 0;
  }

  private static long weight(ValueTable table) {
    long sum = 1L + table.size();
    for (int i = 0; i < table.size(); i++) {
      sum += weight(table.key(i)) + (table.isMapping() ? weight(table.value(i)) : 0);
    }
    return sum;
  }

  private static RegoException over(@Nullable Location location, String message) {
    return new RegoException(Kind.LIMIT, location, message);
  }
}
