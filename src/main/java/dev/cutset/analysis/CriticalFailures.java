package dev.cutset.analysis;

import java.util.Arrays;

/**
 * For every gate, the failures that alone take it down.
 *
 * <p>The set of a gate follows from those of its children: what is in more of them than it
 * tolerates, and its own. Within a cycle the sets start empty and grow until they are stable, which
 * is the greatest fixed point of health: things that need only each other are up.
 */
final class CriticalFailures {
  private static final int[] NONE = {};

  private final Graph graph;
  private final int[][] sets;
  private final int[] counts;
  private int[] touched = new int[64];

  CriticalFailures(Graph graph, int failures) {
    this.graph = graph;
    this.sets = new int[graph.size()][];
    this.counts = new int[failures];
    Arrays.fill(sets, NONE);
    StrongComponents parts = new StrongComponents(graph.size(), graph::children);
    for (int part = 0; part < parts.count(); part++) {
      solve(parts.part(part));
    }
  }

  /** The numbers of the failures, ascending; not to be changed. */
  int[] of(int gate) {
    return sets[gate];
  }

  boolean takesDown(int failure, int gate) {
    return Arrays.binarySearch(sets[gate], failure) >= 0;
  }

  private void solve(int[] part) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int gate : part) {
        int[] next = combine(gate);
        changed |= next.length != sets[gate].length;
        sets[gate] = next;
      }
      // A gate that is its own child gains nothing from a second look: it is down by others first.
      if (part.length == 1) {
        return;
      }
    }
  }

  private int[] combine(int gate) {
    int[] children = graph.children(gate);
    int[] own = graph.own(gate);
    int tolerated = graph.tolerates(gate);
    if (own.length == 0 && tolerated == 0) {
      int only = onlyNonEmpty(children);
      if (only >= 0) {
        return sets[only];
      }
    }
    if (own.length > 0 && Arrays.stream(children).allMatch(child -> sets[child].length == 0)) {
      return own;
    }
    int size = 0;
    for (int child : children) {
      for (int failure : sets[child]) {
        if (counts[failure]++ == 0) {
          size = touch(failure, size);
        }
      }
    }
    for (int failure : own) {
      if (counts[failure] == 0) {
        size = touch(failure, size);
      }
      counts[failure] = Integer.MAX_VALUE;
    }
    return collect(size, tolerated);
  }

  private int touch(int failure, int size) {
    if (size == touched.length) {
      touched = Arrays.copyOf(touched, size * 2);
    }
    touched[size] = failure;
    return size + 1;
  }

  private int[] collect(int size, int tolerated) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      int failure = touched[i];
      if (counts[failure] > tolerated) {
        touched[kept++] = failure;
      }
      counts[failure] = 0;
    }
    int[] result = Arrays.copyOf(touched, kept);
    Arrays.sort(result);
    return result;
  }

  /** The only child with anything in its set, or any child if none has; -1 if there are more. */
  private int onlyNonEmpty(int[] children) {
    int found = -1;
    for (int child : children) {
      if (sets[child].length > 0) {
        if (found >= 0 && sets[found].length > 0) {
          return -1;
        }
        found = child;
      } else if (found < 0) {
        found = child;
      }
    }
    return found;
  }
}
