package dev.cutset.analysis;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Counts in how many sets of failures each failure is; for one thread. */
final class Tally {
  private final IntUnaryOperator standIns;
  private final int[] counts;
  private int[] touched = new int[64];
  private int size;

  /**
   * Counts nothing yet.
   *
   * @param failures how many failures there are
   * @param standIns for a failure the one that stands for it, or -1
   */
  Tally(int failures, IntUnaryOperator standIns) {
    this.counts = new int[failures];
    this.standIns = standIns;
  }

  /** Counts what is in one more set. */
  void add(int[] set) {
    for (int failure : set) {
      touch(failure);
      counts[failure]++;
    }
  }

  /** Counts these more often than there are sets. */
  void addAlways(int[] set) {
    for (int failure : set) {
      touch(failure);
      counts[failure] = Integer.MAX_VALUE;
    }
  }

  /**
   * What was in more than so many sets, ascending, without what another among it stands for; then
   * counts anew.
   */
  int[] take(int tolerated) {
    int[] result = new int[size];
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (isKept(touched[i], tolerated)) {
        result[kept++] = touched[i];
      }
    }
    for (int i = 0; i < size; i++) {
      counts[touched[i]] = 0;
    }
    result = kept == size ? result : Arrays.copyOf(result, kept);
    size = 0;
    Arrays.sort(result);
    return result;
  }

  private void touch(int failure) {
    if (counts[failure] > 0) {
      return;
    }
    if (size == touched.length) {
      touched = Arrays.copyOf(touched, size * 2);
    }
    touched[size++] = failure;
  }

  /** Whether more sets hold the failure, or the one that stands for it. */
  private boolean isKept(int failure, int tolerated) {
    int standIn = standIns.applyAsInt(failure);
    if (standIn < 0) {
      return counts[failure] > tolerated;
    }
    return counts[standIn] <= tolerated && (long) counts[failure] + counts[standIn] > tolerated;
  }
}
