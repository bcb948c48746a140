package dev.cutset.report;

import dev.cutset.policy.Finding;
import dev.cutset.policy.Fix;
import dev.cutset.policy.FixPlan;
import dev.cutset.policy.Judgement;
import dev.cutset.remedy.PropertyChange;
import dev.cutset.report.Ink.Sign;
import dev.cutset.report.Ink.Tone;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/** A plan of fixes for a person at a terminal. */
public final class FixReport {
  private static final int MARGIN = 4;
  private static final int TEXT = 15;

  private final TerminalSettings settings;
  private final Ink ink;

  public FixReport(TerminalSettings settings) {
    this.settings = settings;
    this.ink = new Ink(settings);
  }

  /** Writes the plan; the whole verdict after it on request. */
  public void render(FixPlan plan, boolean whatIf, Appendable out) throws IOException {
    Page page = new Page(out, settings.width());
    verdict("now", plan.before(), page);
    if (!plan.fixes().isEmpty()) {
      verdict("then", plan.after(), page);
      page.paragraph(MARGIN, summary(plan));
    }
    int number = 1;
    for (Fix fix : plan.fixes()) {
      page.blank();
      fix(number++, fix, plan, page);
    }
    byHand(plan, page);
    if (whatIf && !plan.fixes().isEmpty()) {
      page.blank();
      page.line(ink.in(Tone.BOLD, "the verdict then"));
      page.blank();
      new TerminalReport(settings).render(plan.after(), out);
    }
  }

  private void verdict(String when, Judgement judgement, Page page) throws IOException {
    String word = judgement.verdict().name().toLowerCase(Locale.ROOT) + ":";
    Tone tone =
        switch (judgement.verdict()) {
          case PASSED -> Tone.GREEN;
          case BLOCKED -> Tone.RED;
          case UNDECIDED -> Tone.YELLOW;
        };
    page.hanging(
        ink.in(Tone.DIM, when),
        5,
        ink.in(tone, word) + " " + ink.safe(new VerdictLine(judgement).text()));
  }

  private static String summary(FixPlan plan) {
    String price =
        plan.currency().isEmpty()
            ? ""
            : plan.price().isPresent()
                ? ", for " + amount(plan.price().getAsDouble()) + " " + plan.currency()
                : ", for a price that is not known for all";
    return "judged anew with "
        + Wording.count(plan.fixes().size(), "fix", "fixes")
        + (plan.fixes().size() == 1 ? "" : ", none of which can be left out")
        + (plan.copies() > 0
            ? "; " + Wording.count(plan.copies(), "more copy runs", "more copies run") + price
            : "; no more copies run");
  }

  private void fix(int number, Fix fix, FixPlan plan, Page page) throws IOException {
    page.hanging(number + ".", MARGIN, ink.in(Tone.BOLD, ink.safe(Wording.resource(fix.urn()))));
    Snippet snippet = Snippet.of(fix, plan.before().stack().source().isTerraform());
    String label = "set";
    for (PropertyChange change : fix.changes()) {
      row(label, ink.safe(change(change, snippet)), page);
      label = "";
    }
    Set<String> reasons = new LinkedHashSet<>();
    fix.changes().forEach(change -> reasons.add(change.why()));
    row("so that", ink.safe(String.join("; ", reasons)), page);
    if (fix.replaces()) {
      row("beware", "the provider makes it anew, and what it holds is lost", page);
    }
    row("gain", gain(fix), page);
    row("cost", cost(fix.copies(), fix.price(), plan.currency()), page);
    label = "in code";
    for (String line : snippet.lines()) {
      String padded = label + " ".repeat(TEXT - MARGIN - label.length());
      page.line(" ".repeat(MARGIN) + ink.in(Tone.DIM, padded) + ink.safe(line));
      label = "";
    }
  }

  private String change(PropertyChange change, Snippet snippet) {
    return snippet.written(change.property())
        + " "
        + change.from().map(Wording::value).orElse("not set")
        + " "
        + ink.sign(Sign.LEADS_TO)
        + " "
        + Wording.value(change.to());
  }

  private String gain(Fix fix) {
    List<String> titles = fix.mends().stream().map(Finding::title).distinct().toList();
    return titles.isEmpty()
        ? "needed beside the others"
        : ink.safe("no longer: " + String.join("; ", titles));
  }

  private static String cost(int copies, OptionalDouble price, String currency) {
    String text =
        copies == 0 ? "no more copies" : Wording.count(copies, "copy more", "copies more");
    if (currency.isEmpty() || copies == 0) {
      return text;
    }
    return text
        + (price.isPresent() ? ", " + amount(price.getAsDouble()) + " " + currency : ", no price");
  }

  private static String amount(double amount) {
    return amount == Math.rint(amount)
        ? Long.toString((long) amount)
        : String.format(Locale.ROOT, "%.2f", amount);
  }

  private void byHand(FixPlan plan, Page page) throws IOException {
    if (plan.byHand().isEmpty()) {
      return;
    }
    page.blank();
    page.line(ink.in(Tone.BOLD, "left to do by hand"));
    for (Finding finding : plan.byHand()) {
      new FindingBlock(page, ink, settings.verbose()).brief(finding);
    }
  }

  private void row(String label, String safe, Page page) throws IOException {
    String padded = label + " ".repeat(TEXT - MARGIN - label.length());
    page.hanging(" ".repeat(MARGIN) + ink.in(Tone.DIM, padded), TEXT, safe);
  }
}
