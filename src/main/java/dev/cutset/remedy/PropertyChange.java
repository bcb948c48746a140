package dev.cutset.remedy;

import dev.cutset.stack.Value;
import java.util.Optional;

/**
 * One property that becomes something else.
 *
 * @param property which one
 * @param from what it was; empty when it was not there
 * @param to what it becomes; never a secret, and never unknown
 * @param policy the id of the policy whose findings it mends
 * @param replaces whether the provider makes the resource anew for it
 * @param why what is better then
 */
public record PropertyChange(
    PropertyAddress property,
    Optional<Value> from,
    Value to,
    String policy,
    boolean replaces,
    String why) {

  /** The same, of a property that was something else before. */
  public PropertyChange of(Optional<Value> before) {
    return new PropertyChange(property, before, to, policy, replaces, why);
  }
}
