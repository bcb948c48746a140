package dev.cutset.policy;

import dev.cutset.analysis.Facts;
import dev.cutset.rego.Plan;
import dev.cutset.rego.RegoException;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoSet;
import dev.cutset.rego.RegoValue;
import dev.cutset.rego.UnsupportedPlanException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts facts before the policies, and joins what they say with the proofs.
 *
 * <p>It answers in full or throws: a finding that was lost would open the gate.
 */
public final class Judge {
  private static final String PLAN = "plan.json";
  private static final String FINDINGS = "cutset/findings";

  /** The worst first, then the likeliest; the rest only so that the order is always the same. */
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity, Comparator.reverseOrder())
          .thenComparing(Finding::scope)
          .thenComparing(Finding::policy)
          .thenComparing(Finding::urn)
          .thenComparing(Finding::message);

  private final Plan plan;

  /** A judge by other policies than the bundled ones. */
  public Judge(Plan plan) {
    if (!plan.entryPoints().contains(FINDINGS)) {
      throw new JudgeException(
          "the plan answers " + plan.entryPoints() + " and not `" + FINDINGS + "`");
    }
    this.plan = plan;
  }

  /** A judge by the policies that come with Cutset. */
  public static Judge bundled() {
    try (InputStream json = Judge.class.getResourceAsStream(PLAN)) {
      if (json == null) {
        throw new JudgeException("the compiled policies are missing, run `policies/build`");
      }
      return new Judge(Plan.read(json));
    } catch (IOException | UnsupportedPlanException e) {
      throw new JudgeException("the compiled policies cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * What the policies find, the worst first.
   *
   * @throws JudgeException when they come to no answer
   */
  public List<Finding> judge(Facts facts, Settings settings) {
    FindingJoiner joiner = new FindingJoiner(facts, settings);
    List<Finding> findings = new ArrayList<>();
    for (RegoValue said : answers(facts)) {
      joiner.join(Answer.of(said)).ifPresent(findings::add);
    }
    findings.sort(ORDER);
    return List.copyOf(findings);
  }

  private RegoSet answers(Facts facts) {
    RegoValue answer;
    try {
      answer =
          plan.evaluate(FINDINGS, FactsDocument.of(facts), RegoObject.EMPTY)
              .orElseThrow(() -> new JudgeException("the policies gave no answer"));
    } catch (RegoException e) {
      throw new JudgeException("the policies came to no answer: " + e.getMessage(), e);
    }
    if (answer instanceof RegoSet answers) {
      return answers;
    }
    throw new JudgeException("the policies answered with no set but: `" + answer + "`");
  }
}
