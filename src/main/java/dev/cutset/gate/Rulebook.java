package dev.cutset.gate;

import dev.cutset.catalog.Scope;
import dev.cutset.config.Configuration;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Judge;
import dev.cutset.policy.Judgement;
import dev.cutset.policy.PolicyCatalog;
import dev.cutset.policy.Rules;
import dev.cutset.policy.Waived;
import dev.cutset.policy.own.OwnPolicies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a stack is judged by.
 *
 * @param configuration what a team says about the stack, and how it sets all policies
 * @param own the team's own policies
 * @param central those of a server, which stand in place of those that come with Cutset
 */
public record Rulebook(Configuration configuration, OwnPolicies own, Optional<Rules> central) {

  /** Nothing: each policy of Cutset's does what it says of itself. */
  public static final Rulebook EMPTY = new Rulebook(Configuration.EMPTY, OwnPolicies.NONE);

  /** Without a server. */
  public Rulebook(Configuration configuration, OwnPolicies own) {
    this(configuration, own, Optional.empty());
  }

  /** The same, but for what to survive. */
  public Rulebook withTarget(Scope target) {
    return new Rulebook(configuration.withTarget(target), own, central);
  }

  /** The same, with every proof checked. */
  public Rulebook verified() {
    return new Rulebook(configuration.verified(), own, central);
  }

  /** The same configuration, with nobody judging but Cutset. */
  public Rulebook byBundled() {
    return new Rulebook(configuration, OwnPolicies.NONE);
  }

  /** Who judges. */
  public Judge judge() {
    Judge judge = central.isPresent() ? new Judge(List.of(central.get())) : Judge.bundled();
    return judge.and(own.rules());
  }

  /** The policies that there are; of a server's, those that found something. */
  public PolicyCatalog policies(Judgement judgement) {
    if (central.isEmpty()) {
      return own.catalog();
    }
    List<Finding> findings = new ArrayList<>(judgement.findings());
    judgement.waived().stream().map(Waived::finding).forEach(findings::add);
    findings.addAll(judgement.baselined());
    findings.removeIf(finding -> own.pages().containsKey(finding.policy()));
    return PolicyCatalog.ofFindings(findings).with(own.policies(), own.pages());
  }
}
