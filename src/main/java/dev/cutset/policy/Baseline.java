package dev.cutset.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Yesterday's findings, so that only new ones fail the build.
 *
 * <p>A finding is known by its cause, and only as bad as it was: one that has become worse is not
 * hidden by what it was before.
 */
public record Baseline(List<Known> findings) {
  /** So that two people who write the same baseline write the same bytes. */
  private static final Comparator<Known> ORDER =
      Comparator.comparing((Known known) -> known.cause().policy())
          .thenComparing(known -> known.cause().failure())
          .thenComparing(known -> known.cause().resources().get(0))
          .thenComparing(known -> known.cause().fingerprint());

  public Baseline {
    findings = findings.stream().sorted(ORDER).toList();
  }

  /** All that was found in a stack, but for what is waived: a waiver has an end of its own. */
  public static Baseline of(Judgement judgement) {
    List<Finding> all = new ArrayList<>(judgement.findings());
    all.addAll(judgement.baselined());
    return new Baseline(all.stream().map(Known::of).toList());
  }

  /**
   * What becomes of findings before this baseline.
   *
   * @param known what it knows
   * @param worse what it knows as milder than it is now
   * @param added what it does not know
   * @param fixed what it knows and is there no longer, waived or not
   */
  public record Split(
      List<Finding> known, List<Finding> worse, List<Finding> added, List<Known> fixed) {
    public Split {
      known = List.copyOf(known);
      worse = List.copyOf(worse);
      added = List.copyOf(added);
      fixed = List.copyOf(fixed);
    }

    /** Whether something that blocks is there which the baseline does not know, or not so bad. */
    public boolean blocks() {
      return added.stream().anyMatch(Finding::blocks) || worse.stream().anyMatch(Finding::blocks);
    }
  }

  public Split split(Judgement judgement) {
    KnownFindings index = new KnownFindings(findings);
    List<Finding> known = new ArrayList<>();
    List<Finding> worse = new ArrayList<>();
    List<Finding> added = new ArrayList<>();
    for (Finding finding : judgement.findings()) {
      if (index.cover(finding)) {
        known.add(finding);
      } else if (index.akinTo(finding.cause()).isEmpty()) {
        added.add(finding);
      } else {
        worse.add(finding);
      }
    }
    List<Finding> all = new ArrayList<>(judgement.findings());
    judgement.waived().forEach(waived -> all.add(waived.finding()));
    KnownFindings now = KnownFindings.of(all);
    List<Known> fixed = findings.stream().filter(old -> now.akinTo(old.cause()).isEmpty()).toList();
    return new Split(known, worse, added, fixed);
  }
}
