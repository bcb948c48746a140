package dev.cutset.analysis;

import dev.cutset.architecture.Component;
import dev.cutset.architecture.Domain;
import dev.cutset.architecture.Replica;
import dev.cutset.architecture.Standby;
import dev.cutset.catalog.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * In which regions the things are that an entry point needs.
 *
 * <p>Told for every gate by those below it, and shared between gates of which it is the same: many
 * entry points may need the same many things.
 */
final class Reach {
  private static final SortedMap<String, Domain> NOWHERE = new TreeMap<>();

  private final Run run;
  private final List<SortedMap<String, Domain>> regions;

  Reach(Run run) {
    this.run = run;
    int size = run.graph().size();
    this.regions = new ArrayList<>(Collections.nCopies(size, NOWHERE));
    StrongComponents parts = new StrongComponents(size, run.graph()::children);
    for (int part = 0; part < parts.count(); part++) {
      int[] gates = parts.part(part);
      SortedMap<String, Domain> found = NOWHERE;
      for (int gate : gates) {
        found = joined(found, own(gate));
        for (int child : run.graph().children(gate)) {
          found = joined(found, regions.get(child));
        }
      }
      for (int gate : gates) {
        regions.set(gate, found);
      }
    }
  }

  /** Whether all that serves the entry point and lies in any region lies in the failed domain. */
  boolean isConfined(int entryPoint, Failure failure) {
    return !regions(entryPoint).isEmpty()
        && regions(entryPoint).stream().allMatch(region -> isWithin(region, failure));
  }

  /** The names of the regions that live on. */
  List<String> regionsOutside(int entryPoint, Failure failure) {
    return regions(entryPoint).stream()
        .filter(region -> !isWithin(region, failure))
        .map(Domain::name)
        .toList();
  }

  private Collection<Domain> regions(int entryPoint) {
    return regions.get(run.graph().gateOfEntryPoint(entryPoint)).values();
  }

  private static SortedMap<String, Domain> joined(
      SortedMap<String, Domain> some, SortedMap<String, Domain> others) {
    if (others.isEmpty() || some.keySet().containsAll(others.keySet())) {
      return some;
    }
    if (some.isEmpty()) {
      return others;
    }
    SortedMap<String, Domain> all = new TreeMap<>(some);
    all.putAll(others);
    return all;
  }

  private SortedMap<String, Domain> own(int gate) {
    if (!run.graph().isComponent(gate)) {
      return NOWHERE;
    }
    Component component = run.graph().component(gate);
    SortedMap<String, Domain> found = new TreeMap<>();
    note(component.replicas(), found);
    for (Standby standby : component.standbys()) {
      note(standby.replicas(), found);
    }
    return found;
  }

  private static void note(List<Replica> replicas, SortedMap<String, Domain> found) {
    for (Replica replica : replicas) {
      replica
          .placement()
          .domain()
          .at(Scope.REGION)
          .ifPresent(region -> found.put(region.key(), region));
    }
  }

  private static boolean isWithin(Domain domain, Failure failure) {
    Optional<Domain> at = Optional.of(domain);
    while (at.isPresent()) {
      if (at.get().key().equals(failure.key())) {
        return true;
      }
      at = at.get().parent();
    }
    return false;
  }
}
