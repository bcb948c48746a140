package dev.cutset.analysis;

import dev.cutset.architecture.Component;
import dev.cutset.architecture.Domain;
import dev.cutset.architecture.Replica;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Scope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ways out that fail together with all that goes by them. Where others of their kind live on, there
 * is nothing to add to them: once the copies are spread, each has the way out of its own zone.
 */
final class Bystanders {
  private final Run run;
  private @Nullable Map<String, List<Component>> waysOut;

  Bystanders(Run run) {
    this.run = run;
  }

  /** The causes for which a failure takes a gate down, without those that are bystanders only. */
  Set<List<Integer>> leaveOut(int failure, int gate, Set<List<Integer>> causes) {
    // A failure that stands for others is left as it is: what lives through each of them differs.
    if (causes.size() < 2 || !run.stoodForBy(failure).isEmpty()) {
      return causes;
    }
    Set<List<Integer>> others = new LinkedHashSet<>();
    for (List<Integer> cause : causes) {
      if (!cause.stream().allMatch(way -> hasEqualsElsewhere(way, failure))) {
        others.add(cause);
      }
    }
    if (others.isEmpty() || others.size() == causes.size()) {
      return causes;
    }
    Set<Integer> reached = besidesStruckCopies(gate, failure);
    Set<List<Integer>> kept = new LinkedHashSet<>(causes);
    kept.removeIf(cause -> !others.contains(cause) && cause.stream().noneMatch(reached::contains));
    return kept;
  }

  private boolean hasEqualsElsewhere(int gate, int failure) {
    Component way = run.graph().component(gate);
    if (!isWayOut(way)) {
      return false;
    }
    Set<Optional<Domain>> regions = new HashSet<>();
    way.replicas().forEach(replica -> regions.add(region(replica)));
    boolean anywhere = run.failure(failure).scope().compareTo(Scope.ZONE) > 0;
    for (Component equal : waysOut().getOrDefault(way.kind().type(), List.of())) {
      for (Replica replica : equal.replicas()) {
        if (!run.kills(failure, replica) && (anywhere || regions.contains(region(replica)))) {
          return true;
        }
      }
    }
    return false;
  }

  /** All ways out, by what they are. */
  private Map<String, List<Component>> waysOut() {
    Map<String, List<Component>> known = waysOut;
    if (known == null) {
      known = new HashMap<>();
      for (Component component : run.architecture().components().values()) {
        if (isWayOut(component)) {
          known.computeIfAbsent(component.kind().type(), type -> new ArrayList<>()).add(component);
        }
      }
      waysOut = known;
    }
    return known;
  }

  private static boolean isWayOut(Component component) {
    return component.kind().role().filter(Role.NETWORK::equals).isPresent();
  }

  private static Optional<Domain> region(Replica replica) {
    return replica.placement().domain().at(Scope.REGION);
  }

  /** What is down below a gate for other reasons than that a copy needs it which is struck. */
  private Set<Integer> besidesStruckCopies(int gate, int failure) {
    Set<Integer> reached = new HashSet<>(List.of(gate));
    Deque<Integer> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      int down = open.pop();
      if (run.graph().owner(down) >= 0 && run.strikes(failure, down)) {
        continue;
      }
      for (int child : run.graph().children(down)) {
        if (run.isDown(child, failure) && reached.add(child)) {
          open.push(child);
        }
      }
    }
    return reached;
  }
}
