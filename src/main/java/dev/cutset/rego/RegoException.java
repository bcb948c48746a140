package dev.cutset.rego;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An evaluation that came to no answer, and where in the policy. */
public final class RegoException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of trouble it was. */
  public enum Kind {
    /** Rules or keys that gave different values for one thing. */
    CONFLICT,
    /** A builtin that could not give an answer; only when these errors are strict. */
    BUILTIN,
    /**
     * A builtin given a value of a type that it does not take; only when these errors are strict.
     */
    TYPE,
    /** A limit on steps, depth, values or time that was passed. */
    LIMIT,
    /** An evaluation that the caller no longer wanted. */
    CANCELLED
  }

  private final Kind kind;
  private final transient @Nullable Location location;

  RegoException(Kind kind, @Nullable Location location, String message) {
    super(location == null ? message : location + ": " + message);
    this.kind = kind;
    this.location = location;
  }

  public Kind kind() {
    return kind;
  }

  /** The place in the policy, when the plan tells it. */
  public Optional<Location> location() {
    return Optional.ofNullable(location);
  }
}
