package dev.cutset.analysis;

import dev.cutset.architecture.Component;
import dev.cutset.architecture.Domain;
import dev.cutset.architecture.Replica;
import dev.cutset.catalog.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** In which regions the things are that an entry point needs. */
final class Reach {
  private final Run run;
  private final Map<Integer, TreeMap<String, Domain>> regions = new HashMap<>();

  Reach(Run run) {
    this.run = run;
  }

  /** Whether all that serves the entry point and lies in any region lies in the failed domain. */
  boolean isConfined(int entryPoint, Failure failure) {
    return !regions(entryPoint).isEmpty() && regionsOutside(entryPoint, failure).isEmpty();
  }

  /** The names of the regions that live on. */
  List<String> regionsOutside(int entryPoint, Failure failure) {
    return regions(entryPoint).values().stream()
        .filter(region -> !isWithin(region, failure))
        .map(Domain::name)
        .toList();
  }

  private TreeMap<String, Domain> regions(int entryPoint) {
    return regions.computeIfAbsent(entryPoint, this::collect);
  }

  private TreeMap<String, Domain> collect(int entryPoint) {
    TreeMap<String, Domain> found = new TreeMap<>();
    for (Component needed : run.componentsBelow(run.graph().gateOfEntryPoint(entryPoint))) {
      note(needed.replicas(), found);
      needed.standbys().forEach(standby -> note(standby.replicas(), found));
    }
    return found;
  }

  private static void note(List<Replica> replicas, TreeMap<String, Domain> found) {
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
