package dev.cutset.policy;

import dev.cutset.analysis.Verdict;
import java.util.List;

/**
 * A finding as it is remembered: by its cause, and how bad it was.
 *
 * @param certain whether it was certain, and not for a value to decide that is not known yet
 * @param blocks whether it kept the stack from being provisioned
 * @param entryPoints the names of what went down
 * @param title what it was called, for people
 */
public record Known(
    Cause cause, boolean certain, boolean blocks, List<String> entryPoints, String title) {

  public Known {
    entryPoints = entryPoints.stream().distinct().sorted().toList();
  }

  public static Known of(Finding finding) {
    return new Known(
        finding.cause(),
        finding.verdict() == Verdict.DOWN,
        finding.blocks(),
        finding.entryPoints(),
        finding.title());
  }

  /**
   * Whether the finding says nothing that was not known: what was merely possible has not become
   * certain, what did not block does not block, and nothing else goes down or would have to change.
   */
  public boolean covers(Finding finding) {
    return cause.includes(finding.cause())
        && (blocks || !finding.blocks())
        && (certain || finding.verdict() != Verdict.DOWN)
        && entryPoints.containsAll(finding.entryPoints());
  }
}
