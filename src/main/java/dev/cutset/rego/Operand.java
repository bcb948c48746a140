package dev.cutset.rego;

import org.jspecify.annotations.Nullable;

/** What a statement reads: a variable or a constant. */
final class Operand {
  /** How many constants come before the texts: false and true. */
  static final int TRUTHS = 2;

  private final int local;
  private final @Nullable RegoValue constant;

  private Operand(int local, @Nullable RegoValue constant) {
    this.local = local;
    this.constant = constant;
  }

  static Operand local(int local) {
    return new Operand(local, null);
  }

  static Operand constant(RegoValue value) {
    return new Operand(-1, value);
  }

  @Nullable RegoValue get(Frame frame) {
    return local >= 0 ? frame.locals[local] : constant;
  }
}
