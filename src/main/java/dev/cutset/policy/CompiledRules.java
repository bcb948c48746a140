package dev.cutset.policy;

import dev.cutset.rego.EvaluationOptions;
import dev.cutset.rego.Plan;
import dev.cutset.rego.RegoException;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoSet;
import dev.cutset.rego.RegoValue;

/** Policies that were compiled to a plan. */
public final class CompiledRules implements Rules {
  private static final String FINDINGS = "cutset/findings";

  private final String name;
  private final Plan plan;
  private final RegoValue data;
  private final EvaluationOptions options;

  /** Those that come with Cutset. */
  CompiledRules(Plan plan) {
    this("the policies", plan, RegoObject.EMPTY, EvaluationOptions.standard());
  }

  /**
   * Others.
   *
   * @param name what messages call them
   * @param data what they know beside the facts
   */
  public CompiledRules(String name, Plan plan, RegoValue data, EvaluationOptions options) {
    this.name = name;
    this.plan = plan;
    this.data = data;
    this.options = options;
    if (!plan.entryPoints().contains(FINDINGS)) {
      throw new JudgeException(
          name + " answer " + plan.entryPoints() + " and not `" + FINDINGS + "`");
    }
  }

  @Override
  public RegoSet answers(RegoValue facts) {
    RegoValue answer;
    try {
      answer =
          plan.evaluate(FINDINGS, facts, data, options)
              .orElseThrow(() -> new JudgeException(name + " gave no answer"));
    } catch (RegoException e) {
      throw new JudgeException(name + " came to no answer: " + e.getMessage(), e);
    }
    if (answer instanceof RegoSet answers) {
      return answers;
    }
    throw new JudgeException(name + " answered with no set but: `" + answer + "`");
  }
}
