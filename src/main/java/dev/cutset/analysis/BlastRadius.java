package dev.cutset.analysis;

import dev.cutset.architecture.EntryPoint;
import dev.cutset.stack.Urn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Which entry points go down when a component as a whole is gone. */
final class BlastRadius {
  private final Run run;
  private final List<List<Integer>> parents = new ArrayList<>();

  BlastRadius(Run run) {
    this.run = run;
    for (int gate = 0; gate < run.graph().size(); gate++) {
      parents.add(new ArrayList<>());
    }
    for (int gate = 0; gate < run.graph().size(); gate++) {
      for (int child : run.graph().children(gate)) {
        parents.get(child).add(gate);
      }
    }
  }

  List<EntryPoint> of(Urn component) {
    int[] downChildren = new int[run.graph().size()];
    boolean[] down = new boolean[run.graph().size()];
    Deque<Integer> open = new ArrayDeque<>();
    int first = run.graph().gateOf(component);
    down[first] = true;
    open.push(first);
    while (!open.isEmpty()) {
      for (int parent : parents.get(open.pop())) {
        if (++downChildren[parent] > run.graph().tolerates(parent) && !down[parent]) {
          down[parent] = true;
          open.push(parent);
        }
      }
    }
    List<EntryPoint> entryPoints = new ArrayList<>();
    for (int i = 0; i < run.architecture().entryPoints().size(); i++) {
      if (down[run.graph().gateOfEntryPoint(i)]) {
        entryPoints.add(run.architecture().entryPoints().get(i));
      }
    }
    return entryPoints;
  }
}
