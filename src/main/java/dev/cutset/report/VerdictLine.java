package dev.cutset.report;

import dev.cutset.analysis.Verdict;
import dev.cutset.catalog.Scope;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Judgement;
import dev.cutset.policy.Judgement.JudgedEntryPoint;
import java.util.ArrayList;
import java.util.List;

/** The one sentence for who reads no further. */
public final class VerdictLine {
  private final Judgement judgement;

  public VerdictLine(Judgement judgement) {
    this.judgement = judgement;
  }

  public String text() {
    String target = " (target: " + judgement.target().word() + ")";
    if (nothingWasJudged()) {
      return "nothing that users come in by was found, so nothing was judged" + target;
    }
    return switch (judgement.verdict()) {
      case PASSED -> survival() + target;
      case BLOCKED -> blocked() + target;
      case UNDECIDED -> undecided() + target;
    };
  }

  /** Whether there was nothing to judge, so that a stack that passes proves nothing. */
  public boolean nothingWasJudged() {
    return judgement.entryPoints().isEmpty()
        && judgement.findings().isEmpty()
        && judgement.waived().isEmpty()
        && judgement.baselined().isEmpty();
  }

  private String survival() {
    if (!judgement.waived().isEmpty()) {
      int count = judgement.waived().size();
      return "nothing blocks; "
          + Wording.count(count, "finding is waived", "findings are waived")
          + (count == 1 ? ", and what it says still holds" : ", and what they say still holds");
    }
    long hidden = judgement.baselined().stream().filter(VerdictLine::decides).count();
    if (hidden > 0) {
      return "nothing new blocks; "
          + Wording.count(
              Math.toIntExact(hidden),
              "single point of failure is in the baseline, and still there",
              "single points of failure are in the baseline, and still there");
    }
    List<JudgedEntryPoint> entryPoints = judgement.entryPoints();
    List<JudgedEntryPoint> letPass = entryPoints.stream().filter(Wording::isLetPass).toList();
    if (!letPass.isEmpty()) {
      return "nothing blocks, though "
          + names(letPass)
          + (letPass.size() == 1
              ? " does not survive what it must"
              : " do not survive what they must")
          + "; the policies that say so do not block here";
    }
    boolean sameTarget = entryPoints.stream().allMatch(e -> e.target() == judgement.target());
    String what =
        sameTarget ? "the failure of " + Wording.any(judgement.target()) : "what they must";
    return names(entryPoints)
        + (entryPoints.size() == 1 ? " survives " : " survive ")
        + (entryPoints.size() == 1 ? "the failure of " + Wording.any(target(entryPoints)) : what);
  }

  private static String names(List<JudgedEntryPoint> entryPoints) {
    return Wording.names(entryPoints.stream().map(JudgedEntryPoint::name).toList());
  }

  /** Whether the verdict would be another but for the baseline. */
  private static boolean decides(Finding finding) {
    return finding.blocks() || finding.verdict() == Verdict.UNKNOWN;
  }

  private static Scope target(List<JudgedEntryPoint> entryPoints) {
    return entryPoints.get(0).target();
  }

  private String blocked() {
    List<Finding> certain = blocking(Verdict.DOWN).stream().filter(Finding::isOfCut).toList();
    long others =
        blocking(Verdict.DOWN).stream()
            .filter(finding -> !finding.isOfCut())
            .map(Finding::urn)
            .distinct()
            .count();
    List<Finding> open = blocking(Verdict.UNKNOWN);
    List<String> parts = new ArrayList<>();
    if (!certain.isEmpty()) {
      parts.add(
          Wording.count(
                  certain.size(),
                  "single point of failure takes ",
                  "single points of failure take ")
              + affected(certain)
              + " down");
    }
    if (!open.isEmpty()) {
      parts.add(
          Wording.count(open.size(), "failure may take ", "failures may take ")
              + affected(open)
              + " down, which values not known yet decide");
    }
    if (others > 0) {
      parts.add(
          Wording.count(
              Math.toIntExact(others),
              "component is not as a policy wants it",
              "components are not as policies want them"));
    }
    return parts.isEmpty() ? "refused by policy" : String.join("; ", parts);
  }

  private String undecided() {
    List<Finding> open =
        judgement.findings().stream().filter(f -> f.verdict() == Verdict.UNKNOWN).toList();
    List<String> names =
        judgement.entryPoints().stream()
            .filter(entry -> entry.verdict() == Judgement.Outcome.UNDECIDED)
            .map(JudgedEntryPoint::name)
            .toList();
    String who = names.isEmpty() ? affected(open) : Wording.names(names);
    return "whether "
        + who
        + (names.size() > 1 ? " survive " : " survives ")
        + "is decided by values that are not known yet";
  }

  private List<Finding> blocking(Verdict verdict) {
    return judgement.findings().stream()
        .filter(finding -> finding.blocks() && finding.verdict() == verdict)
        .toList();
  }

  private static String affected(List<Finding> findings) {
    List<String> names =
        findings.stream().flatMap(f -> f.entryPoints().stream()).distinct().sorted().toList();
    return names.isEmpty() ? "the service" : Wording.names(names);
  }
}
