package dev.cutset.gate;

import dev.cutset.architecture.Architecture;
import dev.cutset.policy.Judgement;
import dev.cutset.stack.Stack;

/**
 * What came of looking at a stack.
 *
 * @param judgement the verdict and the findings
 * @param architecture the system that was seen in the stack
 * @param stack the stack itself
 */
public record Inspection(Judgement judgement, Architecture architecture, Stack stack) {}
