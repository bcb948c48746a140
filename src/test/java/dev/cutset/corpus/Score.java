package dev.cutset.corpus;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Counts how many labelled findings a tool names, and what it names beside them. */
final class Score {
  private int labelled;
  private int named;
  private int falseAlarms;

  /**
   * Adds a case.
   *
   * @param names the resources that the tool names
   */
  void add(Label label, List<Claim> findings, Set<String> names) {
    labelled += findings.size();
    Set<String> rightly = new HashSet<>();
    label.findings().forEach(claim -> rightly.addAll(claim.resources()));
    label.advice().ifPresent(advice -> advice.forEach(c -> rightly.addAll(c.resources())));
    for (Claim finding : findings) {
      if (names.stream().anyMatch(finding.resources()::contains)) {
        named++;
      }
    }
    falseAlarms += without(names, rightly);
  }

  private static int without(Collection<String> names, Set<String> rightly) {
    return (int) names.stream().filter(name -> !rightly.contains(name)).count();
  }

  void add(Score other) {
    labelled += other.labelled;
    named += other.named;
    falseAlarms += other.falseAlarms;
  }

  int labelled() {
    return labelled;
  }

  /** How many are named, and how many resources are named that should not be. */
  String cells() {
    return named + " | " + falseAlarms;
  }
}
