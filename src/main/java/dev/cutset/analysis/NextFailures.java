package dev.cutset.analysis;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What takes an entry point down next, once a first failure has happened.
 *
 * <p>After the first failure the sets of {@link CriticalFailures} are the same, but for gates above
 * what it struck. These are worked out anew from those that are known, the lowest first; each costs
 * as much as before. A gate that is down by then holds every failure, and is not listed. Within a
 * cycle sets go on from what they were, since the first failure makes none of them smaller. For one
 * thread.
 */
final class NextFailures {
  /** Stands for a gate that is down already; no failure has this number. */
  private static final int[] DOWN = {-1};

  private final Run run;
  private final Graph graph;
  private final Upward upward;
  private final Tally tally;
  private final Set<Integer> entryPoints = new HashSet<>();
  private final Map<Integer, int[]> changed = new HashMap<>();
  private final BitSet open = new BitSet();

  NextFailures(Run run) {
    this.run = run;
    this.graph = run.graph();
    this.upward = new Upward(run);
    this.tally = new Tally(run.failures(), run::standIn);
    for (int i = 0; i < run.architecture().entryPoints().size(); i++) {
      entryPoints.add(graph.gateOfEntryPoint(i));
    }
  }

  /**
   * The failures that take an entry point down together with the first one, where neither does so
   * by itself.
   */
  BitSet after(int first) {
    changed.clear();
    for (int gate : upward.struckBy(first)) {
      changed.put(gate, DOWN);
      open(upward.parents(gate));
    }
    for (int at = open.nextSetBit(0); at >= 0; at = open.nextSetBit(at)) {
      open.clear(at);
      at = settle(run.order().gate(at), at);
    }
    BitSet found = new BitSet();
    changed.forEach((gate, set) -> collect(gate, set, found));
    found.clear(first);
    return found;
  }

  /** Works one gate out anew, and says from where on there may be others to work out. */
  private int settle(int gate, int at) {
    int[] before = now(gate);
    if (isDown(before)) {
      return at;
    }
    int[] next = combine(gate);
    if (!Arrays.equals(next, before)) {
      changed.put(gate, next);
      return Math.min(at, open(upward.parents(gate)));
    }
    return at;
  }

  private int open(int[] gates) {
    int lowest = Integer.MAX_VALUE;
    for (int gate : gates) {
      int position = run.order().position(gate);
      open.set(position);
      lowest = Math.min(lowest, position);
    }
    return lowest;
  }

  private int[] now(int gate) {
    int @Nullable [] set = changed.get(gate);
    return set != null ? set : run.cutsOfGate(gate);
  }

  private int[] combine(int gate) {
    int[] children = graph.children(gate);
    int tolerated = graph.tolerates(gate);
    for (int child : children) {
      tolerated -= isDown(now(child)) ? 1 : 0;
    }
    if (tolerated < 0) {
      return DOWN;
    }
    for (int child : children) {
      int[] set = now(child);
      if (!isDown(set)) {
        tally.add(set);
      }
    }
    tally.addAlways(graph.own(gate));
    return tally.take(tolerated);
  }

  private static boolean isDown(int[] set) {
    return Arrays.equals(set, DOWN);
  }

  private void collect(int gate, int[] set, BitSet found) {
    if (isDown(set) || !entryPoints.contains(gate)) {
      return;
    }
    for (int failure : set) {
      note(gate, failure, found);
      run.stoodForBy(failure).forEach(other -> note(gate, other, found));
    }
  }

  private void note(int gate, int failure, BitSet found) {
    if (!run.isDown(gate, failure)) {
      found.set(failure);
    }
  }
}
