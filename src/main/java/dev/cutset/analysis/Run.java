package dev.cutset.analysis;

import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Completion;
import dev.cutset.architecture.Component;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.architecture.Replica;
import dev.cutset.architecture.Standby;
import dev.cutset.catalog.Scope;
import dev.cutset.stack.Urn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One architecture under one completion, solved. */
final class Run {
  private final Architecture architecture;
  private final DeathSets deaths;
  private final Graph graph;
  private final CriticalFailures critical;
  private final FailureRegistry failures;
  private final Map<Urn, Integer> gateOfEntryPoint = new HashMap<>();
  private @Nullable GateOrder order;

  Run(Architecture architecture, Completion completion, FailureRegistry failures) {
    this.architecture = architecture;
    this.failures = failures;
    this.deaths = new DeathSets(architecture, completion, failures);
    this.graph = new Graph(architecture, deaths);
    this.critical =
        new CriticalFailures(graph, failures.size(), deaths::standIn, CriticalFailures.MOST);
    for (int i = 0; i < architecture.entryPoints().size(); i++) {
      gateOfEntryPoint.put(architecture.entryPoints().get(i).urn(), graph.gateOfEntryPoint(i));
    }
  }

  Architecture architecture() {
    return architecture;
  }

  Graph graph() {
    return graph;
  }

  /** The order of the gates, which not everybody asks for. */
  GateOrder order() {
    if (order == null) {
      order = new GateOrder(graph);
    }
    return order;
  }

  /** Whether no copy is in a zone that is not known yet. */
  boolean knowsAllZones() {
    return deaths.knowAllZones();
  }

  /** How many failures there are in all. */
  int failures() {
    return failures.size();
  }

  Failure failure(int number) {
    return failures.failure(number);
  }

  /**
   * The failures that alone take the entry point down, without those that another one among them
   * stands for.
   */
  int[] cutsOf(int entryPoint) {
    return critical.of(graph.gateOfEntryPoint(entryPoint));
  }

  /** The gate of an entry point, which is known by its URN. */
  int gateOf(EntryPoint entryPoint) {
    Integer gate = gateOfEntryPoint.get(entryPoint.urn());
    if (gate == null) {
      throw new IllegalArgumentException("there is no entry point `" + entryPoint.urn() + "`");
    }
    return gate;
  }

  boolean isDown(int gate, int failure) {
    return critical.takesDown(failure, gate);
  }

  boolean kills(int failure, Replica replica) {
    return deaths.kill(failure, replica);
  }

  /** The failure of the zone that the replica is in; -1 while that is not known. */
  int zoneOf(Replica replica) {
    return replica.placement().zoneKnown()
        ? replica
            .placement()
            .domain()
            .at(Scope.ZONE)
            .map(zone -> failures.number(zone.key()))
            .orElse(-1)
        : -1;
  }

  /** The failures that alone take a gate down, without those that another one stands for. */
  int[] cutsOfGate(int gate) {
    return critical.of(gate);
  }

  /** Whether the failure is one of the gate's own. */
  boolean strikes(int failure, int gate) {
    int[] own = graph.own(gate);
    int standIn = deaths.standIn(failure);
    return Arrays.binarySearch(own, failure) >= 0
        || (standIn >= 0 && Arrays.binarySearch(own, standIn) >= 0);
  }

  /** The failure that stands for this one wherever it is not listed itself; -1 if there is none. */
  int standIn(int failure) {
    return deaths.standIn(failure);
  }

  /** The failures that this one stands for, ascending; none for most. */
  List<Integer> stoodForBy(int failure) {
    return deaths.stoodForBy(failure);
  }

  /** A gate's own failures, ascending, with those that another stands for. */
  int[] allOwn(int gate) {
    int[] own = graph.own(gate);
    if (Arrays.stream(own).allMatch(failure -> stoodForBy(failure).isEmpty())) {
      return own;
    }
    return Arrays.stream(own)
        .flatMap(
            failure ->
                IntStream.concat(
                    IntStream.of(failure),
                    stoodForBy(failure).stream().mapToInt(Integer::intValue)))
        .sorted()
        .distinct()
        .toArray();
  }

  /**
   * Whether a copy that could take over lives through the failure, and has what it needs; what it
   * lacks when a whole region is gone is mended after it.
   */
  boolean survives(Standby standby, int failure) {
    boolean lacking = isDown(graph.gateOfAny(standby.component()), failure);
    return (!lacking || failure(failure).scope().compareTo(Scope.ZONE) > 0)
        && (standby.replicas().isEmpty()
            || standby.replicas().stream().anyMatch(replica -> !kills(failure, replica)));
  }

  /** The gates below a gate that are down, each after the ones below it, except in cycles. */
  List<Integer> downBelow(int gate, int failure) {
    return downBelow(gate, failure, known -> false);
  }

  /** The same, without those that are known already and what lies below them. */
  List<Integer> downBelow(int gate, int failure, IntPredicate known) {
    List<Integer> order = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    Deque<int[]> path = new ArrayDeque<>();
    if (isDown(gate, failure) && !known.test(gate)) {
      seen.add(gate);
      path.push(new int[] {gate, 0});
    }
    while (!path.isEmpty()) {
      int[] top = path.element();
      int[] children = graph.children(top[0]);
      if (top[1] == children.length) {
        order.add(top[0]);
        path.pop();
        continue;
      }
      int child = children[top[1]++];
      if (isDown(child, failure) && !known.test(child) && seen.add(child)) {
        path.push(new int[] {child, 0});
      }
    }
    return order;
  }

  /** The components that these gates need, directly or not, in the order of the architecture. */
  List<Component> componentsBelow(int... gates) {
    Set<Integer> seen = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>();
    for (int gate : gates) {
      if (seen.add(gate)) {
        open.push(gate);
      }
    }
    while (!open.isEmpty()) {
      for (int child : graph.children(open.pop())) {
        if (seen.add(child)) {
          open.push(child);
        }
      }
    }
    return components(seen.stream().mapToInt(gate -> gate));
  }

  /** The components among these gates, in the order of the architecture. */
  List<Component> components(IntStream gates) {
    return gates.filter(graph::isComponent).sorted().mapToObj(graph::component).toList();
  }
}
