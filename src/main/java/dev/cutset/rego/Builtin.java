package dev.cutset.rego;

import org.jspecify.annotations.Nullable;

/** A function that policies can call and that is not written in Rego. */
@FunctionalInterface
public interface Builtin {
  /**
   * The answer, or null for undefined.
   *
   * @throws BuiltinException when there is no answer: undefined to the policy, unless strict
   */
  @Nullable RegoValue call(BuiltinContext context, RegoValue... arguments);
}
