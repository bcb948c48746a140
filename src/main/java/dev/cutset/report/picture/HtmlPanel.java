package dev.cutset.report.picture;

import dev.cutset.analysis.Verdict;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Judgement;
import dev.cutset.policy.Judgement.JudgedEntryPoint;
import dev.cutset.policy.Waived;
import dev.cutset.report.VerdictLine;
import dev.cutset.report.Wording;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What stands beside the drawing: the judgement, as lists. */
final class HtmlPanel {
  private final Judgement judgement;
  private final VerdictLine verdict;

  HtmlPanel(Judgement judgement) {
    this.judgement = judgement;
    this.verdict = new VerdictLine(judgement);
  }

  String entryPoints() {
    if (judgement.entryPoints().isEmpty()) {
      return "<li class=\"empty\">None was found, so "
          + (verdict.nothingWasJudged()
              ? "nothing was judged"
              : "what works without one was judged")
          + ". <code>entryPoints</code> in cutset.yaml names them.</li>";
    }
    return judgement.entryPoints().stream()
        .map(HtmlPanel::entryPoint)
        .collect(Collectors.joining("\n"));
  }

  private static String entryPoint(JudgedEntryPoint entry) {
    return "<li data-entry=\""
        + Markup.escape(entry.urn().text())
        + "\"><span class=\"state\">up</span> <b>"
        + Markup.escape(entry.name())
        + "</b> <span class=\"quiet "
        + entry.verdict().name().toLowerCase(Locale.ROOT)
        + "\">survives "
        + Wording.survived(entry)
        + "; must survive "
        + Wording.target(entry)
        + "</span></li>";
  }

  String findings() {
    if (judgement.findings().isEmpty()) {
      return verdict.nothingWasJudged()
          ? "<li class=\"empty\">Nothing was judged.</li>"
          : "<li class=\"empty\">Nothing was found.</li>";
    }
    StringBuilder html = new StringBuilder();
    for (int i = 0; i < judgement.findings().size(); i++) {
      finding(i, judgement.findings().get(i), html);
    }
    return html.toString();
  }

  private static void finding(int number, Finding finding, StringBuilder html) {
    html.append("<li><button type=\"button\" class=\"finding ")
        .append(finding.blocks() ? "blocks" : "advice")
        .append("\" aria-expanded=\"false\" aria-controls=\"more-")
        .append(number)
        .append("\" data-finding=\"")
        .append(number)
        .append("\"><span class=\"tag\">")
        .append(tag(finding))
        .append("</span> ")
        .append(Markup.prose(finding.title()))
        .append("</button><div class=\"more\" id=\"more-")
        .append(number)
        .append("\"><p>")
        .append(Markup.prose(finding.message()))
        .append("</p><p><b>Fix:</b> ")
        .append(Markup.prose(finding.fix()))
        .append("</p><ol>");
    finding
        .proof()
        .forEach(
            step ->
                html.append("<li><b>")
                    .append(Markup.escape(step.name()))
                    .append("</b> ")
                    .append(Markup.prose(step.because()))
                    .append("</li>"));
    html.append("</ol><p class=\"quiet\">")
        .append(Markup.escape(Wording.kind(finding)))
        .append("</p><p><button type=\"button\" class=\"rehearse\" data-rehearse=\"")
        .append(number)
        .append("\">Kill ")
        .append(Markup.escape(Markup.shortened(finding.failure().name(), 40)))
        .append("</button></p></div></li>\n");
  }

  private static String tag(Finding finding) {
    if (finding.blocks()) {
      return "blocks";
    }
    return finding.verdict() == Verdict.UNKNOWN ? "undecided" : "advice";
  }

  /** What a reader has to know beside the findings: what is accepted, and what was not seen. */
  String more() {
    return folded("Waived", judgement.waived().stream().map(HtmlPanel::waived).toList())
        + folded(
            "In the baseline",
            judgement.baselined().stream()
                .map(each -> Markup.prose(each.title()) + quiet(Wording.kind(each)))
                .toList())
        + folded("Notes", judgement.notes().stream().map(Markup::prose).toList())
        + folded(
            "Not modelled, so not looked at",
            judgement.notModelled().stream()
                .map(each -> Markup.escape(each.type()) + quiet("× " + each.count()))
                .toList());
  }

  private static String waived(Waived waived) {
    String until = "until " + waived.expires() + " by " + waived.owner() + ": " + waived.reason();
    return Markup.prose(waived.finding().title()) + quiet(until);
  }

  private static String quiet(String text) {
    return " <span class=\"quiet\">" + Markup.escape(text) + "</span>";
  }

  private static String folded(String title, List<String> items) {
    if (items.isEmpty()) {
      return "";
    }
    return "<details><summary>"
        + title
        + " ("
        + items.size()
        + ")</summary><ul class=\"plain\"><li>"
        + String.join("</li>\n<li>", items)
        + "</li></ul></details>\n";
  }
}
