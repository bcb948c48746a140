package dev.cutset.pulumi.pack;

import dev.cutset.policy.Severity;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the pack says itself, beside the policies: that part of a preview could not be seen, so that
 * nothing passes for certain.
 */
final class IncompletePreview {
  static final String ID = "INCOMPLETE-PREVIEW";
  static final String TITLE = "Incomplete preview";
  static final String DESCRIPTION =
      "Part of what resources refer to could not be seen in this preview, so that nothing passes"
          + " for certain.";
  static final String REMEDIATION =
      "see to what the warning says; or check again once the stack exists, when everything is known";
  static final Severity SEVERITY = Severity.MEDIUM;

  private static final int SHOWN = 5;

  private IncompletePreview() {}

  /** What is not known, and why. */
  static String text(List<EdgeJoin.Lost> lost, String reason) {
    return "whether the stack survives is not known in full\n"
        + "what "
        + named(lost)
        + " refers to cannot be seen: "
        + reason
        + "\nfix: "
        + REMEDIATION;
  }

  static String named(List<EdgeJoin.Lost> lost) {
    String first =
        lost.stream()
            .limit(SHOWN)
            .map(one -> "`" + one.property() + "` of `" + one.resource().name() + "`")
            .collect(Collectors.joining(", "));
    return lost.size() > SHOWN
        ? first + " and " + (lost.size() - SHOWN) + " more properties"
        : first;
  }
}
