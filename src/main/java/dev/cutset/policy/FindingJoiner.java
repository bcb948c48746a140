package dev.cutset.policy;

import dev.cutset.analysis.Facts;
import dev.cutset.analysis.Facts.CutFact;
import dev.cutset.analysis.Facts.EntryPointFact;
import dev.cutset.analysis.Facts.FailureFact;
import dev.cutset.analysis.Facts.Step;
import dev.cutset.analysis.Verdict;
import dev.cutset.catalog.Scope;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Joins what a policy says with the facts that it says it of, and with what the team asks. */
final class FindingJoiner {
  private final Facts facts;
  private final Settings settings;
  private final KnownUrns urns;

  FindingJoiner(Facts facts, Settings settings) {
    this.facts = facts;
    this.settings = settings;
    this.urns = new KnownUrns(facts);
  }

  /** The finding, unless its policy is disabled. */
  Optional<Finding> join(Answer answer) {
    if (settings.enforcement(answer.policy()).orElse(null) == Enforcement.DISABLED) {
      return Optional.empty();
    }
    Optional<Urn> component = answer.component();
    Finding finding =
        component.isPresent() ? ofComponent(answer, component.get()) : ofCuts(answer, cuts(answer));
    checkUrns(answer);
    return finding.enforcement() == Enforcement.DISABLED ? Optional.empty() : Optional.of(finding);
  }

  private void checkUrns(Answer answer) {
    if (!urns.contains(answer.urn())) {
      throw answer.wrong("urn", "the URN of something in the facts");
    }
    if (!urns.containsAll(answer.resources())) {
      throw answer.wrong("resources", "a list of URNs of what is in the facts");
    }
  }

  private List<CutFact> cuts(Answer answer) {
    List<CutFact> cuts = new ArrayList<>();
    for (int position : answer.cuts()) {
      if (position < 0 || position >= facts.cuts().size()) {
        throw answer.wrong("cuts", "a list of positions of cuts");
      }
      cuts.add(facts.cuts().get(position));
    }
    return cuts;
  }

  private Finding ofCuts(Answer answer, List<CutFact> cuts) {
    CutFact cut = cuts.get(0);
    boolean decided = cut.verdict() == Verdict.DOWN || settings.undecidedBlocks();
    Enforcement said =
        cut.verdict() == Verdict.DOWN || !decided ? answer.enforcement() : answer.atWorst();
    Enforcement enforcement = enforcement(answer.policy(), said, decided && promised(cut));
    return new Finding(
        answer.policy(),
        severity(answer),
        enforcement,
        decided && blocks(enforcement),
        cut.verdict(),
        cut.scope(),
        cut.failure(),
        answer.urn(),
        answer.resources(),
        names(cut.entryPoints()),
        answer.title(),
        answer.message(),
        answer.fix(),
        proof(cuts),
        all(cuts, CutFact::evidence),
        all(cuts, CutFact::undecidedBy));
  }

  private static List<String> names(List<EntryPointFact> entryPoints) {
    List<String> names = new ArrayList<>(entryPoints.size());
    for (EntryPointFact entryPoint : entryPoints) {
      names.add(entryPoint.name());
    }
    return names;
  }

  /** What falls first in each cut, and then how the first cut goes on to the entry point. */
  private static List<Step> proof(List<CutFact> cuts) {
    if (cuts.size() == 1) {
      return cuts.get(0).proof();
    }
    List<Step> steps = new ArrayList<>();
    for (CutFact cut : cuts) {
      steps.addAll(cut.proof().subList(0, first(cut)));
    }
    CutFact first = cuts.get(0);
    steps.addAll(first.proof().subList(first(first), first.proof().size()));
    return steps;
  }

  private static int first(CutFact cut) {
    return Math.min(cut.cause().size(), cut.proof().size());
  }

  private static <T> List<T> all(List<CutFact> cuts, Function<CutFact, List<T>> part) {
    Set<T> all = new LinkedHashSet<>();
    for (CutFact cut : cuts) {
      all.addAll(part.apply(cut));
    }
    return List.copyOf(all);
  }

  /**
   * A finding about a component says what its declared properties do: nothing is left to decide,
   * and no entry point is down for it alone.
   */
  private Finding ofComponent(Answer answer, Urn urn) {
    String name =
        urns.component(urn)
            .map(Facts.ComponentFact::name)
            .orElseThrow(() -> answer.wrong("component", "the URN of a component"));
    Enforcement enforcement = enforcement(answer.policy(), answer.enforcement(), true);
    return new Finding(
        answer.policy(),
        severity(answer),
        enforcement,
        blocks(enforcement),
        Verdict.DOWN,
        Scope.INSTANCE,
        new FailureFact("replica", name, Optional.of(urn)),
        answer.urn(),
        answer.resources(),
        List.of(),
        answer.title(),
        answer.message(),
        answer.fix(),
        List.of(),
        List.of(),
        List.of());
  }

  private Severity severity(Answer answer) {
    return settings.severity(answer.policy()).orElse(answer.severity());
  }

  /** A team can let a policy refuse a stack, but only for what the stack is to survive. */
  private Enforcement enforcement(String policy, Enforcement said, boolean refusable) {
    Enforcement asked = settings.enforcement(policy).orElse(said);
    boolean raised = blocks(asked) && !blocks(said);
    return raised && !refusable ? said : asked;
  }

  private static boolean promised(CutFact cut) {
    for (EntryPointFact entryPoint : cut.entryPoints()) {
      if (cut.scope().compareTo(entryPoint.target()) <= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean blocks(Enforcement enforcement) {
    return enforcement == Enforcement.MANDATORY || enforcement == Enforcement.REMEDIATE;
  }
}
