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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The URNs that policies are told of: they know no others, so one that they make up is wrong.
 *
 * <p>Most findings name what fails or its cause, so that is looked at first: the rest is gathered
 * when a finding names something else.
 */
final class KnownUrns {
  private final Facts facts;
  private final Set<String> causes = new HashSet<>();
  private @Nullable Map<String, ComponentFact> components;
  private @Nullable Set<String> others;

  KnownUrns(Facts facts) {
    this.facts = facts;
    for (CutFact cut : facts.cuts()) {
      for (ComponentFact component : cut.cause()) {
        add(component.resources(), causes);
      }
    }
  }

  boolean contains(Urn urn) {
    return causes.contains(urn.text())
        || components().containsKey(urn.text())
        || others().contains(urn.text());
  }

  boolean containsAll(List<Urn> urns) {
    for (Urn urn : urns) {
      if (!contains(urn)) {
        return false;
      }
    }
    return true;
  }

  /** The component that an entry point needs and that has this URN. */
  Optional<ComponentFact> component(Urn urn) {
    return Optional.ofNullable(components().get(urn.text()));
  }

  private Map<String, ComponentFact> components() {
    Map<String, ComponentFact> known = components;
    if (known == null) {
      known = new HashMap<>();
      for (ComponentFact component : facts.components()) {
        known.putIfAbsent(component.urn().text(), component);
      }
      components = known;
    }
    return known;
  }

  private Set<String> others() {
    Set<String> known = others;
    if (known == null) {
      known = new HashSet<>();
      for (EntryPointFact entryPoint : facts.entryPoints()) {
        known.add(entryPoint.urn().text());
      }
      for (ComponentFact component : facts.components()) {
        add(component, known);
      }
      for (CutFact cut : facts.cuts()) {
        add(cut, known);
      }
      others = known;
    }
    return known;
  }

  private static void add(CutFact cut, Set<String> urns) {
    add(cut.failure(), urns);
    for (FailureFact larger : cut.largerFailures()) {
      add(larger, urns);
    }
    for (EntryPointFact entryPoint : cut.entryPoints()) {
      urns.add(entryPoint.urn().text());
    }
    for (Step step : cut.proof()) {
      urns.add(step.urn().text());
    }
    for (ComponentFact component : cut.cause()) {
      add(component, urns);
    }
  }

  private static void add(FailureFact failure, Set<String> urns) {
    if (failure.urn().isPresent()) {
      urns.add(failure.urn().get().text());
    }
  }

  private static void add(ComponentFact component, Set<String> urns) {
    urns.add(component.urn().text());
    add(component.resources(), urns);
    for (StandbyFact standby : component.standbys()) {
      urns.add(standby.urn().text());
    }
    for (GatewayFact gateway : component.behind()) {
      urns.add(gateway.urn().text());
    }
  }

  private static void add(List<Urn> resources, Set<String> urns) {
    for (Urn urn : resources) {
      urns.add(urn.text());
    }
  }
}
