package dev.cutset.rego;

import org.jspecify.annotations.Nullable;

/** The variables of one call, by number; null is undefined. */
final class Frame {
  final Evaluation evaluation;
  final @Nullable RegoValue[] locals;
  @Nullable RegoValue returned;

  Frame(Evaluation evaluation, @Nullable RegoValue[] locals) {
    this.evaluation = evaluation;
    this.locals = locals;
  }
}
