package dev.cutset.report;

import dev.cutset.analysis.Availability;
import dev.cutset.analysis.Availability.Cost;
import dev.cutset.analysis.Figures.Figure;
import dev.cutset.policy.Fix;
import dev.cutset.report.Ink.Sign;
import dev.cutset.report.Ink.Tone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How much of the time a stack is down, for a person at a terminal. */
public final class AvailabilityReport {
  private final TerminalSettings settings;
  private final Ink ink;

  public AvailabilityReport(TerminalSettings settings) {
    this.settings = settings;
    this.ink = new Ink(settings);
  }

  public void render(AvailabilityPage report, Appendable out) throws IOException {
    Page page = new Page(out, settings.width());
    if (report.entryPoints().isEmpty()) {
      page.paragraph(0, "nothing that users come in by was found, so nothing was worked out");
      return;
    }
    boolean first = true;
    for (Availability one : report.entryPoints()) {
      if (!first) {
        page.blank();
      }
      first = false;
      entryPoint(one, page);
    }
    gains(report, page);
    page.blank();
    page.paragraph(
        0,
        ink.in(
            Tone.DIM,
            "figures are what providers commit to or assumptions, not measurements; failures are"
                + " taken to be independent; --figures FILE puts others in their place"));
  }

  private void entryPoint(Availability one, Page page) throws IOException {
    page.paragraph(
        0,
        ink.in(Tone.BOLD, ink.safe(one.entryPoint().name()))
            + "  "
            + Shares.up(one.down())
            + ", down "
            + Shares.year(one.down())
            + " a year"
            + (one.exact() ? "" : " (bounds: too large to work out exactly)"));
    Map<String, Integer> sources = new LinkedHashMap<>();
    for (Cost cost : one.costs()) {
      int source = sources.computeIfAbsent(cost.figure().source(), s -> sources.size() + 1);
      page.hanging(
          "  " + ink.sign(Sign.BULLET),
          4,
          ink.safe(cost.component().kind().name()) + cost(cost, source));
    }
    Map<Figure, List<String>> domains = new LinkedHashMap<>();
    for (Availability.Used used : one.figures()) {
      if (used.domain()) {
        domains.computeIfAbsent(used.figure(), figure -> new ArrayList<>()).add(used.what());
      }
    }
    for (Map.Entry<Figure, List<String>> domain : domains.entrySet()) {
      Figure figure = domain.getKey();
      int source = sources.computeIfAbsent(figure.source(), s -> sources.size() + 1);
      String text =
          String.join(", ", domain.getValue())
              + ": "
              + Shares.up(new Availability.Range(figure.best(), figure.worst()))
              + " ["
              + source
              + "]";
      page.hanging("  " + ink.sign(Sign.BULLET), 4, ink.in(Tone.DIM, ink.safe(text)));
    }
    for (Map.Entry<String, Integer> source : sources.entrySet()) {
      page.hanging(
          "    [" + source.getValue() + "]", 8, ink.in(Tone.DIM, ink.safe(source.getKey())));
    }
  }

  private static String cost(Cost cost, int source) {
    double best = cost.figure().best();
    double worst = cost.figure().worst();
    String figure =
        Shares.up(new Availability.Range(best, worst))
            + (cost.copies() == 0 ? " as a whole" : " one copy")
            + " ["
            + source
            + "]";
    String pair =
        ", two side by side "
            + Shares.up(new Availability.Range(best * best, worst * worst))
            + (cost.copies() > 0 ? "; has " + Wording.count(cost.copies(), "copy", "copies") : "");
    return " costs " + Shares.year(cost.cost()) + " a year: " + figure + pair;
  }

  private void gains(AvailabilityPage report, Page page) throws IOException {
    if (report.gains().isEmpty()) {
      return;
    }
    page.blank();
    page.line(ink.in(Tone.BOLD, "what each fix by itself would gain"));
    for (AvailabilityPage.Gain gain : report.gains()) {
      page.hanging("  " + ink.sign(Sign.BULLET), 4, ink.safe(named(gain.fix(), report)));
      List<String> shorter = shorter(report.entryPoints(), gain.entryPoints());
      if (shorter.isEmpty()) {
        shorter = List.of("nothing that shows in these figures");
      }
      for (String one : shorter) {
        page.hanging("    " + ink.sign(Sign.LEADS_TO), 6, ink.safe(one));
      }
    }
  }

  /** Those whose time changes as far as it is shown: a fix concerns few of many entry points. */
  private static List<String> shorter(List<Availability> now, List<Availability> then) {
    List<String> shorter = new ArrayList<>();
    for (int i = 0; i < then.size(); i++) {
      String before = Shares.year(now.get(i).down());
      String after = Shares.year(then.get(i).down());
      if (!after.equals(before)) {
        shorter.add(now.get(i).entryPoint().name() + " down " + after + " in place of " + before);
      }
    }
    return shorter;
  }

  private static String named(Fix fix, AvailabilityPage page) {
    return fix.urn().name() + ": " + String.join(", ", page.set(fix, " "));
  }
}
