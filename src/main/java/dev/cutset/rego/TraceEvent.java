package dev.cutset.rego;

/**
 * One thing that happened in an evaluation.
 *
 * @param depth how many rules and functions it happened inside of
 * @param location where in the policy
 * @param detail the rule with its value, the key and value iterated over, or why it does not hold
 */
public record TraceEvent(Kind kind, int depth, Location location, String detail) {
  /** What kind of thing. */
  public enum Kind {
    /** A rule or function begins. */
    ENTER,
    /** An expression looks at the next element of a collection. */
    NEXT,
    /** An expression holds. */
    HOLDS,
    /** An expression does not hold. */
    FAILS,
    /** A rule or function ends, with a value or undefined. */
    EXIT,
    /** A rule is asked that has been worked out before. */
    KNOWN
  }
}
