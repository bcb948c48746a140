package dev.cutset.architecture.builder;

import dev.cutset.architecture.Domain;
import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.Hints;
import dev.cutset.architecture.Hints.ComponentHint;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.Placement;
import dev.cutset.architecture.Replica;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Applies what people say of their components. */
final class HintedParts {
  private final Hints hints;
  private final Regions regions;
  private final Drafts drafts;

  HintedParts(Hints hints, Regions regions, Drafts drafts) {
    this.hints = hints;
    this.regions = regions;
    this.drafts = drafts;
  }

  /** Roles and places: before anything is inferred. */
  void shape() {
    for (ComponentHint hint : hints.components()) {
      for (Draft draft : matching(hint.match())) {
        hint.role().ifPresent(draft::become);
        placement(hint, draft).ifPresent(placement -> move(draft, placement));
      }
    }
    quorums().values().forEach(this::join);
  }

  /**
   * Needs: after everything is inferred, so that a hint has the last word.
   *
   * @return whether any hint was there to be followed
   */
  boolean connect() {
    for (ComponentHint hint : hints.components()) {
      for (Draft draft : matching(hint.match())) {
        Set<Urn> dropped = new LinkedHashSet<>();
        hint.notNeeds().forEach(match -> matching(match).forEach(d -> dropped.add(d.urn())));
        draft.forget(dropped);
        Evidence evidence = new Evidence(Evidence.Kind.HINT, because(hint));
        for (Hints.Match needed : hint.needs()) {
          for (Draft other : matching(needed)) {
            if (other != draft) {
              draft.need(new Need.On(other.urn(), evidence));
            }
          }
        }
      }
    }
    return !hints.components().isEmpty();
  }

  private static String because(ComponentHint hint) {
    return "cutset.yaml says so" + (hint.because().isBlank() ? "" : ": " + hint.because());
  }

  private List<Draft> matching(Hints.Match match) {
    return drafts.all().stream()
        .filter(draft -> match.matches(draft.known().urn(), draft.name()))
        .toList();
  }

  private Optional<Placement> placement(ComponentHint hint, Draft draft) {
    return hint.zone()
        .map(zone -> Placement.in(regions.zone(draft.known(), zone)))
        .or(
            () ->
                hint.region()
                    .map(region -> Placement.in(regions.regionNamed(draft.known(), region))))
        .or(
            () ->
                hint.provider()
                    .map(dns -> Domain.dnsProvider(regions.cloud(draft.known()), dns))
                    .map(Placement::in));
  }

  private static void move(Draft draft, Placement placement) {
    List<Replica> moved =
        draft.replicas().stream()
            .map(
                r ->
                    new Replica(
                        r.id(), r.resource(), r.name(), placement, r.failsAlone(), r.need()))
            .toList();
    draft.run(moved, draft.required(), draft.failover());
  }

  private record Ensemble(Optional<Integer> least, List<Draft> nodes) {}

  private Map<String, Ensemble> quorums() {
    Map<String, Ensemble> ensembles = new LinkedHashMap<>();
    for (ComponentHint hint : hints.components()) {
      hint.quorum()
          .ifPresent(
              quorum ->
                  ensembles
                      .computeIfAbsent(
                          quorum.group(), key -> new Ensemble(quorum.least(), new ArrayList<>()))
                      .nodes()
                      .addAll(matching(hint.match())));
    }
    return ensembles;
  }

  private void join(Ensemble ensemble) {
    List<Draft> nodes = ensemble.nodes().stream().distinct().toList();
    if (nodes.isEmpty()) {
      return;
    }
    Draft joined = drafts.join(nodes, "quorum");
    if (ensemble.least().isEmpty()) {
      joined.decideByMajority();
    } else {
      int least = Math.min(ensemble.least().get(), joined.replicas().size());
      joined.run(joined.replicas(), Math.max(1, least), joined.failover());
    }
  }
}
