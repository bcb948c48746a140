package dev.cutset.analysis;

import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Completion;
import dev.cutset.architecture.Replica;
import dev.cutset.architecture.Standby;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** One architecture under one completion, solved. */
final class Run {
  private final Architecture architecture;
  private final DeathSets deaths;
  private final Graph graph;
  private final CriticalFailures critical;

  Run(Architecture architecture, Completion completion, FailureRegistry failures) {
    this.architecture = architecture;
    this.deaths = new DeathSets(architecture, completion, failures);
    this.graph = new Graph(architecture, deaths);
    this.critical = new CriticalFailures(graph, failures.size());
  }

  Architecture architecture() {
    return architecture;
  }

  Graph graph() {
    return graph;
  }

  /** The failures that alone take the entry point down. */
  int[] cutsOf(int entryPoint) {
    return critical.of(graph.gateOfEntryPoint(entryPoint));
  }

  boolean isDown(int gate, int failure) {
    return critical.takesDown(failure, gate);
  }

  boolean kills(int failure, Replica replica) {
    return Arrays.binarySearch(deaths.of(replica), failure) >= 0;
  }

  /** Whether a copy that could take over lives through the failure. */
  boolean survives(Standby standby, int failure) {
    return standby.replicas().isEmpty()
        || standby.replicas().stream().anyMatch(replica -> !kills(failure, replica));
  }

  /** The gates below a gate that are down, each after the ones below it, except in cycles. */
  List<Integer> downBelow(int gate, int failure) {
    List<Integer> order = new ArrayList<>();
    BitSet seen = new BitSet();
    Deque<int[]> path = new ArrayDeque<>();
    if (isDown(gate, failure)) {
      seen.set(gate);
      path.push(new int[] {gate, 0});
    }
    while (!path.isEmpty()) {
      int[] top = path.peek();
      int[] children = graph.children(top[0]);
      if (top[1] == children.length) {
        order.add(top[0]);
        path.pop();
        continue;
      }
      int child = children[top[1]++];
      if (!seen.get(child) && isDown(child, failure)) {
        seen.set(child);
        path.push(new int[] {child, 0});
      }
    }
    return order;
  }

  /** All gates below a gate, itself included. */
  BitSet below(int gate) {
    BitSet seen = new BitSet();
    Deque<Integer> open = new ArrayDeque<>(List.of(gate));
    seen.set(gate);
    while (!open.isEmpty()) {
      for (int child : graph.children(open.pop())) {
        if (!seen.get(child)) {
          seen.set(child);
          open.push(child);
        }
      }
    }
    return seen;
  }
}
