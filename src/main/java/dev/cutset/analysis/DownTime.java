package dev.cutset.analysis;

import dev.cutset.architecture.Component;
import dev.cutset.architecture.Replica;
import dev.cutset.catalog.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One entry point under one completion, as a function of what can fail.
 *
 * <p>Domains are decided before what is in them, so that what many things share is decided once.
 * Within cycles the functions grow from never until they are stable, as the sets of failures do.
 */
final class DownTime {
  private static final int MOST_EVENTS = 4_000;

  private final Run run;
  private final int root;
  private final List<Component> components;
  private final Map<Integer, Integer> variableOfFailure = new LinkedHashMap<>();
  private final Map<Component, Integer> variableOfService = new LinkedHashMap<>();
  private final List<Failure> failures = new ArrayList<>();
  private final Map<String, Component> owners = new HashMap<>();
  private final List<Integer> gates;
  private final Bdd bdd;
  private int function = -1;

  DownTime(Run run, int entryPoint, int limit) {
    this.run = run;
    this.root = run.graph().gateOfEntryPoint(entryPoint);
    this.components = run.componentsBelow(root);
    this.gates = below();
    this.bdd = new Bdd(limit);
    number();
    try {
      function = compile();
    } catch (Bdd.TooLargeException e) {
      function = -1;
    }
  }

  boolean isExact() {
    return function >= 0;
  }

  /** What the entry point needs. */
  List<Component> components() {
    return components;
  }

  /** The failure domains that have a say, the largest first. */
  List<Failure> domains() {
    return failures.stream().filter(failure -> failure.scope() != Scope.INSTANCE).toList();
  }

  /** How likely each event is. */
  double[] chances(ToDoubleFunction<Failure> domains, ToDoubleFunction<Component> parts) {
    double[] chances = new double[variableOfFailure.size() + variableOfService.size()];
    int next = 0;
    for (int variable : variableOfFailure.values()) {
      Failure failure = failures.get(next++);
      Component owner = owners.get(failure.key());
      chances[variable] =
          owner == null ? domains.applyAsDouble(failure) : parts.applyAsDouble(owner);
    }
    variableOfService.forEach(
        (component, variable) -> chances[variable] = parts.applyAsDouble(component));
    return chances;
  }

  /** The same chances, if a component never failed by itself. */
  double[] without(Component component, double[] chances) {
    double[] fewer = chances.clone();
    Integer service = variableOfService.get(component);
    if (service != null) {
      fewer[service] = 0;
    }
    int next = 0;
    for (int variable : variableOfFailure.values()) {
      if (component.equals(owners.get(failures.get(next++).key()))) {
        fewer[variable] = 0;
      }
    }
    return fewer;
  }

  /** How much of the time it is down; where that cannot be worked out, at least that much. */
  double least(double[] chances) {
    if (isExact()) {
      return bdd.probability(function, chances);
    }
    double up = 1;
    for (int failure : cuts()) {
      up *= 1 - chances[variableOfFailure.getOrDefault(failure, 0)];
    }
    return 1 - up;
  }

  /** How much of the time it is down; where that cannot be worked out, at most that much. */
  double most(double[] chances) {
    return isExact() ? bdd.probability(function, chances) : new Bound(chances).of(root);
  }

  private int[] cuts() {
    return Arrays.stream(variableOfFailure.keySet().stream().mapToInt(i -> i).toArray())
        .filter(failure -> run.isDown(root, failure))
        .toArray();
  }

  private void number() {
    Set<Integer> seen = new LinkedHashSet<>();
    for (int gate : gates) {
      for (int failure : run.allOwn(gate)) {
        seen.add(failure);
      }
    }
    for (Component component : components) {
      for (Replica replica : component.replicas()) {
        owners.put("replica:" + replica.id(), component);
      }
    }
    List<Integer> order = new ArrayList<>(seen);
    // Stable: copies stay in the order in which the graph leads to them.
    order.sort(Comparator.comparing(this::scope, Comparator.reverseOrder()));
    int next = 0;
    for (int failure : order) {
      variableOfFailure.put(failure, next++);
      failures.add(run.failure(failure));
    }
    for (Component component : components) {
      if (!component.replicas().isEmpty()
          && component.replicas().stream().noneMatch(Replica::failsAlone)) {
        variableOfService.put(component, next++);
      }
    }
  }

  private Scope scope(int failure) {
    return run.failure(failure).scope();
  }

  /** All gates that the entry point depends on, the ones further below first where there is one. */
  private List<Integer> below() {
    List<Integer> order = new ArrayList<>();
    StrongComponents parts = new StrongComponents(run.graph().size(), run.graph()::children);
    boolean[] wanted = new boolean[run.graph().size()];
    wanted[root] = true;
    for (int part = parts.count() - 1; part >= 0; part--) {
      int[] gates = parts.part(part);
      boolean any = Arrays.stream(gates).anyMatch(gate -> wanted[gate]);
      if (any) {
        for (int gate : gates) {
          order.add(gate);
          for (int child : run.graph().children(gate)) {
            wanted[child] = true;
          }
        }
      }
    }
    Collections.reverse(order);
    return order;
  }

  private int compile() {
    // Operations descend once for each event, and the stack of a thread is finite.
    if (variableOfFailure.size() + variableOfService.size() > MOST_EVENTS) {
      throw new Bdd.TooLargeException();
    }
    int[] functions = new int[run.graph().size()];
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int gate : gates) {
        int next = function(gate, functions);
        changed |= next != functions[gate];
        functions[gate] = next;
      }
    }
    return functions[root];
  }

  private int function(int gate, int[] functions) {
    int[] children =
        Arrays.stream(run.graph().children(gate)).map(child -> functions[child]).toArray();
    int down =
        children.length > run.graph().tolerates(gate)
            ? bdd.atLeast(run.graph().tolerates(gate) + 1, children)
            : Bdd.FALSE;
    for (int failure : run.allOwn(gate)) {
      down = bdd.or(down, bdd.variable(variableOfFailure.getOrDefault(failure, 0)));
    }
    Integer service = service(gate);
    return service == null ? down : bdd.or(down, bdd.variable(service));
  }

  private @Nullable Integer service(int gate) {
    return run.graph().isComponent(gate)
        ? variableOfService.get(run.graph().component(gate))
        : null;
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
        sum += chances[variableOfFailure.getOrDefault(failure, 0)];
      }
      Integer service = service(gate);
      return Math.min(1, service == null ? sum : sum + chances[service]);
    }
  }
}
