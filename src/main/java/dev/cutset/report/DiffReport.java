package dev.cutset.report;

import dev.cutset.analysis.Verdict;
import dev.cutset.policy.Comparison;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Judgement;
import dev.cutset.report.Ink.Sign;
import dev.cutset.report.Ink.Tone;
import java.io.IOException;
import java.util.List;

/** What a change does to a stack, for a person at a terminal: what it brings comes first. */
public final class DiffReport {
  private static final int LABEL = 8;
  private static final int MARGIN = 4;

  private final TerminalSettings settings;
  private final Ink ink;

  public DiffReport(TerminalSettings settings) {
    this.settings = settings;
    this.ink = new Ink(settings);
  }

  public void render(Comparison comparison, Appendable out) throws IOException {
    Page page = new Page(out, settings.width());
    Tone tone = comparison.addsWhatBlocks() ? Tone.RED : Tone.GREEN;
    page.paragraph(0, ink.in(tone, new ChangeLine(comparison).text()));
    page.blank();
    end("before", comparison.before(), page);
    end("after", comparison.after(), page);
    int number = inFull("added", comparison.added(), 1, page);
    inFull("worse", comparison.worse(), number, page);
    inShort("removed", Sign.GOOD, comparison.removed(), page);
    inShort("kept", Sign.BULLET, comparison.kept(), page);
  }

  private void end(String label, Judgement judgement, Page page) throws IOException {
    page.hanging(
        ink.in(Tone.DIM, label),
        LABEL,
        Wording.word(judgement.verdict())
            + ": "
            + ink.safe(new VerdictLine(judgement).text())
            + ink.in(Tone.DIM, "; " + ink.safe(Wording.stack(judgement.stack()))));
  }

  /** What blocks or is undecided with its chain, advice in short. */
  private int inFull(String heading, List<Finding> findings, int number, Page page)
      throws IOException {
    if (findings.isEmpty()) {
      return number;
    }
    heading(heading, findings, page);
    int next = number;
    FindingBlock block = new FindingBlock(page, ink, settings.verbose());
    for (Finding finding : findings) {
      if (settings.verbose() || finding.blocks() || finding.verdict() == Verdict.UNKNOWN) {
        page.blank();
        block.full(next++ + ".", finding);
      }
    }
    List<Finding> advice =
        findings.stream()
            .filter(f -> !settings.verbose() && !f.blocks() && f.verdict() != Verdict.UNKNOWN)
            .toList();
    if (!advice.isEmpty() && advice.size() < findings.size()) {
      page.blank();
    }
    for (Finding finding : advice) {
      block.brief(finding);
    }
    return next;
  }

  private void inShort(String heading, Sign sign, List<Finding> findings, Page page)
      throws IOException {
    if (findings.isEmpty()) {
      return;
    }
    heading(heading, findings, page);
    for (Finding finding : findings) {
      page.hanging(
          "  " + ink.sign(sign),
          MARGIN,
          ink.safe(finding.title())
              + ink.in(Tone.DIM, " (" + ink.safe(Wording.kind(finding)) + ")"));
    }
  }

  private void heading(String heading, List<Finding> findings, Page page) throws IOException {
    page.blank();
    page.line(ink.in(Tone.BOLD, heading) + " (" + findings.size() + ")");
  }
}
