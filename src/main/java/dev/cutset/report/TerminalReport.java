package dev.cutset.report;

import dev.cutset.analysis.Verdict;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Judgement;
import dev.cutset.policy.Judgement.JudgedEntryPoint;
import dev.cutset.policy.Judgement.Outcome;
import dev.cutset.policy.Judgement.TypeCount;
import dev.cutset.policy.Waived;
import dev.cutset.report.Ink.Sign;
import dev.cutset.report.Ink.Tone;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The report for a person at a terminal: the verdict first, then what to do, worst first. */
public final class TerminalReport {
  private static final int ADVICE_SHOWN = 10;
  private static final int TYPES_SHOWN = 12;

  private final TerminalSettings settings;
  private final Ink ink;

  public TerminalReport(TerminalSettings settings) {
    this.settings = settings;
    this.ink = new Ink(settings);
  }

  public void render(Judgement judgement, Appendable out) throws IOException {
    Page page = new Page(out, settings.width());
    verdict(judgement, page);
    entryPoints(judgement, page);
    int number = 1;
    List<Finding> findings = judgement.findings();
    number = inFull("", findings.stream().filter(Finding::blocks).toList(), number, page);
    number = inFull("undecided", findings.stream().filter(this::isOpen).toList(), number, page);
    advice(findings.stream().filter(f -> !f.blocks() && !isOpen(f)).toList(), number, page);
    waived(judgement.waived(), page);
    baselined(judgement.baselined(), page);
    notModelled(judgement.notModelled(), page);
    notes(judgement.notes(), page);
  }

  private boolean isOpen(Finding finding) {
    return !finding.blocks() && finding.verdict() == Verdict.UNKNOWN;
  }

  private void verdict(Judgement judgement, Page page) throws IOException {
    String word = judgement.verdict().name().toLowerCase(Locale.ROOT) + ":";
    String text = ink.safe(new VerdictLine(judgement).text());
    page.hanging(ink.in(tone(judgement.verdict()), word), word.length() + 1, text);
    page.paragraph(0, ink.in(Tone.DIM, ink.safe(Wording.stack(judgement.stack()))));
    if (judgement.proofsChecked().isPresent()) {
      String checked = Wording.checked(judgement.proofsChecked().getAsInt());
      page.paragraph(0, ink.in(Tone.DIM, checked));
    }
  }

  private void entryPoints(Judgement judgement, Page page) throws IOException {
    if (!judgement.entryPoints().isEmpty()) {
      page.blank();
    }
    for (JudgedEntryPoint entry : judgement.entryPoints()) {
      String target =
          entry.target() == judgement.target() && entry.survives().contains(entry.target())
              ? ""
              : "; must survive " + Wording.target(entry);
      page.hanging(
          "  " + mark(entry),
          4,
          ink.safe(entry.name()) + " survives " + Wording.survived(entry) + target);
    }
  }

  private String mark(JudgedEntryPoint entry) {
    return Wording.isLetPass(entry)
        ? ink.in(Tone.YELLOW, ink.sign(Sign.BULLET))
        : ink.in(tone(entry.verdict()), ink.sign(sign(entry.verdict())));
  }

  private int inFull(String heading, List<Finding> findings, int number, Page page)
      throws IOException {
    heading(heading, findings, page);
    for (Finding finding : findings) {
      page.blank();
      new FindingBlock(page, ink, settings.verbose()).full(number++ + ".", finding);
    }
    return number;
  }

  private void advice(List<Finding> findings, int number, Page page) throws IOException {
    if (settings.verbose()) {
      inFull("advice", findings, number, page);
      return;
    }
    heading("advice", findings, page);
    for (Finding finding : findings.stream().limit(ADVICE_SHOWN).toList()) {
      new FindingBlock(page, ink, false).brief(finding);
    }
    if (findings.size() > ADVICE_SHOWN) {
      int rest = findings.size() - ADVICE_SHOWN;
      page.paragraph(2, ink.sign(Sign.MORE) + " and " + rest + " more, which --verbose shows");
    }
  }

  private void heading(String heading, List<Finding> findings, Page page) throws IOException {
    if (!heading.isEmpty() && !findings.isEmpty()) {
      page.blank();
      page.line(ink.in(Tone.BOLD, heading));
    }
  }

  private void waived(List<Waived> waived, Page page) throws IOException {
    if (!waived.isEmpty()) {
      page.blank();
      page.line(ink.in(Tone.BOLD, "waived"));
    }
    for (Waived one : waived) {
      String until = " until " + one.expires() + " by " + one.owner() + ": " + one.reason();
      page.hanging(
          "  " + ink.sign(Sign.BULLET),
          4,
          ink.safe(one.finding().title())
              + ink.in(Tone.DIM, ink.safe(" (" + one.finding().policy() + ")" + until)));
    }
  }

  private void baselined(List<Finding> findings, Page page) throws IOException {
    if (findings.isEmpty()) {
      return;
    }
    page.blank();
    page.line(ink.in(Tone.BOLD, "in the baseline") + " (" + findings.size() + ")");
    int shown = settings.verbose() ? findings.size() : ADVICE_SHOWN;
    for (Finding finding : findings.stream().limit(shown).toList()) {
      String kind = ink.in(Tone.DIM, ink.safe(" (" + Wording.kind(finding) + ")"));
      page.hanging("  " + ink.sign(Sign.BULLET), 4, ink.safe(finding.title()) + kind);
    }
    if (findings.size() > shown) {
      int rest = findings.size() - shown;
      page.paragraph(2, ink.sign(Sign.MORE) + " and " + rest + " more, which --verbose shows");
    }
  }

  private void notModelled(List<TypeCount> types, Page page) throws IOException {
    if (types.isEmpty()) {
      return;
    }
    int shown = settings.verbose() ? types.size() : TYPES_SHOWN;
    String list =
        types.stream()
            .limit(shown)
            .map(
                type -> ink.safe(type.type()) + (type.count() > 1 ? " (" + type.count() + ")" : ""))
            .collect(Collectors.joining(", "));
    String rest = types.size() > shown ? " and " + (types.size() - shown) + " more types" : "";
    page.blank();
    page.paragraph(0, ink.in(Tone.BOLD, "not modelled") + ", so not looked at: " + list + rest);
  }

  private void notes(List<String> notes, Page page) throws IOException {
    if (!notes.isEmpty()) {
      page.blank();
      page.line(ink.in(Tone.BOLD, "notes"));
    }
    for (String note : notes) {
      page.hanging("  " + ink.sign(Sign.BULLET), 4, ink.safe(note));
    }
  }

  private static Tone tone(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> Tone.GREEN;
      case BLOCKED -> Tone.RED;
      case UNDECIDED -> Tone.YELLOW;
    };
  }

  private static Sign sign(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> Sign.GOOD;
      case BLOCKED -> Sign.BAD;
      case UNDECIDED -> Sign.OPEN;
    };
  }
}
