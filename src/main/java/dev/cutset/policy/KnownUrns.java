package dev.cutset.policy;

import dev.cutset.analysis.Facts;
import dev.cutset.analysis.Facts.ComponentFact;
import dev.cutset.analysis.Facts.CutFact;
import dev.cutset.analysis.Facts.EntryPointFact;
import dev.cutset.analysis.Facts.FailureFact;
import dev.cutset.analysis.Facts.GatewayFact;
import dev.cutset.analysis.Facts.StandbyFact;
import dev.cutset.analysis.Facts.Step;
import dev.cutset.stack.Urn;
import java.util.HashSet;
import java.util.Set;

/** The URNs that policies are told of: they know no others, so one that they make up is wrong. */
final class KnownUrns {
  private final Set<Urn> urns = new HashSet<>();

  KnownUrns(Facts facts) {
    facts.entryPoints().stream().map(EntryPointFact::urn).forEach(urns::add);
    facts.components().forEach(this::add);
    facts.cuts().forEach(this::add);
  }

  boolean contains(Urn urn) {
    return urns.contains(urn);
  }

  private void add(CutFact cut) {
    cut.failure().urn().ifPresent(urns::add);
    cut.largerFailures().stream().map(FailureFact::urn).forEach(urn -> urn.ifPresent(urns::add));
    cut.entryPoints().stream().map(EntryPointFact::urn).forEach(urns::add);
    cut.proof().stream().map(Step::urn).forEach(urns::add);
    cut.cause().forEach(this::add);
  }

  private void add(ComponentFact component) {
    urns.add(component.urn());
    urns.addAll(component.resources());
    component.standbys().stream().map(StandbyFact::urn).forEach(urns::add);
    component.behind().stream().map(GatewayFact::urn).forEach(urns::add);
  }
}
