package dev.cutset.analysis;

import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Completed;
import dev.cutset.architecture.Component;
import dev.cutset.architecture.Domain;
import dev.cutset.architecture.Replica;
import dev.cutset.architecture.Standby;
import dev.cutset.catalog.Scope;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Which failures can happen to a stack, counted without the solver. */
final class Census {
  private final Set<String> failures = new TreeSet<>();
  private final Set<String> knownZones = new HashSet<>();
  private final boolean settled;
  private boolean allKnown = true;

  Census(Completed completed) {
    count(completed.kindest(), true);
    count(completed.harshest(), false);
    settled = allKnown && completed.kindest().equals(completed.harshest());
  }

  /** Whether there is nothing unknown that could decide anything. */
  boolean isSettled() {
    return settled;
  }

  /** Takes care that no failure is missing: what is not looked at would pass. */
  void refuseOmission(List<Failure> looked) {
    Set<String> missing = new TreeSet<>(failures);
    looked.forEach(failure -> missing.remove(failure.key()));
    if (!missing.isEmpty()) {
      throw new RejectedProofException(
          "the analysis leaves out the failure of `" + missing.iterator().next() + "`",
          "a failure that is left out");
    }
  }

  /** The region of which a zone fails that is not known yet. */
  Optional<String> regionOfUnknown(Failure failure) {
    return failure.scope() == Scope.ZONE && !knownZones.contains(failure.key())
        ? Optional.of(failure.key().substring(0, failure.key().lastIndexOf('/') + 1))
        : Optional.empty();
  }

  /** What a zone may turn out to be that is not known yet: any zone of its region. */
  Optional<Predicate<String>> zonesThatItMayBe(Failure failure) {
    return regionOfUnknown(failure).map(region -> key -> key.startsWith(region));
  }

  private void count(Architecture architecture, boolean kindest) {
    for (Component component : architecture.components().values()) {
      component.replicas().forEach(replica -> count(replica, kindest));
      for (Standby standby : component.standbys()) {
        standby.replicas().forEach(this::noteZone);
      }
    }
  }

  private void count(Replica replica, boolean kindest) {
    noteZone(replica);
    if (replica.failsAlone()) {
      failures.add("replica:" + replica.id());
    }
    // At its worst an unknown zone is one of those that are there already.
    Optional<Domain> at =
        kindest || replica.placement().zoneKnown()
            ? Optional.of(replica.placement().domain())
            : replica.placement().domain().parent();
    for (; at.isPresent(); at = at.get().parent()) {
      failures.add(at.get().key());
    }
  }

  private void noteZone(Replica replica) {
    if (replica.placement().zoneKnown()) {
      knownZones.add(replica.placement().domain().key());
    } else {
      allKnown = false;
    }
  }
}
