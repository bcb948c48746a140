package dev.cutset.analysis;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * The strongly connected parts of a graph, each after all that it points to (Tarjan 1972, with its
 * recursion unrolled so that a long chain cannot exhaust the thread's stack).
 */
final class StrongComponents {
  private static final int UNSEEN = -1;

  private final IntFunction<int[]> edges;
  private final int[] index;
  private final int[] low;
  private final boolean[] open;
  private final int[] path;
  private final int[] nextEdge;
  private final int[] waiting;
  private final int[] order;
  private final int[] ends;
  private int seen;
  private int waitingSize;
  private int ordered;
  private int parts;

  StrongComponents(int size, IntFunction<int[]> edges) {
    this.edges = edges;
    index = new int[size];
    Arrays.fill(index, UNSEEN);
    low = new int[size];
    open = new boolean[size];
    path = new int[size];
    nextEdge = new int[size];
    waiting = new int[size];
    order = new int[size];
    ends = new int[size];
    for (int node = 0; node < size; node++) {
      if (index[node] == UNSEEN) {
        explore(node);
      }
    }
  }

  int count() {
    return parts;
  }

  /** The nodes of one part. */
  int[] part(int number) {
    return Arrays.copyOfRange(order, number == 0 ? 0 : ends[number - 1], ends[number]);
  }

  private void explore(int root) {
    int depth = 0;
    enter(root);
    path[depth++] = root;
    while (depth > 0) {
      int node = path[depth - 1];
      int[] targets = edges.apply(node);
      if (nextEdge[node] < targets.length) {
        int target = targets[nextEdge[node]++];
        if (index[target] == UNSEEN) {
          enter(target);
          path[depth++] = target;
        } else if (open[target]) {
          low[node] = Math.min(low[node], index[target]);
        }
      } else {
        depth--;
        if (depth > 0) {
          low[path[depth - 1]] = Math.min(low[path[depth - 1]], low[node]);
        }
        if (low[node] == index[node]) {
          close(node);
        }
      }
    }
  }

  private void enter(int node) {
    index[node] = seen;
    low[node] = seen++;
    open[node] = true;
    waiting[waitingSize++] = node;
  }

  private void close(int root) {
    int node;
    do {
      node = waiting[--waitingSize];
      open[node] = false;
      order[ordered++] = node;
    } while (node != root);
    ends[parts++] = ordered;
  }
}
