package dev.cutset.report.picture;

import dev.cutset.architecture.Completed;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Judgement;
import dev.cutset.policy.Judgement.StackSummary;
import dev.cutset.stack.Urn;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The report as a page in one file: the system drawn in its domains, where anything can be killed
 * to see what goes down, and the findings beside it. The page may load nothing from anywhere.
 */
public final class HtmlReport {
  private static final String SKELETON = "page.html";

  /**
   * Writes the page.
   *
   * @param parents the component resource that a resource belongs to
   */
  public void render(Judgement judgement, Completed completed, Map<Urn, Urn> parents, Writer out)
      throws IOException {
    Picture picture = PictureLayout.of(completed.harshest(), parents);
    String style = Asset.text("picture.css") + Asset.text("page.css");
    String script = Asset.text("simulation.js") + Asset.text("page.js");
    String page = Asset.text(SKELETON);
    int at = 0;
    for (int open = page.indexOf("{{"); open >= 0; open = page.indexOf("{{", at)) {
      int close = page.indexOf("}}", open);
      out.write(page, at, open - at);
      out.write(
          switch (page.substring(open + 2, close)) {
            case "csp" ->
                "default-src 'none'; base-uri 'none'; form-action 'none'; script-src "
                    + Asset.hash(script)
                    + "; style-src "
                    + Asset.hash(style);
            case "style" -> style;
            case "script" -> script;
            case "stack" -> Markup.escape(title(judgement.stack()));
            case "verdict" -> judgement.verdict().name().toLowerCase(Locale.ROOT);
            case "findings" -> findings(judgement);
            case "picture" -> new SvgPicture().draw(picture, "");
            case "model" -> SystemModel.json(completed, picture, judgement.findings());
            default -> throw new IllegalStateException("the page asks for what nobody knows");
          });
      at = close + 2;
    }
    out.write(page, at, page.length() - at);
  }

  /** Its name; where it has none, what it is. */
  private static String title(StackSummary stack) {
    return Stream.of(stack.project(), stack.name())
        .filter(name -> !name.isEmpty())
        .reduce((project, name) -> project + " / " + name)
        .orElseGet(() -> stack.source().name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  private static String findings(Judgement judgement) {
    StringBuilder html = new StringBuilder();
    int number = 0;
    for (Finding finding : judgement.findings()) {
      html.append("<li><button type=\"button\" class=\"finding ")
          .append(finding.blocks() ? "blocks" : "advice")
          .append("\" aria-pressed=\"false\" data-finding=\"")
          .append(number++)
          .append("\"><span class=\"tag\">")
          .append(
              finding.blocks()
                  ? "blocks"
                  : finding.verdict().word().equals("unknown") ? "undecided" : "advice")
          .append("</span> <b>")
          .append(Markup.prose(finding.title()))
          .append("</b></button><div class=\"more\"><p>")
          .append(Markup.prose(finding.message()))
          .append("</p><p><b>Fix:</b> ")
          .append(Markup.prose(finding.fix()))
          .append("</p><ol>");
      finding
          .proof()
          .forEach(
              step -> html.append("<li>").append(Markup.prose(step.because())).append("</li>"));
      html.append("</ol><p class=\"policy\">")
          .append(Markup.escape(finding.policy()))
          .append("</p></div></li>\n");
    }
    return html.length() == 0 ? "<li>Nothing was found.</li>" : html.toString();
  }
}
