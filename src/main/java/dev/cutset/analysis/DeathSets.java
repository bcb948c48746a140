package dev.cutset.analysis;

import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Completion;
import dev.cutset.architecture.Component;
import dev.cutset.architecture.Domain;
import dev.cutset.architecture.Placement;
import dev.cutset.architecture.Replica;
import dev.cutset.architecture.Standby;
import dev.cutset.catalog.Scope;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which failures kill a replica outright.
 *
 * <p>In the harshest completion a replica in an unknown zone dies with any zone of its region that
 * is known in either completion, and all unknown zones of a region are one. Whatever that one zone
 * takes down, every known zone of the region takes down too; so it alone is listed, and stands for
 * all of them ({@link #standIn}).
 */
final class DeathSets {
  private final FailureRegistry failures;
  private final Completion completion;
  private final Map<String, int[]> deaths = new HashMap<>();
  private final Map<Domain, int[]> chains = new HashMap<>();
  private final Map<Domain, int[]> anyZone = new HashMap<>();
  private final Map<Integer, List<Integer>> stoodFor = new HashMap<>();
  private int[] standIns = {};
  private boolean allKnown = true;

  DeathSets(Architecture architecture, Completion completion, FailureRegistry failures) {
    this.failures = failures;
    this.completion = completion;
    for (Component component : architecture.components().values()) {
      component.replicas().forEach(this::noteZone);
      for (Standby standby : component.standbys()) {
        standby.replicas().forEach(this::noteZone);
      }
    }
  }

  /** The zone that stands for all unknown zones of a region when they are taken to be the same. */
  static Domain someZone(Domain region) {
    return Domain.unknownZone(region, "");
  }

  /** Whether no replica is in a zone that is not known yet. */
  boolean knowAllZones() {
    return allKnown;
  }

  /**
   * The failure that stands for this one wherever it is not listed itself: that of a zone which is
   * not known yet, for each known zone of the region; -1 if there is none.
   */
  int standIn(int failure) {
    return failure >= 0 && failure < standIns.length ? standIns[failure] - 1 : -1;
  }

  /** The failures that this one stands for, ascending; none for most. */
  List<Integer> stoodForBy(int failure) {
    return stoodFor.getOrDefault(failure, List.of());
  }

  /** Whether the failure kills the replica. */
  boolean kill(int failure, Replica replica) {
    int[] deadly = of(replica);
    int standIn = standIn(failure);
    return Arrays.binarySearch(deadly, failure) >= 0
        || (standIn >= 0 && Arrays.binarySearch(deadly, standIn) >= 0);
  }

  /** The numbers of the failures, ascending, without those that another stands for. */
  int[] of(Replica replica) {
    return deaths.computeIfAbsent(replica.id(), id -> deaths(replica));
  }

  private int[] deaths(Replica replica) {
    int[] around = around(replica.placement());
    if (!replica.failsAlone()) {
      return around;
    }
    int[] all = Arrays.copyOf(around, around.length + 1);
    all[around.length] = failures.of(replica);
    Arrays.sort(all);
    return all;
  }

  private int[] around(Placement placement) {
    if (!placement.zoneKnown() && completion == Completion.HARSHEST) {
      return anyZone.computeIfAbsent(regionOf(placement), this::anyZoneOf);
    }
    return chains.computeIfAbsent(placement.domain(), this::chain);
  }

  private int[] chain(Domain domain) {
    TreeSet<Integer> ids = new TreeSet<>();
    for (Optional<Domain> at = Optional.of(domain); at.isPresent(); at = at.get().parent()) {
      ids.add(failures.of(at.get()));
    }
    return ids.stream().mapToInt(Integer::intValue).toArray();
  }

  private int[] anyZoneOf(Domain region) {
    TreeSet<Integer> ids = new TreeSet<>();
    int some = failures.of(someZone(region));
    ids.add(some);
    List<Integer> known = List.copyOf(failures.knownZones(region));
    stoodFor.put(some, known);
    for (int zone : known) {
      standIns = Arrays.copyOf(standIns, Math.max(standIns.length, zone + 1));
      standIns[zone] = some + 1;
    }
    for (int id : chain(region)) {
      ids.add(id);
    }
    return ids.stream().mapToInt(Integer::intValue).toArray();
  }

  private void noteZone(Replica replica) {
    Placement placement = replica.placement();
    allKnown &= placement.zoneKnown();
    if (placement.zoneKnown() && placement.domain().scope() == Scope.ZONE) {
      failures.noteZone(placement.domain(), regionOf(placement));
    }
  }

  private static Domain regionOf(Placement placement) {
    return placement.domain().parent().orElseThrow();
  }
}
