package dev.cutset.analysis;

import dev.cutset.architecture.Component;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes down why an entry point is down or up in a solved run. */
final class Prover {
  private final Run run;

  Prover(Run run) {
    this.run = run;
  }

  Proof prove(int entryPoint, int failureId, Failure failure) {
    EntryPoint entry = run.architecture().entryPoints().get(entryPoint);
    int gate = run.graph().gateOfEntryPoint(entryPoint);
    return run.isDown(gate, failureId)
        ? new Proof.Down(entry, failure, fallen(gate, failureId))
        : new Proof.Up(entry, failure, standing(gate, failureId));
  }

  private List<Urn> fallen(int gate, int failure) {
    List<Integer> order = run.downBelow(gate, failure);
    BitSet down = new BitSet();
    List<Urn> fallen = new ArrayList<>();
    int before;
    do {
      before = down.cardinality();
      for (int candidate : order) {
        if (!down.get(candidate) && falls(candidate, failure, down)) {
          down.set(candidate);
          if (run.graph().isComponent(candidate)) {
            fallen.add(run.graph().component(candidate).id());
          }
        }
      }
    } while (down.cardinality() > before);
    return fallen;
  }

  private boolean falls(int gate, int failure, BitSet down) {
    if (run.strikes(failure, gate)) {
      return true;
    }
    int fallen = 0;
    for (int child : run.graph().children(gate)) {
      fallen += down.get(child) ? 1 : 0;
    }
    return fallen > run.graph().tolerates(gate);
  }

  private Set<Urn> standing(int gate, int failure) {
    Set<Urn> standing = new LinkedHashSet<>();
    for (Component component : run.componentsBelow(gate)) {
      if (!run.isDown(run.graph().gateOf(component.id()), failure)) {
        standing.add(component.id());
      }
    }
    return standing;
  }
}
