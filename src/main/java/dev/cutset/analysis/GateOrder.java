package dev.cutset.analysis;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The gates of a graph, each after those below it; within a cycle in one order of many. */
final class GateOrder {
  private final Graph graph;
  private final int[] order;
  private final int[] position;

  GateOrder(Graph graph) {
    this.graph = graph;
    this.order = new int[graph.size()];
    this.position = new int[graph.size()];
    StrongComponents parts = new StrongComponents(graph.size(), graph::children);
    int next = 0;
    for (int number = 0; number < parts.count(); number++) {
      int[] part = parts.part(number);
      for (int i = part.length - 1; i >= 0; i--) {
        order[next] = part[i];
        position[part[i]] = next++;
      }
    }
  }

  int gate(int position) {
    return order[position];
  }

  int position(int gate) {
    return position[gate];
  }

  /** A gate and all that it depends on, in order; costs as much as there is of that. */
  int[] below(int root) {
    int[] found = topDown(root);
    for (int i = 0; i < found.length; i++) {
      found[i] = position[found[i]];
    }
    Arrays.sort(found);
    for (int i = 0; i < found.length; i++) {
      found[i] = order[found[i]];
    }
    return found;
  }

  /** The same, as one comes to them from the gate: each child with all below it before the next. */
  int[] topDown(int root) {
    Set<Integer> seen = new HashSet<>();
    int[] found = new int[16];
    int[] open = new int[16];
    int count = 0;
    int waiting = 0;
    open[waiting++] = root;
    while (waiting > 0) {
      int gate = open[--waiting];
      if (!seen.add(gate)) {
        continue;
      }
      found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
      found[count++] = gate;
      int[] children = graph.children(gate);
      if (waiting + children.length > open.length) {
        open = Arrays.copyOf(open, 2 * (waiting + children.length));
      }
      for (int i = children.length - 1; i >= 0; i--) {
        open[waiting++] = children[i];
      }
    }
    return Arrays.copyOf(found, count);
  }
}
