package dev.cutset.analysis;

import dev.cutset.stack.Urn;
import java.util.Arrays;
import java.util.Collection;

/** Follows what falls through the graph when several things are lost at once; for one thread. */
final class Outage {
  private final Run run;
  private final Upward upward;
  private final int[] downChildren;
  private final boolean[] down;
  private int[] fallen = new int[64];
  private int count;

  Outage(Run run) {
    this.run = run;
    upward = new Upward(run);
    downChildren = new int[run.graph().size()];
    down = new boolean[run.graph().size()];
  }

  /** For each entry point whether it is down; costs as much as falls, not as much as there is. */
  boolean[] entryPointsDown(Collection<Integer> failures, Collection<Urn> components) {
    Graph graph = run.graph();
    count = 0;
    for (int failure : failures) {
      for (int gate : upward.struckBy(failure)) {
        fall(gate);
      }
    }
    components.forEach(component -> fall(graph.gateOf(component)));
    for (int next = 0; next < count; next++) {
      for (int parent : upward.parents(fallen[next])) {
        if (++downChildren[parent] > graph.tolerates(parent)) {
          fall(parent);
        }
      }
    }
    boolean[] entryPoints = new boolean[run.architecture().entryPoints().size()];
    for (int i = 0; i < entryPoints.length; i++) {
      entryPoints[i] = down[graph.gateOfEntryPoint(i)];
    }
    forget();
    return entryPoints;
  }

  private void fall(int gate) {
    if (!down[gate]) {
      down[gate] = true;
      fallen = count == fallen.length ? Arrays.copyOf(fallen, count * 2) : fallen;
      fallen[count++] = gate;
    }
  }

  private void forget() {
    for (int i = 0; i < count; i++) {
      down[fallen[i]] = false;
      for (int parent : upward.parents(fallen[i])) {
        downChildren[parent] = 0;
      }
    }
  }
}
