package dev.cutset.analysis;

import dev.cutset.analysis.Facts.ComponentFact;
import dev.cutset.analysis.Facts.CutFact;
import dev.cutset.analysis.Facts.EntryPointFact;
import dev.cutset.analysis.Facts.FailureFact;
import dev.cutset.analysis.Facts.GatewayFact;
import dev.cutset.analysis.Facts.StandbyFact;
import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Component;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.Replica;
import dev.cutset.architecture.Standby;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Scope;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Puts what the analysis found into the facts that policies are told. */
public final class FactsBuilder {
  /** Steps of all proofs: what a long chain costs that each of its components takes down. */
  private static final int MOST_STEPS = 2_000_000;

  private final Analysis analysis;
  private final Scope target;
  private final Map<Urn, List<Component>> balancers = new HashMap<>();
  private final Map<Urn, List<Component>> gateways = new HashMap<>();
  private long steps;

  public FactsBuilder(Analysis analysis, Scope target) {
    this.analysis = analysis;
    this.target = target;
    for (Component component : architecture(Verdict.DOWN).components().values()) {
      for (Urn balanced : component.traits().balances()) {
        balancers.computeIfAbsent(balanced, key -> new ArrayList<>()).add(component);
      }
      if (component.kind().role().equals(Optional.of(Role.GATEWAY))) {
        for (Urn needed : on(component.need())) {
          gateways.computeIfAbsent(needed, key -> new ArrayList<>()).add(component);
        }
      }
    }
  }

  public Facts facts() {
    Map<Urn, EntryPointFact> entryPoints = new LinkedHashMap<>();
    for (int i = 0; i < analysis.entryPoints().size(); i++) {
      EntryPoint entry = analysis.entryPoints().get(i);
      entryPoints.put(
          entry.urn(),
          new EntryPointFact(entry.urn(), entry.name(), entry.target(), analysis.survives(i)));
    }
    List<CutFact> cuts = analysis.cuts().stream().map(cut -> fact(cut, entryPoints)).toList();
    return new Facts(target, List.copyOf(entryPoints.values()), cuts, needed());
  }

  private CutFact fact(Cut cut, Map<Urn, EntryPointFact> entryPoints) {
    Architecture architecture = architecture(cut.verdict());
    Story story = new Story(analysis.run(cut.verdict()), analysis.number(cut.failure()), cut);
    List<Facts.Step> proof = story.steps();
    steps += proof.size();
    if (steps > MOST_STEPS) {
      throw new TooEntangledException(
          "the steps by which single failures reach entry points are", MOST_STEPS);
    }
    Set<String> undecidedBy = new LinkedHashSet<>();
    if (cut.verdict() == Verdict.UNKNOWN) {
      for (Urn urn : story.involved()) {
        undecidedBy.addAll(architecture.component(urn).traits().undecidedBy());
      }
    }
    return new CutFact(
        cut.verdict(),
        cut.scope(),
        fact(cut.failure()),
        cut.cause().stream()
            .map(architecture::component)
            // That something stands by is beside the point when everything is in one place.
            .map(cause -> fact(cut.confined() ? cause.standingBy(List.of()) : cause))
            .toList(),
        cut.entryPoints().stream().map(entry -> entryPoints.get(entry.urn())).toList(),
        cut.larger().stream().map(FactsBuilder::fact).toList(),
        cut.regionsElsewhere(),
        proof,
        story.evidence(),
        List.copyOf(undecidedBy));
  }

  private List<ComponentFact> needed() {
    Run run = analysis.run(Verdict.DOWN);
    int[] gates =
        IntStream.range(0, analysis.entryPoints().size())
            .map(run.graph()::gateOfEntryPoint)
            .toArray();
    return run.componentsBelow(gates).stream()
        .filter(component -> component.kind().role().isPresent())
        .map(this::fact)
        .toList();
  }

  private ComponentFact fact(Component component) {
    return new ComponentFact(
        component.resource(),
        resources(component),
        component.kind().name(),
        component.kind().type(),
        component.kind().title(),
        component.kind().role(),
        component.replicas().size(),
        component.required(),
        component.traits().quorum(),
        component.failover(),
        names(component.replicas(), Scope.ZONE),
        names(component.replicas(), Scope.REGION),
        component.standbys().stream().map(FactsBuilder::fact).toList(),
        behind(component),
        component.traits().properties(),
        component.traits().remedy());
  }

  private static List<Urn> resources(Component component) {
    Set<Urn> resources = new LinkedHashSet<>(List.of(component.resource()));
    resources.addAll(component.traits().resources());
    component.replicas().forEach(replica -> resources.add(replica.resource()));
    return List.copyOf(resources);
  }

  /** The gateways in front; a target group runs nowhere, so it is seen through. */
  private List<GatewayFact> behind(Component component) {
    Set<Component> found = new LinkedHashSet<>();
    for (Component balancer : balancers.getOrDefault(component.id(), List.of())) {
      if (balancer.replicas().isEmpty()) {
        found.addAll(gateways.getOrDefault(balancer.id(), List.of()));
      } else {
        found.add(balancer);
      }
    }
    return found.stream()
        .filter(gateway -> !gateway.kind().role().equals(Optional.of(Role.CONTROL_PLANE)))
        .map(
            gateway ->
                new GatewayFact(
                    gateway.id(),
                    gateway.kind().name(),
                    gateway.traits().crossZone(),
                    names(gateway.replicas(), Scope.ZONE)))
        .toList();
  }

  private static List<Urn> on(Need need) {
    if (need instanceof Need.On on) {
      return List.of(on.component());
    }
    return need.parts().stream().flatMap(part -> on(part).stream()).toList();
  }

  private static StandbyFact fact(Standby standby) {
    return new StandbyFact(
        standby.kind().word(),
        standby.component(),
        standby.name(),
        names(standby.replicas(), Scope.REGION));
  }

  private static FailureFact fact(Failure failure) {
    return new FailureFact(failure.kind(), failure.name(), failure.urn());
  }

  private static List<String> names(List<Replica> replicas, Scope scope) {
    return replicas.stream()
        .filter(replica -> scope != Scope.ZONE || replica.placement().zoneKnown())
        .flatMap(replica -> replica.placement().domain().at(scope).stream())
        .map(domain -> domain.name())
        .distinct()
        .sorted()
        .toList();
  }

  private Architecture architecture(Verdict verdict) {
    return analysis.run(verdict).architecture();
  }
}
