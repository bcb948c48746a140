package dev.cutset.report;

import dev.cutset.analysis.Availability;
import dev.cutset.policy.Fix;
import java.util.List;

/**
 * How much of the time entry points are down, and what fixes would change.
 *
 * @param gains in the order of the plan of fixes
 * @param terraform whether the author of the stack writes Terraform
 */
public record AvailabilityPage(
    List<Availability> entryPoints, List<Gain> gains, boolean terraform) {

  public AvailabilityPage {
    entryPoints = List.copyOf(entryPoints);
    gains = List.copyOf(gains);
  }

  /**
   * A fix by itself.
   *
   * @param entryPoints how much of the time they would be down, in the same order
   */
  public record Gain(Fix fix, List<Availability> entryPoints) {
    public Gain {
      entryPoints = List.copyOf(entryPoints);
    }
  }

  /** What a fix sets, each property by the name that the author has for it, and the value. */
  List<String> set(Fix fix, String becomes) {
    Snippet snippet = Snippet.of(fix, terraform);
    return fix.changes().stream()
        .map(change -> snippet.written(change.property()) + becomes + Wording.value(change.to()))
        .toList();
  }
}
