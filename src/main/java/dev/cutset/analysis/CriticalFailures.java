package dev.cutset.analysis;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * For every gate, the failures that alone take it down.
 *
 * <p>The set of a gate follows from those of its children: what is in more of them than it
 * tolerates, and its own. Within a cycle the sets start empty and grow until they are stable, which
 * is the greatest fixed point of health: things that need only each other are up.
 *
 * <p>A failure can stand for others, which then take down at least what it takes down. A set that
 * holds it does not list them: a region can have as many zones as there are services in it.
 */
final class CriticalFailures {
  private static final int[] NONE = {};

  /** So many numbers in all sets, of four bytes each, can be held. */
  static final int MOST = 100_000_000;

  private final Graph graph;
  private final IntUnaryOperator standIns;
  private final int most;
  private final int[][] sets;
  private final Tally tally;
  private long collected;

  /**
   * Solves a graph.
   *
   * @param failures how many failures there are
   * @param standIns for a failure the one that stands for it, or -1
   * @param most how many numbers may be in all sets together
   */
  CriticalFailures(Graph graph, int failures, IntUnaryOperator standIns, int most) {
    this.graph = graph;
    this.standIns = standIns;
    this.most = most;
    this.sets = new int[graph.size()][];
    this.tally = new Tally(failures, standIns);
    Arrays.fill(sets, NONE);
    StrongComponents parts = new StrongComponents(graph.size(), graph::children);
    for (int part = 0; part < parts.count(); part++) {
      solve(parts.part(part));
    }
  }

  /**
   * The numbers of the failures, ascending, without those that one of them stands for; not to be
   * changed.
   */
  int[] of(int gate) {
    return sets[gate];
  }

  boolean takesDown(int failure, int gate) {
    int[] set = sets[gate];
    if (set.length == 0) {
      return false;
    }
    int standIn = standIns.applyAsInt(failure);
    return Arrays.binarySearch(set, failure) >= 0
        || (standIn >= 0 && Arrays.binarySearch(set, standIn) >= 0);
  }

  private void solve(int[] part) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int gate : part) {
        int[] next = combine(gate);
        changed |= !Arrays.equals(next, sets[gate]);
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
    for (int child : children) {
      tally.add(sets[child]);
    }
    tally.addAlways(own);
    int[] result = tally.take(tolerated);
    collected += result.length;
    if (collected > most) {
      throw new TooEntangledException(
          "the parts of this stack that single failures take down are", most);
    }
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
