package dev.cutset.analysis;

import dev.cutset.architecture.Component;
import dev.cutset.architecture.Replica;
import dev.cutset.catalog.Scope;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * What can happen to one entry point, in the order in which a diagram decides it: domains before
 * what is in them, so that what many things share is decided once; then copies and services as one
 * comes to them from the entry point, so that what is joined to a function goes on top of it.
 */
final class Events {
  private final Run run;
  private final Map<Integer, Integer> ofFailure = new LinkedHashMap<>();
  private final Map<Integer, Integer> ofService = new HashMap<>();
  private final Map<Urn, List<Integer>> ofComponent = new HashMap<>();
  private final List<Component> components = new ArrayList<>();
  private final List<Failure> domains = new ArrayList<>();

  /**
   * What can happen.
   *
   * @param gates the root's and all below it, in order
   */
  Events(Run run, int root, int[] gates) {
    this.run = run;
    numberDomains(gates);
    for (int gate : run.order().topDown(root)) {
      numberParts(gate);
    }
  }

  private void numberDomains(int[] gates) {
    Set<Integer> seen = new LinkedHashSet<>();
    for (int gate : gates) {
      for (int failure : run.allOwn(gate)) {
        if (run.failure(failure).scope() != Scope.INSTANCE) {
          seen.add(failure);
        }
      }
    }
    List<Integer> order = new ArrayList<>(seen);
    order.sort(
        Comparator.comparing(
            (Integer failure) -> run.failure(failure).scope(), Comparator.reverseOrder()));
    for (int failure : order) {
      ofFailure.put(failure, ofFailure.size());
      domains.add(run.failure(failure));
    }
  }

  private void numberParts(int gate) {
    Graph graph = run.graph();
    if (graph.isComponent(gate) && failsAsAWhole(graph.component(gate))) {
      note(graph.component(gate));
      ofService.put(gate, size());
    }
    for (int failure : graph.own(gate)) {
      if (run.failure(failure).scope() == Scope.INSTANCE) {
        note(graph.component(graph.owner(gate)));
        ofFailure.put(failure, size());
      }
    }
  }

  /** The next event is one of the component's. */
  private void note(Component component) {
    ofComponent
        .computeIfAbsent(
            component.id(),
            id -> {
              components.add(component);
              return new ArrayList<>();
            })
        .add(size());
  }

  private static boolean failsAsAWhole(Component component) {
    return !component.replicas().isEmpty()
        && component.replicas().stream().noneMatch(Replica::failsAlone);
  }

  int size() {
    return ofFailure.size() + ofService.size();
  }

  /** The failure domains that have a say, the largest first. */
  List<Failure> domains() {
    return domains;
  }

  /** The failures that have a say. */
  Collection<Integer> failures() {
    return ofFailure.keySet();
  }

  int ofFailure(int failure) {
    return ofFailure.getOrDefault(failure, -1);
  }

  /** That the component of this gate fails as a whole; -1 where none does. */
  int ofService(int gate) {
    return ofService.getOrDefault(gate, -1);
  }

  /** By what a component fails by itself. */
  List<Integer> of(Component component) {
    return ofComponent.getOrDefault(component.id(), List.of());
  }

  /** How likely each event is. */
  double[] chances(ToDoubleFunction<Failure> ofDomain, ToDoubleFunction<Component> ofPart) {
    double[] chances = new double[size()];
    for (int i = 0; i < domains.size(); i++) {
      chances[i] = ofDomain.applyAsDouble(domains.get(i));
    }
    for (Component component : components) {
      double chance = ofPart.applyAsDouble(component);
      of(component).forEach(event -> chances[event] = chance);
    }
    return chances;
  }

  /** The same chances, if a component never failed by itself. */
  double[] without(Component component, double[] chances) {
    double[] fewer = chances.clone();
    of(component).forEach(event -> fewer[event] = 0);
    return fewer;
  }
}
