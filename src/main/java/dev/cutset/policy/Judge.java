package dev.cutset.policy;

import dev.cutset.analysis.Facts;
import dev.cutset.rego.Plan;
import dev.cutset.rego.RegoValue;
import dev.cutset.rego.UnsupportedPlanException;
import dev.cutset.shipped.Shipped;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts facts before the policies, and joins what they say with the proofs.
 *
 * <p>It answers in full or throws: a finding that was lost would open the gate.
 */
public final class Judge {
  /** What {@link PolicyPacker} makes of {@code plan.json} when Cutset is built. */
  static final String PLAN = "plan.packed";

  private final List<Rules> rules;

  /** A judge by some policies. */
  public Judge(List<Rules> rules) {
    this.rules = List.copyOf(rules);
  }

  /** A judge by the policies that come with Cutset. */
  public static Judge bundled() {
    try (InputStream packed = Shipped.open(Judge.class, PLAN)) {
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
        Optional<Finding> joined = joiner.join(Answer.of(said));
        if (joined.isPresent()) {
          findings.add(joined.get());
        }
      }
    }
    findings.sort(Judge::inOrder);
    return List.copyOf(findings);
  }

  /** The worst first, then the likeliest; the rest only so that the order is always the same. */
  private static int inOrder(Finding one, Finding other) {
    int order = other.severity().compareTo(one.severity());
    order = order != 0 ? order : one.scope().compareTo(other.scope());
    order = order != 0 ? order : one.policy().compareTo(other.policy());
    order = order != 0 ? order : one.urn().compareTo(other.urn());
    return order != 0 ? order : one.message().compareTo(other.message());
  }
}
