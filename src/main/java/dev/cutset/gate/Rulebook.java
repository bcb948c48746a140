package dev.cutset.gate;

import dev.cutset.catalog.Scope;
import dev.cutset.config.Configuration;
import dev.cutset.policy.own.OwnPolicies;

/**
 * What a stack is judged by beside the policies that come with Cutset.
 *
 * @param configuration what a team says about the stack, and how it sets all policies
 * @param own the team's own policies
 */
public record Rulebook(Configuration configuration, OwnPolicies own) {

  /** Nothing: each policy of Cutset's does what it says of itself. */
  public static final Rulebook EMPTY = new Rulebook(Configuration.EMPTY, OwnPolicies.NONE);

  /** The same, but for what to survive. */
  public Rulebook withTarget(Scope target) {
    return new Rulebook(configuration.withTarget(target), own);
  }
}
