package dev.cutset.report;

import dev.cutset.analysis.Loss;
import dev.cutset.analysis.Loss.Round;
import dev.cutset.analysis.Verdict;
import dev.cutset.architecture.EntryPoint;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** A rehearsal as tables in Markdown; every row is there. */
public final class ChaosMarkdown {

  public void render(RehearsalTable table, Appendable out) throws IOException {
    out.append("## What stays up\n\n");
    if (table.entryPoints().isEmpty()) {
      out.append("Nothing that users come in by was found, so nothing was rehearsed.\n");
      return;
    }
    rows("lost", table.entryPoints(), table.singles(), out);
    if (!table.pairs().isEmpty()) {
      out.append("\n### Lost together, where each alone does less\n\n");
      rows("lost", table.entryPoints(), table.pairs(), out);
    }
    if (!table.random().isEmpty()) {
      out.append("\n### Lost at random, seed ").append(Long.toString(table.seed())).append("\n\n");
      rows("lost", table.entryPoints(), table.random(), out);
    }
  }

  private static void rows(
      String heading, List<EntryPoint> entryPoints, List<Round> rounds, Appendable out)
      throws IOException {
    out.append("| ").append(heading);
    for (EntryPoint entryPoint : entryPoints) {
      out.append(" | ").append(MarkdownText.code(entryPoint.name()));
    }
    out.append(" |\n|").append("---|".repeat(entryPoints.size() + 1)).append('\n');
    for (Round round : rounds) {
      String losses =
          round.losses().stream().map(ChaosMarkdown::loss).collect(Collectors.joining(" and "));
      out.append("| ").append(losses);
      for (Verdict verdict : round.verdicts()) {
        out.append(" | ").append(verdict == Verdict.UP ? "up" : "**" + verdict.word() + "**");
      }
      out.append(" |\n");
    }
  }

  private static String loss(Loss loss) {
    String kind = loss.kind().word();
    return Wording.saysKind(kind, loss.name())
        ? MarkdownText.of(loss.name())
        : kind + " " + MarkdownText.code(loss.name());
  }
}
