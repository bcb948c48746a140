package dev.cutset.analysis;

import dev.cutset.architecture.Component;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry point under one completion, as a function of what can fail.
 *
 * <p>Within cycles the functions grow from never until they are stable, as the sets of failures do.
 */
final class DownTime {
  private final Run run;
  private final int root;
  private final int[] gates;
  private final List<Component> components;
  private final Events events;
  private final @Nullable Diagram diagram;

  DownTime(Run run, int entryPoint, int limit) {
    this.run = run;
    this.root = run.graph().gateOfEntryPoint(entryPoint);
    this.gates = run.order().below(root);
    this.components = run.components(Arrays.stream(gates));
    this.events = new Events(run, root, gates);
    this.diagram = diagram(new Bdd(limit));
  }

  private @Nullable Diagram diagram(Bdd bdd) {
    try {
      return bdd.diagram(compile(bdd));
    } catch (Bdd.TooLargeException e) {
      return null;
    }
  }

  boolean isExact() {
    return diagram != null;
  }

  /** What the entry point needs. */
  List<Component> components() {
    return components;
  }

  Events events() {
    return events;
  }

  /** How much of the time it is down; where that cannot be worked out, at least that much. */
  double least(double[] chances) {
    if (diagram != null) {
      return diagram.probability(chances);
    }
    double up = 1;
    for (int failure : events.failures()) {
      if (run.isDown(root, failure)) {
        up *= 1 - chances[events.ofFailure(failure)];
      }
    }
    return 1 - up;
  }

  /** How much of the time it is down; where that cannot be worked out, at most that much. */
  double most(double[] chances) {
    return diagram != null ? diagram.probability(chances) : new Bound(chances).of(root);
  }

  /** For each event what it costs by itself; nothing where that cannot be worked out. */
  double[] costs(double[] chances) {
    return diagram != null ? diagram.costs(chances) : new double[chances.length];
  }

  private int compile(Bdd bdd) {
    Map<Integer, Integer> functions = new HashMap<>();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int gate : gates) {
        int next = function(bdd, gate, functions);
        Integer before = functions.put(gate, next);
        changed |= next != (before == null ? Bdd.FALSE : before);
      }
    }
    return functions.getOrDefault(root, Bdd.FALSE);
  }

  private int function(Bdd bdd, int gate, Map<Integer, Integer> functions) {
    int[] children = run.graph().children(gate);
    int[] below = new int[children.length];
    for (int i = 0; i < below.length; i++) {
      below[i] = functions.getOrDefault(children[i], Bdd.FALSE);
    }
    int needed = run.graph().tolerates(gate) + 1;
    int down = below.length < needed ? Bdd.FALSE : bdd.atLeast(needed, below);
    for (int failure : run.allOwn(gate)) {
      down = bdd.or(down, bdd.variable(events.ofFailure(failure)));
    }
    int service = events.ofService(gate);
    return service < 0 ? down : bdd.or(down, bdd.variable(service));
  }

  /**
   * An upper bound that needs no diagram: of what all is needed for, the sum; of what some may be
   * missing, what Markov's inequality allows.
   */
  private final class Bound {
    private static final int ROUNDS = 1_000;

    private final double[] chances;
    private final double[] bounds = new double[run.graph().size()];

    Bound(double[] chances) {
      this.chances = chances;
    }

    double of(int wanted) {
      boolean changed = true;
      for (int round = 0; changed; round++) {
        changed = false;
        for (int gate : gates) {
          // Within a cycle sums can creep up for long; one is a bound of everything.
          double next =
              round < ROUNDS ? bound(gate) : bounds[gate] < bound(gate) ? 1 : bounds[gate];
          changed |= next > bounds[gate];
          bounds[gate] = Math.max(bounds[gate], next);
        }
      }
      return bounds[wanted];
    }

    private double bound(int gate) {
      double[] children =
          Arrays.stream(run.graph().children(gate)).mapToDouble(c -> bounds[c]).sorted().toArray();
      int needed = run.graph().tolerates(gate) + 1;
      double markov = Arrays.stream(children).sum() / needed;
      double smallest = Arrays.stream(children).limit(children.length - needed + 1L).sum();
      double sum = children.length < needed ? 0 : Math.min(markov, smallest);
      for (int failure : run.allOwn(gate)) {
        sum += chances[events.ofFailure(failure)];
      }
      int service = events.ofService(gate);
      return Math.min(1, service < 0 ? sum : sum + chances[service]);
    }
  }
}
