package dev.cutset.analysis;

import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Completion;
import dev.cutset.architecture.Component;
import dev.cutset.architecture.Domain;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.Placement;
import dev.cutset.architecture.Replica;
import dev.cutset.catalog.Scope;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides verdicts the slow and obvious way: every unknown zone is settled in every possible way,
 * and for each the system is let fall until nothing more falls.
 */
final class BruteForce {
  private final Architecture architecture;
  private final List<Map<String, String>> settlements;

  BruteForce(Architecture architecture) {
    this.architecture = architecture;
    this.settlements = settlements();
  }

  Verdict verdict(EntryPoint entryPoint, Failure failure) {
    return verdict(entryPoint, Set.of(failure.key()));
  }

  /** What becomes of an entry point when all of these failures happen at once. */
  Verdict verdict(EntryPoint entryPoint, Set<String> failures) {
    boolean everDown = false;
    boolean everUp = false;
    for (Map<String, String> settlement : settlements) {
      Set<String> failed = new HashSet<>();
      failures.forEach(key -> failed.add(settlement.getOrDefault(key, key)));
      if (serves(entryPoint, failed, settlement)) {
        everUp = true;
      } else {
        everDown = true;
      }
    }
    return everDown && everUp ? Verdict.UNKNOWN : everDown ? Verdict.DOWN : Verdict.UP;
  }

  /**
   * Whether a proof is right in all that it claims, with all unknown zones apart or, in the
   * harshest completion, all of them in the zone that fails.
   */
  boolean isRight(Proof proof, Completion completion) {
    Map<String, String> settlement =
        completion == Completion.HARSHEST && proof.failure().scope() == Scope.ZONE
            ? strangersIn(proof.failure())
            : Map.of();
    Set<String> failed = Set.of(proof.failure().key());
    if (proof instanceof Proof.Up claim) {
      return met(claim.entryPoint().need(), claim.standing())
          && claim.standing().stream()
              .allMatch(urn -> works(component(urn), claim.standing(), failed, settlement));
    }
    Set<Urn> up = new HashSet<>(architecture.components().keySet());
    for (Urn urn : ((Proof.Down) proof).fallen()) {
      if (works(component(urn), up, failed, settlement)) {
        return false;
      }
      up.remove(urn);
    }
    return !met(proof.entryPoint().need(), up);
  }

  private Map<String, String> strangersIn(Failure failure) {
    String region = failure.key().substring(0, failure.key().lastIndexOf('/'));
    Map<String, String> settlement = new HashMap<>();
    for (Component component : architecture.components().values()) {
      for (Replica replica : component.replicas()) {
        Domain domain = replica.placement().domain();
        if (!replica.placement().zoneKnown() && domain.key().startsWith(region + "/")) {
          settlement.put(domain.key(), failure.key());
        }
      }
    }
    return settlement;
  }

  private Component component(Urn urn) {
    return architecture.component(urn);
  }

  boolean serves(EntryPoint entryPoint, Set<String> failed, Map<String, String> settlement) {
    Set<Urn> up = new HashSet<>(architecture.components().keySet());
    boolean changed = true;
    while (changed) {
      changed =
          up.removeIf(urn -> !works(architecture.components().get(urn), up, failed, settlement));
    }
    return met(entryPoint.need(), up);
  }

  private boolean works(
      Component component, Set<Urn> up, Set<String> failed, Map<String, String> settlement) {
    int alive = 0;
    for (Replica replica : component.replicas()) {
      boolean struck =
          (replica.failsAlone() && failed.contains("replica:" + replica.id()))
              || domains(replica.placement(), settlement).stream().anyMatch(failed::contains);
      if (!struck && met(replica.need(), up)) {
        alive++;
      }
    }
    return alive >= component.required() && met(component.need(), up);
  }

  private static Set<String> domains(Placement placement, Map<String, String> settlement) {
    Set<String> keys = new HashSet<>();
    Optional<Domain> at = Optional.of(placement.domain());
    while (at.isPresent()) {
      keys.add(settlement.getOrDefault(at.get().key(), at.get().key()));
      at = at.get().parent();
    }
    return keys;
  }

  private static boolean met(Need need, Set<Urn> up) {
    if (need instanceof Need.On on) {
      return up.contains(on.component());
    }
    if (need instanceof Need.AtLeast some) {
      return some.needs().stream().filter(part -> met(part, up)).count() >= some.least();
    }
    if (need instanceof Need.Any any) {
      for (Need part : any.needs()) {
        if (met(part, up)) {
          return true;
        }
        if (!any.failover().countsAsRedundancy()) {
          return false;
        }
      }
      return false;
    }
    return ((Need.All) need).needs().stream().allMatch(part -> met(part, up));
  }

  /** Every way in which unknown zones can turn out: one that is known, or one that is not. */
  List<Map<String, String>> settlements() {
    Map<String, Set<String>> choices = new HashMap<>();
    Map<String, Set<String>> known = new HashMap<>();
    for (Component component : architecture.components().values()) {
      for (Replica replica : component.replicas()) {
        Domain domain = replica.placement().domain();
        if (domain.scope() == Scope.ZONE) {
          String region = domain.parent().orElseThrow().key();
          if (replica.placement().zoneKnown()) {
            known.computeIfAbsent(region, key -> new TreeSet<>()).add(domain.key());
          } else {
            choices.computeIfAbsent(region, key -> new TreeSet<>()).add(domain.key());
          }
        }
      }
    }
    List<Map<String, String>> all = new ArrayList<>();
    all.add(Map.of());
    choices.forEach(
        (region, unknowns) -> {
          Set<String> zones = new TreeSet<>(known.getOrDefault(region, Set.of()));
          for (String unknown : unknowns) {
            zones.add("fresh " + unknown);
          }
          for (String unknown : unknowns) {
            List<Map<String, String>> next = new ArrayList<>();
            for (Map<String, String> settlement : all) {
              for (String zone : zones) {
                Map<String, String> larger = new HashMap<>(settlement);
                larger.put(unknown, zone);
                next.add(larger);
              }
            }
            all.clear();
            all.addAll(next);
          }
        });
    return all;
  }
}
