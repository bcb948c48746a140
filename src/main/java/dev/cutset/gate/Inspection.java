package dev.cutset.gate;

import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Completed;
import dev.cutset.policy.Judgement;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import java.util.HashMap;
import java.util.Map;

/**
 * What came of looking at a stack.
 *
 * @param judgement the verdict and the findings
 * @param completed the system that was seen in the stack, in both completions
 * @param stack the stack itself
 */
public record Inspection(Judgement judgement, Completed completed, Stack stack) {

  /** A stack of which everything is known, so that both completions are the same. */
  public Inspection(Judgement judgement, Architecture architecture, Stack stack) {
    this(judgement, new Completed(architecture, architecture), stack);
  }

  /** The system with what is not known yet taken as it serves worst. */
  public Architecture architecture() {
    return completed.harshest();
  }

  /** The component resources that resources belong to. */
  public Map<Urn, Urn> parents() {
    Map<Urn, Urn> parents = new HashMap<>();
    for (Resource resource : stack.resources()) {
      resource.parent().ifPresent(parent -> parents.put(resource.urn(), parent));
    }
    return parents;
  }
}
