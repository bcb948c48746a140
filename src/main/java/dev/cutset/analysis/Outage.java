package dev.cutset.analysis;

import dev.cutset.stack.Urn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Follows what falls through the graph when several things are lost at once. */
final class Outage {
  private final Run run;
  private final int[][] parents;
  private final Map<Integer, List<Integer>> struck = new HashMap<>();

  Outage(Run run) {
    this.run = run;
    Graph graph = run.graph();
    List<List<Integer>> above = new ArrayList<>();
    for (int gate = 0; gate < graph.size(); gate++) {
      above.add(new ArrayList<>());
    }
    for (int gate = 0; gate < graph.size(); gate++) {
      for (int child : graph.children(gate)) {
        above.get(child).add(gate);
      }
      for (int failure : graph.own(gate)) {
        struck.computeIfAbsent(failure, number -> new ArrayList<>()).add(gate);
      }
    }
    parents =
        above.stream()
            .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
  }

  /** For each entry point whether it is down. */
  boolean[] entryPointsDown(Collection<Integer> failures, Collection<Urn> components) {
    Graph graph = run.graph();
    int[] downChildren = new int[graph.size()];
    boolean[] down = new boolean[graph.size()];
    Deque<Integer> open = new ArrayDeque<>();
    for (int failure : failures) {
      for (int gate : struck.getOrDefault(failure, List.of())) {
        fall(gate, down, open);
      }
    }
    for (Urn component : components) {
      fall(graph.gateOf(component), down, open);
    }
    while (!open.isEmpty()) {
      for (int parent : parents[open.pop()]) {
        if (++downChildren[parent] > graph.tolerates(parent)) {
          fall(parent, down, open);
        }
      }
    }
    boolean[] entryPoints = new boolean[run.architecture().entryPoints().size()];
    for (int i = 0; i < entryPoints.length; i++) {
      entryPoints[i] = down[graph.gateOfEntryPoint(i)];
    }
    return entryPoints;
  }

  private static void fall(int gate, boolean[] down, Deque<Integer> open) {
    if (!down[gate]) {
      down[gate] = true;
      open.push(gate);
    }
  }
}
