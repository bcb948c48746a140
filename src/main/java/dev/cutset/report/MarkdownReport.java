package dev.cutset.report;

import dev.cutset.analysis.Facts;
import dev.cutset.analysis.Verdict;
import dev.cutset.policy.Comparison;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Judgement;
import dev.cutset.policy.Judgement.JudgedEntryPoint;
import dev.cutset.policy.Judgement.Outcome;
import dev.cutset.policy.Judgement.TypeCount;
import dev.cutset.policy.Waived;
import dev.cutset.stack.Urn;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The report for a pull request: Markdown as code hosts show it, with a drawing. */
public final class MarkdownReport {
  private static final String LET_PASS = "\u2611\ufe0f";

  /** Bots find their earlier comment by it. */
  private static final String MARK = "<!-- cutset -->";

  /** Code hosts draw no more than this well; a comment may not be longer than 65,536 signs. */
  private static final int NODES_DRAWN = 60;

  private static final int FINDINGS_TOLD = 25;

  /** Writes the report with a drawing of what was seen. */
  public void render(Judgement judgement, Drawing drawing, Appendable out) throws IOException {
    render(judgement, Optional.empty(), drawing, out);
  }

  /**
   * Writes the report with what changed.
   *
   * @param change from what it is compared with, where it is
   */
  public void render(
      Judgement judgement, Optional<Comparison> change, Drawing drawing, Appendable out)
      throws IOException {
    out.append(MARK).append('\n');
    out.append("## ").append(sign(judgement.verdict())).append(" Cutset: ");
    out.append(Wording.word(judgement.verdict())).append("\n\n");
    out.append(MarkdownText.of(new VerdictLine(judgement).text())).append("\n\n");
    entryPoints(judgement.entryPoints(), out);
    if (change.isPresent()) {
      new DiffMarkdown().section(change.get(), out);
      out.append("### What is there\n\n");
    }
    findings(judgement.findings(), out);
    waived(judgement.waived(), out);
    baselined(judgement.baselined(), out);
    notes(judgement, out);
    drawing(drawing, out);
  }

  private static String sign(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> "\u2705";
      case BLOCKED -> "\u274c";
      case UNDECIDED -> "\u26a0\ufe0f";
    };
  }

  private static void entryPoints(List<JudgedEntryPoint> entryPoints, Appendable out)
      throws IOException {
    if (entryPoints.isEmpty()) {
      return;
    }
    out.append("| | entry point | survives | must survive |\n|---|---|---|---|\n");
    for (JudgedEntryPoint entry : entryPoints) {
      String survives =
          entry.survives().stream().map(scope -> scope.word()).collect(Collectors.joining(", "));
      out.append("| ").append(Wording.isLetPass(entry) ? LET_PASS : sign(entry.verdict()));
      out.append(" | ").append(MarkdownText.code(entry.name()));
      out.append(" | ").append(survives.isEmpty() ? "no single failure" : survives);
      out.append(" | ").append(Wording.target(entry)).append(" |\n");
    }
    out.append('\n');
  }

  private static void findings(List<Finding> findings, Appendable out) throws IOException {
    List<Finding> blocking = findings.stream().filter(Finding::blocks).toList();
    List<Finding> open =
        findings.stream().filter(f -> !f.blocks() && f.verdict() == Verdict.UNKNOWN).toList();
    List<Finding> advice =
        findings.stream().filter(f -> !f.blocks() && f.verdict() != Verdict.UNKNOWN).toList();
    table("", blocking, out);
    details(blocking, out);
    table("### Undecided\n\n", open, out);
    details(open, out);
    if (!advice.isEmpty()) {
      out.append("<details><summary>Advice (").append(String.valueOf(advice.size()));
      out.append(")</summary>\n\n");
      table("", advice, out);
      out.append("</details>\n\n");
    }
  }

  private static void table(String heading, List<Finding> findings, Appendable out)
      throws IOException {
    if (findings.isEmpty()) {
      return;
    }
    out.append(heading);
    out.append("| policy | failure | single point of failure | fix |\n|---|---|---|---|\n");
    for (Finding finding : findings.stream().limit(FINDINGS_TOLD).toList()) {
      out.append("| ").append(MarkdownText.of(finding.policy()));
      out.append("<br>").append(finding.severity().word());
      out.append(" | ").append(Wording.failureColumn(finding));
      out.append(" | ").append(MarkdownText.of(finding.title()));
      out.append(" | ").append(MarkdownText.of(finding.fix())).append(" |\n");
    }
    out.append('\n');
    if (findings.size() > FINDINGS_TOLD) {
      out.append("and ").append(String.valueOf(findings.size() - FINDINGS_TOLD));
      out.append(" more, which the other reports tell\n\n");
    }
  }

  private static void details(List<Finding> findings, Appendable out) throws IOException {
    for (Finding finding : findings.stream().limit(FINDINGS_TOLD).toList()) {
      out.append("<details><summary>").append(MarkdownText.inElement(finding.title()));
      out.append("</summary>\n\n");
      out.append(MarkdownText.of(finding.message())).append("\n\n");
      for (Facts.Step step : finding.proof()) {
        out.append("1. ").append(MarkdownText.code(step.name()));
        out.append(": ").append(MarkdownText.of(step.because())).append('\n');
      }
      out.append('\n');
      bullets("Evidence: ", finding.evidence(), out);
      bullets("Decided by: ", finding.undecidedBy(), out);
      for (Urn urn : finding.resources().stream().limit(FINDINGS_TOLD).toList()) {
        out.append("- Change: ").append(MarkdownText.code(urn.text())).append('\n');
      }
      out.append("\n</details>\n\n");
    }
  }

  private static void waived(List<Waived> waived, Appendable out) throws IOException {
    if (waived.isEmpty()) {
      return;
    }
    out.append("### Waived\n\n| policy | single point of failure | until | by | reason |\n");
    out.append("|---|---|---|---|---|\n");
    for (Waived one : waived) {
      out.append("| ").append(MarkdownText.of(one.finding().policy()));
      out.append(" | ").append(MarkdownText.of(one.finding().title()));
      out.append(" | ").append(one.expires().toString());
      out.append(" | ").append(MarkdownText.of(one.owner()));
      out.append(" | ").append(MarkdownText.of(one.reason())).append(" |\n");
    }
    out.append('\n');
  }

  private static void baselined(List<Finding> findings, Appendable out) throws IOException {
    if (!findings.isEmpty()) {
      out.append("<details><summary>In the baseline (").append(String.valueOf(findings.size()));
      out.append(")</summary>\n\n");
      table("", findings, out);
      out.append("</details>\n\n");
    }
  }

  private static void bullets(String label, List<String> texts, Appendable out) throws IOException {
    for (String text : texts) {
      out.append("- ").append(label).append(MarkdownText.of(text)).append('\n');
    }
  }

  private static void notes(Judgement judgement, Appendable out) throws IOException {
    bullets("", judgement.notes(), out);
    if (!judgement.notModelled().isEmpty()) {
      String types =
          judgement.notModelled().stream()
              .map(TypeCount::type)
              .map(MarkdownText::code)
              .collect(Collectors.joining(", "));
      out.append("- Not modelled, so not looked at: ").append(types).append('\n');
    }
    if (!judgement.notes().isEmpty() || !judgement.notModelled().isEmpty()) {
      out.append('\n');
    }
  }

  private static void drawing(Drawing drawing, Appendable out) throws IOException {
    if (drawing.nodes().isEmpty() || drawing.nodes().size() > NODES_DRAWN) {
      return;
    }
    out.append("<details><summary>What Cutset sees</summary>\n\n```mermaid\n");
    new MermaidReport().render(drawing, out);
    out.append("```\n\n</details>\n");
  }
}
