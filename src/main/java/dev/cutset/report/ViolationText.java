package dev.cutset.report;

import dev.cutset.analysis.Facts;
import dev.cutset.analysis.Verdict;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Judgement;
import dev.cutset.stack.Urn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the Pulumi engine shows of a finding, below the policy's name and the resource's; the engine
 * indents it and wraps nothing.
 */
public final class ViolationText {
  // Eighty columns, less what the engine indents by.
  private static final int WIDTH = 70;
  private static final int LABEL = 10;
  private static final int LONGEST_LIST = 5;

  /** How the engine marks colours in a message: no name may do that. */
  private static final String COLOUR_MARK = "<{%";

  private final SafeText letters = new SafeText(StandardCharsets.UTF_8);

  /** That so many proofs were checked. */
  public String checked(int proofs) {
    return Wording.checked(proofs);
  }

  /** What blocks or is undecided with its chain, advice in short. */
  public String text(Finding finding) {
    try {
      StringBuilder text = new StringBuilder();
      Page page = new Page(text, WIDTH);
      boolean full = finding.blocks() || finding.verdict() == Verdict.UNKNOWN;
      page.paragraph(0, safe(full ? finding.title() : advice(finding)));
      if (full) {
        page.paragraph(0, safe(finding.message()));
        chain(page, finding);
        rows(page, "evidence", finding.evidence());
        rows(page, "decided by", finding.undecidedBy());
        row(page, "change", others(finding));
      }
      row(page, "fix", safe(finding.fix()));
      return text.toString().stripTrailing();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The verdict in one sentence. */
  public String verdict(Judgement judgement) {
    return safe(new VerdictLine(judgement).text());
  }

  /** Any text, so that the engine and its terminal obey nothing in it. */
  public String safe(String text) {
    return letters.safe(text).replace(COLOUR_MARK, "<{ %");
  }

  private static String advice(Finding finding) {
    return finding.title() + Wording.beside(finding);
  }

  private void chain(Page page, Finding finding) throws IOException {
    List<String> steps = new ArrayList<>();
    for (Facts.Step step : finding.proof()) {
      steps.add((steps.isEmpty() ? "" : "→ ") + step.name() + ": " + step.because());
    }
    rows(page, "chain", steps);
  }

  /** Those to change or choose among, where there are more than the one that the engine names. */
  private String others(Finding finding) {
    List<Urn> urns = finding.resources();
    if (urns.size() < 2) {
      return "";
    }
    String each =
        urns.stream()
            .limit(LONGEST_LIST)
            .map(urn -> safe(Wording.resource(urn)))
            .collect(Collectors.joining(", "));
    return each + (urns.size() > LONGEST_LIST ? more(urns.size()) : "");
  }

  private void rows(Page page, String label, List<String> texts) throws IOException {
    String shown = label;
    for (String text : texts.subList(0, Math.min(LONGEST_LIST, texts.size()))) {
      row(page, shown, safe(text));
      shown = "";
    }
    if (texts.size() > LONGEST_LIST) {
      row(page, "", more(texts.size()).strip());
    }
  }

  private static String more(int all) {
    return " … and " + (all - LONGEST_LIST) + " more";
  }

  private static void row(Page page, String label, String safe) throws IOException {
    if (!safe.isEmpty()) {
      page.hanging(label.isEmpty() ? "" : label + ":", LABEL + 2, safe);
    }
  }
}
