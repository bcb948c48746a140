package dev.cutset.analysis;

import java.util.HashMap;
import java.util.Map;

/**
 * One finder of causes for each failure.
 *
 * <p>What it found of a failure is kept only while another entry point may ask for it: in a chain
 * of needs each finder holds all that is above its failure.
 */
final class CauseFinders {
  private final Run run;
  private final int[] asking;
  private final Map<Integer, CauseFinder> finders = new HashMap<>();

  CauseFinders(Run run) {
    this.run = run;
    this.asking = new int[run.failures()];
    for (int i = 0; i < run.architecture().entryPoints().size(); i++) {
      for (int failure : run.cutsOf(i)) {
        asking[failure]++;
      }
    }
  }

  CauseFinder of(int failure) {
    // What stands for others is asked for its exceptions first, and those are in no set themselves.
    boolean once = asking[failure] == 1 && run.stoodForBy(failure).isEmpty();
    return once
        ? new CauseFinder(run, failure)
        : finders.computeIfAbsent(failure, id -> new CauseFinder(run, id));
  }
}
