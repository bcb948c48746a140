package dev.cutset.rego;

import org.jspecify.annotations.Nullable;

/** The variables of one call, by number; null is undefined. */
final class Frame {
  final Evaluation evaluation;
  final Function function;
  final @Nullable RegoValue[] locals;
  @Nullable RegoValue returned;

  Frame(Evaluation evaluation, Function function, @Nullable RegoValue[] locals) {
    this.evaluation = evaluation;
    this.function = function;
    this.locals = locals;
  }

  /** Where a statement of this function stands in the policy, by its number. */
  Location place(int number) {
    return function.plan().place(number);
  }
}
