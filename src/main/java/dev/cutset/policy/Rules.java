package dev.cutset.policy;

import dev.cutset.rego.RegoSet;
import dev.cutset.rego.RegoValue;

/** Policies that can be asked. */
public interface Rules {

  /**
   * What they say of the facts.
   *
   * @throws JudgeException when they come to no answer
   */
  RegoSet answers(RegoValue facts);
}
