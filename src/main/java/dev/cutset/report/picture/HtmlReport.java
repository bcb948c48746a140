package dev.cutset.report.picture;

import dev.cutset.architecture.Completed;
import dev.cutset.policy.Judgement;
import dev.cutset.policy.Judgement.StackSummary;
import dev.cutset.report.VerdictLine;
import dev.cutset.report.Wording;
import dev.cutset.stack.Urn;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The report as a page in one file: the system drawn in its domains, where anything can be killed
 * to see what goes down, and the findings beside it. The page may load nothing from anywhere.
 */
public final class HtmlReport {
  private static final String SKELETON = "page.html";
  private static final List<String> STYLES = List.of("picture.css", "page.css", "print.css");
  private static final List<String> SCRIPTS =
      List.of("simulation.js", "page.js", "drawing.js", "panel.js", "controls.js");

  /**
   * Writes the page.
   *
   * @param parents the component resource that a resource belongs to
   */
  public void render(Judgement judgement, Completed completed, Map<Urn, Urn> parents, Writer out)
      throws IOException {
    List<Atlas.Sheet> sheets = new Atlas(completed.harshest(), parents).sheets();
    String style = joined(STYLES);
    String script = joined(SCRIPTS);
    String page = Asset.text(SKELETON);
    HtmlPanel panel = new HtmlPanel(judgement);
    int at = 0;
    for (int open = page.indexOf("{{"); open >= 0; open = page.indexOf("{{", at)) {
      int close = page.indexOf("}}", open);
      out.write(page, at, open - at);
      switch (page.substring(open + 2, close)) {
        case "csp" -> out.write(policy(style, script));
        case "style" -> out.write(style);
        case "script" -> out.write(script);
        case "stack" -> out.write(Markup.escape(title(judgement.stack())));
        case "outcome" -> out.write(outcome(judgement));
        case "verdict" -> out.write(outcome(judgement).replace('-', ' '));
        case "sentence" -> out.write(Markup.escape(new VerdictLine(judgement).text()));
        case "source" -> out.write(Markup.escape(Wording.stack(judgement.stack())));
        case "entries" -> out.write(panel.entryPoints());
        case "findings" -> out.write(panel.findings());
        case "more" -> out.write(panel.more());
        case "sheets" -> sheets(sheets, out);
        case "model" -> out.write(new SystemModel(completed, sheets, judgement.findings()).json());
        default -> throw new IllegalStateException("the page asks for what nobody knows");
      }
      at = close + 2;
    }
    out.write(page, at, page.length() - at);
  }

  private static String policy(String style, String script) {
    return "default-src 'none'; base-uri 'none'; form-action 'none'; script-src "
        + Asset.hash(script)
        + "; style-src "
        + Asset.hash(style);
  }

  private static String joined(List<String> assets) {
    StringBuilder text = new StringBuilder();
    assets.forEach(asset -> text.append(Asset.text(asset)));
    return text.toString();
  }

  /** The first is shown; what is in the others is not even laid out before somebody opens them. */
  private static void sheets(List<Atlas.Sheet> sheets, Writer out) throws IOException {
    int first = 0;
    for (int i = 0; i < sheets.size(); i++) {
      Atlas.Sheet sheet = sheets.get(i);
      String drawn = new SvgPicture().draw(sheet.picture(), sheet.name(), first, "");
      out.write(
          i == 0 ? "<div id=\"drawing\" tabindex=\"-1\">" : "<template id=\"sheet-" + i + "\">");
      out.write(drawn);
      out.write(i == 0 ? "</div>\n" : "</template>\n");
      first += sheet.picture().cards().size();
    }
  }

  private static String outcome(Judgement judgement) {
    return new VerdictLine(judgement).nothingWasJudged()
        ? "not-judged"
        : judgement.verdict().name().toLowerCase(Locale.ROOT);
  }

  /** Its name; where it has none, what it is. */
  private static String title(StackSummary stack) {
    return Stream.of(stack.project(), stack.name())
        .filter(name -> !name.isEmpty())
        .reduce((project, name) -> project + " / " + name)
        .orElseGet(() -> stack.source().name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }
}
