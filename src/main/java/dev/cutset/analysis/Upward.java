package dev.cutset.analysis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** The graph of a run read from below: what a failure strikes, and what is next to look at then. */
final class Upward {
  private static final int[] NONE = {};

  private final Run run;
  private final int[][] parents;
  private final Map<Integer, int[]> struck = new HashMap<>();

  Upward(Run run) {
    this.run = run;
    Graph graph = run.graph();
    int[] counts = new int[graph.size()];
    for (int gate = 0; gate < graph.size(); gate++) {
      for (int child : graph.children(gate)) {
        counts[child]++;
      }
    }
    parents = Arrays.stream(counts).mapToObj(int[]::new).toArray(int[][]::new);
    for (int gate = 0; gate < graph.size(); gate++) {
      for (int child : graph.children(gate)) {
        parents[child][--counts[child]] = gate;
      }
    }
    Map<Integer, IntStream.Builder> byFailure = new HashMap<>();
    for (int gate = 0; gate < graph.size(); gate++) {
      for (int failure : graph.own(gate)) {
        byFailure.computeIfAbsent(failure, number -> IntStream.builder()).add(gate);
      }
    }
    byFailure.forEach((failure, gates) -> struck.put(failure, gates.build().toArray()));
  }

  /** The gates that have this one as a child, once for each time. */
  int[] parents(int gate) {
    return parents[gate];
  }

  /** The gates of which the failure is one of their own. */
  int[] struckBy(int failure) {
    int[] gates = struck.getOrDefault(failure, NONE);
    int[] others = struck.getOrDefault(run.standIn(failure), NONE);
    if (others.length == 0) {
      return gates;
    }
    return IntStream.concat(Arrays.stream(gates), Arrays.stream(others)).toArray();
  }
}
