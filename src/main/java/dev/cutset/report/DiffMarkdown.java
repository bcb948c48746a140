package dev.cutset.report;

import dev.cutset.policy.Comparison;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Judgement;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** What a change does to a stack, in Markdown: alone, or within the report for a pull request. */
public final class DiffMarkdown {
  private static final int FINDINGS_TOLD = 25;

  /** Writes it as a comment of its own. */
  public void render(Comparison comparison, Appendable out) throws IOException {
    out.append("<!-- cutset diff -->\n## ");
    out.append(comparison.addsWhatBlocks() ? "\u274c" : "\u2705");
    out.append(" Cutset: ").append(new ChangeLine(comparison).text()).append("\n\n");
    out.append("| | verdict | |\n|---|---|---|\n");
    end("before", comparison.before(), out);
    end("after", comparison.after(), out);
    out.append('\n');
    tables(comparison, out);
  }

  /** Writes it as a part of the report on what is there after the change. */
  void section(Comparison comparison, Appendable out) throws IOException {
    out.append("### What changed\n\n");
    String line = new ChangeLine(comparison).text();
    out.append(line.substring(0, 1).toUpperCase(Locale.ROOT)).append(line.substring(1));
    out.append("; before it was ");
    out.append(Wording.word(comparison.before().verdict())).append(".\n\n");
    tables(comparison, out);
  }

  private static void end(String label, Judgement judgement, Appendable out) throws IOException {
    out.append("| ").append(label);
    out.append(" | ").append(Wording.word(judgement.verdict()));
    out.append(" | ").append(MarkdownText.of(new VerdictLine(judgement).text())).append(" |\n");
  }

  private static void tables(Comparison comparison, Appendable out) throws IOException {
    boolean anything =
        !comparison.added().isEmpty()
            || !comparison.worse().isEmpty()
            || !comparison.removed().isEmpty();
    if (anything) {
      out.append("| | single point of failure | policy | failure |\n|---|---|---|---|\n");
      rows("added", comparison.added(), out);
      rows("worse", comparison.worse(), out);
      rows("removed", comparison.removed(), out);
      out.append('\n');
    }
    if (!comparison.kept().isEmpty()) {
      out.append("<details><summary>Kept (");
      out.append(String.valueOf(comparison.kept().size())).append(")</summary>\n\n");
      out.append("| | single point of failure | policy | failure |\n|---|---|---|---|\n");
      rows("kept", comparison.kept(), out);
      out.append("\n</details>\n\n");
    }
  }

  private static void rows(String what, List<Finding> findings, Appendable out) throws IOException {
    for (Finding finding : findings.stream().limit(FINDINGS_TOLD).toList()) {
      out.append("| ").append(what.equals("removed") || !finding.blocks() ? what : bold(what));
      out.append(" | ").append(MarkdownText.of(finding.title()));
      out.append(" | ").append(MarkdownText.of(finding.policy()));
      out.append(" | ").append(Wording.failureColumn(finding)).append(" |\n");
    }
    if (findings.size() > FINDINGS_TOLD) {
      int rest = findings.size() - FINDINGS_TOLD;
      out.append("| ").append(what).append(" | and ").append(String.valueOf(rest));
      out.append(" more | | |\n");
    }
  }

  private static String bold(String what) {
    return "**" + what + "**";
  }
}
