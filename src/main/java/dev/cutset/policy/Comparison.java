package dev.cutset.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What became of the findings of a stack between two looks at it; those that are waived count.
 *
 * @param added what was not there before
 * @param worse what was there, but is certain now, blocks now, or takes more down
 * @param kept what was there and is no worse
 * @param removed what is there no longer
 */
public record Comparison(
    Judgement before,
    Judgement after,
    List<Finding> added,
    List<Finding> worse,
    List<Finding> kept,
    List<Finding> removed) {

  public Comparison {
    added = List.copyOf(added);
    worse = List.copyOf(worse);
    kept = List.copyOf(kept);
    removed = List.copyOf(removed);
  }

  public static Comparison of(Judgement before, Judgement after) {
    List<Finding> added = new ArrayList<>();
    List<Finding> worse = new ArrayList<>();
    List<Finding> kept = new ArrayList<>();
    KnownFindings known = KnownFindings.of(all(before));
    for (Finding finding : all(after)) {
      if (known.cover(finding)) {
        kept.add(finding);
      } else if (known.akinTo(finding.cause()).isEmpty()) {
        added.add(finding);
      } else {
        worse.add(finding);
      }
    }
    KnownFindings now = KnownFindings.of(all(after));
    List<Finding> removed =
        all(before).stream().filter(finding -> now.akinTo(finding.cause()).isEmpty()).toList();
    return new Comparison(before, after, added, worse, kept, removed);
  }

  /** Whether the change brings something that keeps the stack from being provisioned. */
  public boolean addsWhatBlocks() {
    return Stream.concat(added.stream(), worse.stream())
        .anyMatch(finding -> finding.blocks() && after.findings().contains(finding));
  }

  private static List<Finding> all(Judgement judgement) {
    List<Finding> all = new ArrayList<>(judgement.findings());
    all.addAll(judgement.baselined());
    judgement.waived().forEach(waived -> all.add(waived.finding()));
    return all;
  }
}
