package dev.cutset.report;

import dev.cutset.policy.Comparison;
import dev.cutset.policy.Finding;
import java.util.ArrayList;
import java.util.List;

/** What a change does to the findings, in one sentence. */
final class ChangeLine {
  private final Comparison comparison;

  ChangeLine(Comparison comparison) {
    this.comparison = comparison;
  }

  String text() {
    List<Finding> added = comparison.added();
    List<Finding> worse = comparison.worse();
    if (added.isEmpty() && worse.isEmpty() && comparison.removed().isEmpty()) {
      return comparison.kept().isEmpty()
          ? "nothing was found before, and nothing after"
          : "nothing changes: " + findings(comparison.kept()) + " before and after";
    }
    List<String> parts = new ArrayList<>();
    if (!added.isEmpty()) {
      parts.add("adds " + findings(added) + blocking(added));
    }
    if (!worse.isEmpty()) {
      parts.add("makes " + findings(worse) + " worse" + blocking(worse));
    }
    if (!comparison.removed().isEmpty()) {
      parts.add("removes " + findings(comparison.removed()));
    }
    if (!comparison.kept().isEmpty()) {
      parts.add("keeps " + findings(comparison.kept()));
    }
    return "the change " + String.join("; ", parts);
  }

  private static String findings(List<Finding> findings) {
    return Wording.count(findings.size(), "finding", "findings");
  }

  private static String blocking(List<Finding> findings) {
    long blocking = findings.stream().filter(Finding::blocks).count();
    if (blocking == 0) {
      return findings.size() == 1 ? ", which does not block" : ", none of which blocks";
    }
    if (blocking == findings.size()) {
      return findings.size() == 1 ? ", which blocks" : ", all of which block";
    }
    return ", " + blocking + " of which " + (blocking == 1 ? "blocks" : "block");
  }
}
