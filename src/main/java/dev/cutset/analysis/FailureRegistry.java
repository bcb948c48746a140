package dev.cutset.analysis;

import dev.cutset.architecture.Domain;
import dev.cutset.architecture.Replica;
import dev.cutset.catalog.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Numbers the failures that can happen, the same in every run over one stack. */
final class FailureRegistry {
  private final List<Failure> failures = new ArrayList<>();
  private final Map<String, Integer> ids = new HashMap<>();
  private final Map<Domain, TreeSet<Integer>> knownZones = new HashMap<>();

  int of(Replica replica) {
    Failure failure =
        new Failure(
            Scope.INSTANCE,
            "replica:" + replica.id(),
            replica.name(),
            Optional.of(replica.resource()));
    return number(failure);
  }

  int of(Domain domain) {
    return number(new Failure(domain.scope(), domain.key(), domain.name(), Optional.empty()));
  }

  /** Takes down that something is known to be in a zone. */
  void noteZone(Domain zone, Domain region) {
    knownZones.computeIfAbsent(region, key -> new TreeSet<>()).add(of(zone));
  }

  /** The zones of a region in which something is known to be, in any run. */
  TreeSet<Integer> knownZones(Domain region) {
    return new TreeSet<>(knownZones.getOrDefault(region, new TreeSet<>()));
  }

  Failure failure(int id) {
    return failures.get(id);
  }

  /** The number of the failure with this key; -1 when there is none. */
  int number(String key) {
    return ids.getOrDefault(key, -1);
  }

  int size() {
    return failures.size();
  }

  private int number(Failure failure) {
    Integer known = ids.get(failure.key());
    if (known != null) {
      return known;
    }
    ids.put(failure.key(), failures.size());
    failures.add(failure);
    return failures.size() - 1;
  }
}
