package dev.cutset.rego;

/** A builtin that has no answer for the values it was given. */
public final class BuiltinException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean type;

  private BuiltinException(String message, boolean type) {
    // Without a stack trace: to most policies this is an everyday `undefined`.
    super(message, null, false, false);
    this.type = type;
  }

  /** The builtin takes such values, but has no answer for this one. */
  public static BuiltinException failed(String message) {
    return new BuiltinException(message, false);
  }

  /** The builtin takes no values of this type. */
  public static BuiltinException operand(int position, String message) {
    return new BuiltinException("operand " + position + " " + message, true);
  }

  boolean isType() {
    return type;
  }
}
