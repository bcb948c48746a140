package dev.cutset.analysis;

import dev.cutset.catalog.Scope;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Finds the pairs of failures that can do more than each of the two, among all that there are.
 *
 * <p>No pair that does more is left out; whether one does, a {@link Rehearsal} says. A zone that is
 * not known yet can turn out to be any of its region, so that a pair is found for all of them.
 */
final class PairFinder {
  private final Analysis analysis;
  private final Map<String, Integer> losses = new HashMap<>();
  private final Map<Integer, BitSet> settled = new HashMap<>();
  private final List<BitSet> pairs = new ArrayList<>();
  private final int most;
  private int found;

  /**
   * Looks for pairs.
   *
   * @param losses the failures that pairs are made of
   * @param most how many pairs may be found
   */
  PairFinder(Analysis analysis, List<Loss> losses, int most) {
    this.analysis = analysis;
    this.most = most;
    for (Loss loss : losses) {
      this.losses.put(loss.key(), pairs.size());
      pairs.add(new BitSet());
    }
  }

  /** For each failure those that come later and with which it may do more. */
  List<BitSet> find() {
    Run kindest = analysis.run(Verdict.DOWN);
    Run harshest = analysis.run(Verdict.UNKNOWN);
    find(kindest, this::itself);
    if (harshest != kindest) {
      find(harshest, number -> settled.computeIfAbsent(number, this::turningOutAs));
    }
    return pairs;
  }

  private void find(Run run, IntFunction<BitSet> lossesOf) {
    NextFailures next = new NextFailures(run);
    for (int first = 0; first < analysis.failures().size(); first++) {
      BitSet ones = lossesOf.apply(first);
      if (!ones.isEmpty()) {
        BitSet others = new BitSet();
        next.after(first).stream().forEach(second -> others.or(lossesOf.apply(second)));
        ones.stream().forEach(one -> add(one, others));
      }
    }
  }

  /** Each pair is found from both sides, and noted at the first. */
  private void add(int one, BitSet others) {
    BitSet later = pairs.get(one);
    found -= later.cardinality();
    later.or(others);
    later.clear(0, one + 1);
    found += later.cardinality();
    if (found > most) {
      throw new TooManyPairsException(most);
    }
  }

  private BitSet itself(int number) {
    BitSet itself = new BitSet();
    int loss = losses.getOrDefault(analysis.failure(number).key(), -1);
    if (loss >= 0) {
      itself.set(loss);
    }
    return itself;
  }

  /** What may turn out to be this failure: itself, and zones of its region not known yet. */
  private BitSet turningOutAs(int number) {
    Failure failure = analysis.failure(number);
    BitSet found = itself(number);
    if (failure.scope() == Scope.ZONE) {
      losses.forEach(
          (key, loss) -> {
            int stranger = key.indexOf("/?");
            if (stranger >= 0 && failure.key().startsWith(key.substring(0, stranger + 1))) {
              found.set(loss);
            }
          });
    }
    return found;
  }
}
