package dev.cutset.report;

import dev.cutset.analysis.Facts;
import dev.cutset.analysis.Verdict;
import dev.cutset.policy.Enforcement;
import dev.cutset.policy.Finding;
import dev.cutset.remedy.ResourceChange;
import dev.cutset.report.Ink.Sign;
import dev.cutset.report.Ink.Tone;
import dev.cutset.stack.Urn;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** One finding on a page, in full or in short. */
final class FindingBlock {
  private static final int MARGIN = 4;
  private static final int TEXT = 15;
  private static final int LONGEST_LIST = 5;

  // A message names the first few of what goes down and counts the rest.
  private static final int TOLD_IN_MESSAGE = 3;

  private final Page page;
  private final Ink ink;
  private final boolean verbose;

  FindingBlock(Page page, Ink ink, boolean verbose) {
    this.page = page;
    this.ink = ink;
    this.verbose = verbose;
  }

  /** Everything that it takes to understand and mend it. */
  void full(String number, Finding finding) throws IOException {
    page.hanging(number, MARGIN, ink.in(Tone.BOLD, ink.safe(finding.title())));
    page.paragraph(MARGIN, ink.safe(finding.message()));
    if (verbose || finding.entryPoints().size() > TOLD_IN_MESSAGE) {
      row("fails", ink.safe(Wording.failure(finding)));
      row(
          finding.verdict() == Verdict.DOWN ? "takes down" : "may take",
          ink.safe(String.join(", ", finding.entryPoints())));
    }
    chain(finding);
    rows("evidence", finding.evidence());
    rows("decided by", finding.undecidedBy());
    row("change", resources(finding.resources()));
    row("fix", ink.safe(finding.fix()));
    if (verbose || finding.enforcement() == Enforcement.REMEDIATE) {
      rows("set", finding.patch().stream().map(this::change).toList());
    }
    row("policy", ink.in(Tone.DIM, policy(finding)));
  }

  /** What it is and what to do, in a line or two. */
  void brief(Finding finding) throws IOException {
    String what = ink.safe(finding.title()) + ink.in(Tone.DIM, Wording.beside(finding));
    page.hanging("  " + ink.sign(Sign.BULLET), MARGIN, what);
    page.hanging(
        "    " + ink.sign(Sign.LEADS_TO),
        MARGIN + ink.sign(Sign.LEADS_TO).length() + 1,
        ink.safe(finding.fix()));
  }

  private void row(String label, String safe) throws IOException {
    if (!safe.isEmpty()) {
      String padded = label + " ".repeat(TEXT - MARGIN - label.length());
      page.hanging(" ".repeat(MARGIN) + ink.in(Tone.DIM, padded), TEXT, safe);
    }
  }

  private void rows(String label, List<String> texts) throws IOException {
    String shown = label;
    for (String text : shortened(texts)) {
      row(shown, ink.safe(text));
      shown = "";
    }
    if (shortened(texts).size() < texts.size()) {
      row("", more(texts));
    }
  }

  private <T> List<T> shortened(List<T> items) {
    return verbose || items.size() <= LONGEST_LIST ? items : items.subList(0, LONGEST_LIST);
  }

  private String more(List<?> items) {
    return ink.sign(Sign.MORE) + " and " + (items.size() - LONGEST_LIST) + " more";
  }

  private void chain(Finding finding) throws IOException {
    String label = "chain";
    String arrow = "";
    for (Facts.Step step : finding.proof()) {
      row(label, arrow + ink.safe(step.name() + ": " + step.because()));
      label = "";
      arrow = ink.sign(Sign.LEADS_TO) + " ";
    }
  }

  private String change(ResourceChange patched) {
    return patched.urn().name() + ": " + Wording.change(patched, ink.sign(Sign.LEADS_TO));
  }

  private String resources(List<Urn> urns) {
    String each =
        shortened(urns).stream()
            .map(urn -> ink.safe(verbose ? urn.text() : Wording.resource(urn)))
            .collect(Collectors.joining(", "));
    String rest = shortened(urns).size() < urns.size() ? " " + more(urns) : "";
    return each + rest;
  }

  private String policy(Finding finding) {
    return ink.safe(finding.policy())
        + ", "
        + finding.severity().word()
        + ", "
        + finding.enforcement().word()
        + ", "
        + Wording.at(finding);
  }
}
