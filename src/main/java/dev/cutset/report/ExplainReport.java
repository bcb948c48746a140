package dev.cutset.report;

import dev.cutset.analysis.Absence;
import dev.cutset.policy.Explanation;
import dev.cutset.policy.Explanation.Told;
import dev.cutset.policy.Finding;
import dev.cutset.policy.PolicyCatalog;
import dev.cutset.policy.PolicyInfo;
import dev.cutset.report.Ink.Sign;
import dev.cutset.report.Ink.Tone;
import dev.cutset.stack.Urn;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All that is known of a finding or a resource, for a person at a terminal. */
public final class ExplainReport {
  private static final int MARGIN = 4;
  private static final int TEXT = 15;
  private static final Pattern SECTION = Pattern.compile("(?sm)^## (.+?)\n\n(.*?)(?=^## |\\z)");

  private final TerminalSettings settings;
  private final PolicyCatalog policies;
  private final Ink ink;

  public ExplainReport(TerminalSettings settings, PolicyCatalog policies) {
    this.settings = settings;
    this.policies = policies;
    this.ink = new Ink(settings);
  }

  public void render(Explanation explanation, Appendable out) throws IOException {
    Page page = new Page(out, settings.width());
    page.paragraph(0, ink.in(Tone.BOLD, ink.safe(first(explanation))));
    int number = 1;
    for (Told told : explanation.findings()) {
      page.blank();
      finding(number++ + ".", told, page);
    }
    for (Absence absence : explanation.components()) {
      page.blank();
      component(absence, page);
    }
    for (Urn urn : explanation.silent()) {
      page.blank();
      page.paragraph(
          0,
          ink.safe(
              "`"
                  + urn.name()
                  + "` ("
                  + urn.type()
                  + ") cannot fail by itself, as far as Cutset"
                  + " knows: nothing goes down with it alone"));
    }
    involved(explanation.involved(), page);
    for (PolicyInfo policy : explanation.policies()) {
      page.blank();
      policy(policy, page);
    }
  }

  private static String first(Explanation explanation) {
    int findings = explanation.findings().size();
    String subject = "`" + explanation.subject() + "`";
    if (findings > 0) {
      return subject + ": " + Wording.count(findings, "finding", "findings");
    }
    return explanation.components().isEmpty() && explanation.silent().isEmpty()
        ? subject + " finds nothing in this stack"
        : subject + " is no single point of failure";
  }

  private void finding(String number, Told told, Page page) throws IOException {
    Finding finding = told.finding();
    new FindingBlock(page, ink, true).full(number, finding);
    row("falls", String.join(", ", told.fallen()), page);
    row("id", finding.fingerprint(), page);
    row("state", told.state(), page);
  }

  private void component(Absence absence, Page page) throws IOException {
    page.paragraph(
        0,
        ink.in(Tone.BOLD, ink.safe("without `" + absence.name() + "`"))
            + ink.safe(" (" + shape(absence) + ")"));
    for (String name : absence.down()) {
      outcome(Sign.BAD, Tone.RED, name + " goes down", page);
    }
    for (String name : absence.up()) {
      outcome(Sign.GOOD, Tone.GREEN, name + " stays up", page);
    }
    if (absence.down().isEmpty() && absence.up().isEmpty()) {
      outcome(Sign.GOOD, Tone.GREEN, "no entry point needs it", page);
    }
    row(
        "goes too",
        absence.fallen().stream()
            .filter(name -> !absence.down().contains(name))
            .collect(Collectors.joining(", ")),
        page);
    rows(
        "instead",
        absence.substitutes().stream()
            .map(each -> each.served() + " still has " + Wording.names(each.by()))
            .toList(),
        page);
    rows("needed by", absence.neededBy().stream().map(ExplainReport::link).toList(), page);
    rows("needs", absence.needs().stream().map(ExplainReport::link).toList(), page);
    rows("not known", absence.undecidedBy(), page);
  }

  /** What the component is, and how much of it there is. */
  private static String shape(Absence absence) {
    String copies =
        absence.copies() == 0
            ? ", which runs nowhere itself"
            : ", "
                + Wording.count(absence.copies(), "copy", "copies")
                + (absence.needed() > 1 ? " of which it needs " + absence.needed() : "")
                + " in "
                + String.join(", ", absence.places());
    return absence.title() + copies;
  }

  private static String link(Absence.Link link) {
    return link.name() + ": " + link.evidence() + (link.assumed() ? " (assumed)" : "");
  }

  private void outcome(Sign sign, Tone tone, String text, Page page) throws IOException {
    page.hanging("  " + ink.in(tone, ink.sign(sign)), MARGIN, ink.safe(text));
  }

  private void involved(List<Finding> findings, Page page) throws IOException {
    if (findings.isEmpty()) {
      return;
    }
    page.blank();
    page.line(ink.in(Tone.BOLD, "it goes down in the chain of"));
    for (Finding finding : findings) {
      page.hanging(
          "  " + ink.sign(Sign.BULLET),
          MARGIN,
          ink.safe(finding.title())
              + ink.in(Tone.DIM, ink.safe(" (" + Wording.kind(finding) + ")")));
    }
  }

  /** The policy's page in short: why, and what it does not see. */
  private void policy(PolicyInfo policy, Page page) throws IOException {
    page.paragraph(0, ink.in(Tone.BOLD, policy.id()) + " " + policy.title());
    page.paragraph(MARGIN, policy.description());
    Matcher section = SECTION.matcher(policies.page(policy));
    while (section.find()) {
      if (section.group(1).equals("Why")) {
        row("why", flowing(section.group(2)), page);
      } else if (section.group(1).equals("What it does not see")) {
        rows("not seen", items(section.group(2)), page);
      }
    }
    rows(
        "read on",
        policy.relatedResources().stream().map(PolicyInfo.RelatedResource::ref).toList(),
        page);
    row("page", "cutset policies show " + policy.id(), page);
  }

  private static String flowing(String paragraphs) {
    return paragraphs.strip().replaceAll("\\s+", " ");
  }

  private static List<String> items(String list) {
    return Pattern.compile("(?m)^- ")
        .splitAsStream(list)
        .map(ExplainReport::flowing)
        .filter(item -> !item.isEmpty())
        .collect(Collectors.toList());
  }

  private void row(String label, String text, Page page) throws IOException {
    if (!text.isEmpty()) {
      String padded = label + " ".repeat(TEXT - MARGIN - label.length());
      page.hanging(" ".repeat(MARGIN) + ink.in(Tone.DIM, padded), TEXT, ink.safe(text));
    }
  }

  private void rows(String label, List<String> texts, Page page) throws IOException {
    String shown = label;
    for (String text : texts) {
      row(shown, text, page);
      shown = "";
    }
  }
}
