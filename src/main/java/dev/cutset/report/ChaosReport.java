package dev.cutset.report;

import dev.cutset.analysis.Loss.Round;
import dev.cutset.analysis.Verdict;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.report.Ink.Sign;
import dev.cutset.report.Ink.Tone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A rehearsal for a person at a terminal: a row for each loss, a column for each entry point. */
public final class ChaosReport {
  private static final int WIDEST_LOSS = 44;
  private static final int WIDEST_VERDICT = "unknown".length() + 1;

  private final TerminalSettings settings;
  private final Ink ink;

  /**
   * A report for a terminal.
   *
   * @param settings verbose to show also what does no harm
   */
  public ChaosReport(TerminalSettings settings) {
    this.settings = settings;
    this.ink = new Ink(settings);
  }

  public void render(RehearsalTable table, Appendable out) throws IOException {
    Page page = new Page(out, settings.width());
    if (table.entryPoints().isEmpty()) {
      page.paragraph(0, "nothing that users come in by was found, so nothing was rehearsed");
      return;
    }
    legend(table, page);
    rows("lost", table.singles(), page);
    if (!table.pairs().isEmpty()) {
      page.blank();
      rows("lost together, where each alone does less", table.pairs(), page);
    }
    if (!table.random().isEmpty()) {
      page.blank();
      rows("lost at random, seed " + table.seed(), table.random(), page);
    }
  }

  private void legend(RehearsalTable table, Page page) throws IOException {
    int number = 1;
    for (EntryPoint entryPoint : table.entryPoints()) {
      page.line(ink.in(Tone.BOLD, number++ + "") + "  " + ink.safe(entryPoint.name()));
    }
    page.blank();
  }

  private void rows(String heading, List<Round> rounds, Page page) throws IOException {
    List<Round> shown =
        settings.verbose() ? rounds : rounds.stream().filter(round -> !round.harmless()).toList();
    int columns = rounds.isEmpty() ? 0 : rounds.get(0).verdicts().size();
    int room = Math.max(WIDEST_LOSS, settings.width() - 2 - columns * WIDEST_VERDICT);
    int width = heading.length();
    for (Round round : shown) {
      width = Math.max(width, Math.min(room, ink.safe(RehearsalTable.losses(round)).length()));
    }
    List<String> numbers = new ArrayList<>();
    for (int i = 1; i <= columns; i++) {
      numbers.add(cell(Integer.toString(i)));
    }
    page.line(
        ink.in(Tone.BOLD, padded(heading, width))
            + "  "
            + String.join("", numbers).stripTrailing());
    for (Round round : shown) {
      String losses = ink.safe(RehearsalTable.losses(round));
      if (losses.length() > width) {
        page.line(losses);
        losses = "";
      }
      page.line(padded(losses, width) + "  " + verdicts(round));
    }
    String rest = RehearsalTable.harmless(rounds);
    if (!settings.verbose() && !rest.isEmpty()) {
      String what =
          rounds.get(0).losses().size() == 1
              ? rest + " without which all stay up"
              : harmlessRounds(rounds) + " in which all stay up";
      page.paragraph(0, ink.in(Tone.DIM, "and " + what));
    }
  }

  private static String harmlessRounds(List<Round> rounds) {
    int count = (int) rounds.stream().filter(Round::harmless).count();
    return Wording.count(count, "round", "rounds");
  }

  private String verdicts(Round round) {
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < round.verdicts().size(); i++) {
      Verdict verdict = round.verdicts().get(i);
      boolean last = i == round.verdicts().size() - 1;
      String word = verdict.word();
      row.append(ink.in(tone(verdict), word))
          .append(last ? "" : cell(word).substring(word.length()));
    }
    return row.toString();
  }

  private static Tone tone(Verdict verdict) {
    return switch (verdict) {
      case DOWN -> Tone.RED;
      case UNKNOWN -> Tone.YELLOW;
      case UP -> Tone.GREEN;
    };
  }

  private static String cell(String text) {
    return padded(text, WIDEST_VERDICT);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  /** Written experiments, and losses that have none. */
  public void exported(List<String> written, List<String> skipped, Appendable out)
      throws IOException {
    Page page = new Page(out, settings.width());
    page.blank();
    page.line(ink.in(Tone.BOLD, Wording.count(written.size(), "experiment", "experiments")));
    for (String line : written) {
      page.hanging("  " + ink.sign(Sign.BULLET), 4, ink.safe(line));
    }
    if (!skipped.isEmpty()) {
      page.blank();
      page.line(ink.in(Tone.BOLD, "no experiment"));
      for (String line : skipped) {
        page.hanging("  " + ink.sign(Sign.BULLET), 4, ink.safe(line));
      }
    }
  }
}
