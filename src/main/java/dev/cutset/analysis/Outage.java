package dev.cutset.analysis;

import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Follows what falls through the graph when several things are lost at once; for one thread. */
final class Outage {
  private final Run run;
  private final int[][] parents;
  private final Map<Integer, List<Integer>> struck = new HashMap<>();
  private final int[] downChildren;
  private final boolean[] down;

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
    downChildren = new int[graph.size()];
    down = new boolean[graph.size()];
  }

  /** For each entry point whether it is down; costs as much as falls, not as much as there is. */
  boolean[] entryPointsDown(Collection<Integer> failures, Collection<Urn> components) {
    Graph graph = run.graph();
    List<Integer> fallen = new ArrayList<>();
    for (int failure : failures) {
      struck.getOrDefault(failure, List.of()).forEach(gate -> fall(gate, fallen));
      struck.getOrDefault(run.standIn(failure), List.of()).forEach(gate -> fall(gate, fallen));
    }
    components.forEach(component -> fall(graph.gateOf(component), fallen));
    for (int next = 0; next < fallen.size(); next++) {
      for (int parent : parents[fallen.get(next)]) {
        if (++downChildren[parent] > graph.tolerates(parent)) {
          fall(parent, fallen);
        }
      }
    }
    boolean[] entryPoints = new boolean[run.architecture().entryPoints().size()];
    for (int i = 0; i < entryPoints.length; i++) {
      entryPoints[i] = down[graph.gateOfEntryPoint(i)];
    }
    forget(fallen);
    return entryPoints;
  }

  private void fall(int gate, List<Integer> fallen) {
    if (!down[gate]) {
      down[gate] = true;
      fallen.add(gate);
    }
  }

  private void forget(List<Integer> fallen) {
    for (int gate : fallen) {
      down[gate] = false;
      for (int parent : parents[gate]) {
        downChildren[parent] = 0;
      }
    }
  }
}
