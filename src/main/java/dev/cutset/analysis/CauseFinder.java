package dev.cutset.analysis;

import dev.cutset.architecture.Component;
import dev.cutset.architecture.Replica;
import dev.cutset.architecture.Standby;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Why one failure takes things down: which components would have to be made redundant.
 *
 * <p>A cause is a list of components of which it is enough to change one. Where everything is
 * needed, each broken part is a cause of its own. Where any of several would do, what breaks all of
 * them is the cause; only if nothing does, the several together are one cause.
 *
 * <p>A failure that stands for others has the same causes as they have, but for those of them that
 * do more than it does below the gate.
 */
final class CauseFinder {
  private final Run run;
  private final int failure;
  private final boolean standsForOthers;
  private final Map<Integer, Set<List<Integer>>> causes = new HashMap<>();
  private final Map<Integer, Set<Integer>> exceptions = new HashMap<>();

  CauseFinder(Run run, int failure) {
    this.run = run;
    this.failure = failure;
    this.standsForOthers = !run.stoodForBy(failure).isEmpty();
  }

  /** The causes for which a gate is down, as numbers of component gates. */
  Set<List<Integer>> of(int gate) {
    if (!causes.containsKey(gate)) {
      solveBelow(gate);
    }
    return causes.getOrDefault(gate, Set.of());
  }

  /** Those that it stands for which may have other causes at a gate than it has. */
  Set<Integer> exceptions(int gate) {
    of(gate);
    return exceptions.getOrDefault(gate, Set.of());
  }

  private void solveBelow(int gate) {
    List<Integer> open = run.downBelow(gate, failure, causes::containsKey);
    Map<Integer, Integer> position = new HashMap<>();
    open.forEach(down -> position.put(down, position.size()));
    int[][] edges = new int[open.size()][];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = positions(run.graph().children(open.get(i)), position);
    }
    StrongComponents parts = new StrongComponents(open.size(), at -> edges[at]);
    for (int part = 0; part < parts.count(); part++) {
      List<Integer> gates = Arrays.stream(parts.part(part)).mapToObj(open::get).toList();
      solve(gates);
      if (standsForOthers) {
        Set<Integer> found = exceptions(gates);
        gates.forEach(one -> exceptions.put(one, found));
      }
    }
  }

  private static int[] positions(int[] gates, Map<Integer, Integer> position) {
    int[] found = new int[gates.length];
    int size = 0;
    for (int gate : gates) {
      Integer at = position.get(gate);
      if (at != null) {
        found[size++] = at;
      }
    }
    return Arrays.copyOf(found, size);
  }

  /** What strikes these gates, or something below them that the failure itself leaves alone. */
  private Set<Integer> exceptions(List<Integer> part) {
    Set<Integer> found = new HashSet<>();
    for (int gate : part) {
      addStoodFor(run.graph().own(gate), found);
      for (int child : run.graph().children(gate)) {
        if (run.isDown(child, failure)) {
          found.addAll(exceptions.getOrDefault(child, Set.of()));
        } else {
          addStoodFor(run.cutsOfGate(child), found);
        }
      }
      if (run.graph().isComponent(gate)) {
        for (Standby standby : run.graph().component(gate).standbys()) {
          addStoodFor(run.cutsOfGate(run.graph().gateOfAny(standby.component())), found);
          for (Replica replica : standby.replicas()) {
            addStoodFor(new int[] {run.zoneOf(replica)}, found);
          }
        }
      }
    }
    return found;
  }

  private void addStoodFor(int[] failures, Set<Integer> found) {
    for (int other : failures) {
      if (run.standIn(other) == failure) {
        found.add(other);
      }
    }
  }

  /**
   * Within a circle the causes go round until nothing new comes of it, all gates at a time, so that
   * it does not matter where one enters. They have gone round after as many steps as there are
   * gates.
   */
  private void solve(List<Integer> part) {
    if (part.size() == 1) {
      causes.put(part.get(0), find(part.get(0)));
      return;
    }
    boolean changed = true;
    for (int step = 0; changed && step <= part.size(); step++) {
      Map<Integer, Set<List<Integer>>> next = new HashMap<>();
      part.forEach(gate -> next.put(gate, find(gate)));
      changed =
          next.entrySet().stream()
              .anyMatch(found -> !found.getValue().equals(causes.get(found.getKey())));
      causes.putAll(next);
    }
  }

  private Set<List<Integer>> find(int gate) {
    if (run.graph().isComponent(gate) && hasLivingStandby(gate)) {
      return Set.of(List.of(gate));
    }
    List<Set<List<Integer>>> below = new ArrayList<>();
    for (int child : run.graph().children(gate)) {
      if (run.isDown(child, failure)) {
        below.add(causes.getOrDefault(child, Set.of()));
      }
    }
    if (run.graph().tolerates(gate) > 0) {
      return merge(below);
    }
    boolean struck = run.graph().owner(gate) >= 0 && run.strikes(failure, gate);
    if (!struck && below.size() == 1) {
      // Nothing is added on the way up, so that a long way costs no copies.
      return run.graph().isComponent(gate) ? widened(gate, below.get(0)) : below.get(0);
    }
    Set<List<Integer>> found = new LinkedHashSet<>();
    if (struck) {
      found.add(List.of(run.graph().owner(gate)));
    }
    below.forEach(found::addAll);
    return run.graph().isComponent(gate) ? widened(gate, found) : found;
  }

  /** Where another could stand in but none is left, using it remains the first thing to mend. */
  private Set<List<Integer>> widened(int gate, Set<List<Integer>> found) {
    if (run.graph().component(gate).standbys().isEmpty()) {
      return found;
    }
    Set<Integer> direct = directNeeds(gate);
    Set<List<Integer>> widened = new LinkedHashSet<>();
    for (List<Integer> cause : found) {
      widened.add(direct.containsAll(cause) ? List.of(gate) : cause);
    }
    return widened;
  }

  private Set<Integer> directNeeds(int component) {
    Set<Integer> direct = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>(List.of(component));
    while (!open.isEmpty()) {
      for (int child : run.graph().children(open.pop())) {
        if (run.graph().isComponent(child)) {
          direct.add(child);
        } else {
          open.push(child);
        }
      }
    }
    return direct;
  }

  /**
   * Whether it is hit itself, or what it leads to. What runs no copy needs what its equals need,
   * whether or not anybody can tell, and is of no help where that fails.
   */
  private boolean isStruckAt(int gate) {
    Set<Integer> near = directNeeds(gate);
    near.add(gate);
    for (int component : near) {
      for (Replica replica : run.graph().component(component).replicas()) {
        if (run.kills(failure, replica)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean hasLivingStandby(int gate) {
    Component component = run.graph().component(gate);
    return component.standbys().stream()
        .anyMatch(
            standby ->
                run.survives(standby, failure)
                    && (standby.kind() != Standby.Kind.COLD || isStruckAt(gate)));
  }

  private static Set<List<Integer>> merge(List<Set<List<Integer>>> alternatives) {
    Set<List<Integer>> common = new LinkedHashSet<>(alternatives.get(0));
    alternatives.forEach(common::retainAll);
    TreeSet<Integer> choice = new TreeSet<>();
    for (Set<List<Integer>> alternative : alternatives) {
      Set<List<Integer>> own = new LinkedHashSet<>(alternative);
      own.removeAll(common);
      if (own.isEmpty() && !common.isEmpty()) {
        return common;
      }
      own.forEach(choice::addAll);
    }
    if (!choice.isEmpty()) {
      common.add(List.copyOf(choice));
    }
    return common;
  }
}
