package dev.cutset.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One finder of causes for each failure.
 *
 * <p>What it found of a failure is kept only while another entry point may ask for it: in a chain
 * of needs each finder holds all that is above its failure.
 */
final class CauseFinders {
  private final Run run;
  private final int[] asking;
  private final Bystanders bystanders;
  private final Map<Integer, CauseFinder> finders = new HashMap<>();

  CauseFinders(Run run) {
    this.run = run;
    this.asking = new int[run.failures()];
    this.bystanders = new Bystanders(run);
    for (int i = 0; i < run.architecture().entryPoints().size(); i++) {
      for (int failure : run.cutsOf(i)) {
        asking[failure]++;
      }
    }
  }

  /** What is to blame for it that a failure takes a gate down. */
  Set<List<Integer>> causes(int failure, int gate) {
    return bystanders.leaveOut(failure, gate, of(failure).of(gate));
  }

  CauseFinder of(int failure) {
    // What stands for others is asked for its exceptions first, and those are in no set themselves.
    boolean once = asking[failure] == 1 && run.stoodForBy(failure).isEmpty();
    return once
        ? new CauseFinder(run, failure)
        : finders.computeIfAbsent(failure, id -> new CauseFinder(run, id));
  }
}
