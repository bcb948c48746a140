package dev.cutset.policy;

import dev.cutset.analysis.Facts;
import dev.cutset.rego.Plan;
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
  /** What {@link PolicyPacker} makes of {@code plan.json} when Cutset is built. */
  static final String PLAN = "plan.packed";

  /** The worst first, then the likeliest; the rest only so that the order is always the same. */
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity, Comparator.reverseOrder())
          .thenComparing(Finding::scope)
          .thenComparing(Finding::policy)
          .thenComparing(Finding::urn)
          .thenComparing(Finding::message);

  private final List<Rules> rules;

  /** A judge by some policies. */
  public Judge(List<Rules> rules) {
    this.rules = List.copyOf(rules);
  }

  /** A judge by the policies that come with Cutset. */
  public static Judge bundled() {
    try (InputStream packed = Judge.class.getResourceAsStream(PLAN)) {
      if (packed == null) {
        throw new JudgeException("the compiled policies are missing, build Cutset with Maven");
      }
      return new Judge(List.of(new CompiledRules(Plan.read(packed))));
    } catch (IOException | UnsupportedPlanException e) {
      throw new JudgeException("the compiled policies cannot be read: " + e.getMessage(), e);
    }
  }

  /** A judge that asks others too. */
  public Judge and(List<Rules> others) {
    List<Rules> all = new ArrayList<>(rules);
    all.addAll(others);
    return new Judge(all);
  }

  /**
   * What the policies find, the worst first.
   *
   * @throws JudgeException when they come to no answer
   */
  public List<Finding> judge(Facts facts, Settings settings) {
    FindingJoiner joiner = new FindingJoiner(facts, settings);
    List<Finding> findings = new ArrayList<>();
    RegoValue document = FactsDocument.of(facts);
    for (Rules asked : rules) {
      for (RegoValue said : asked.answers(document)) {
        joiner.join(Answer.of(said)).ifPresent(findings::add);
      }
    }
    findings.sort(ORDER);
    return List.copyOf(findings);
  }
}
