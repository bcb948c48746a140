package dev.cutset.report;

import dev.cutset.policy.Baseline.Split;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Known;
import dev.cutset.report.Ink.Sign;
import dev.cutset.report.Ink.Tone;
import java.io.IOException;
import java.util.List;

/** Whether a baseline still says what is there, for a person at a terminal. */
public final class BaselineReport {
  private static final int MARGIN = 4;

  private final TerminalSettings settings;
  private final Ink ink;

  public BaselineReport(TerminalSettings settings) {
    this.settings = settings;
    this.ink = new Ink(settings);
  }

  /** Compares the baseline with what was found. */
  public void render(Split split, Appendable out) throws IOException {
    Page page = new Page(out, settings.width());
    boolean good = !split.blocks() && split.fixed().isEmpty();
    page.paragraph(0, ink.in(good ? Tone.GREEN : Tone.RED, line(split)));
    findings("new", Sign.BAD, split.added(), page);
    findings("worse", Sign.BAD, split.worse(), page);
    known("no longer found", Sign.GOOD, split.fixed(), page);
    findings("still there", Sign.BULLET, split.known(), page);
  }

  private static String line(Split split) {
    String fixed =
        split.fixed().isEmpty()
            ? ""
            : "; "
                + Wording.count(split.fixed().size(), "finding", "findings")
                + " in it "
                + (split.fixed().size() == 1 ? "is" : "are")
                + " no longer found, which `cutset baseline write` drops";
    if (split.blocks()) {
      return "blocked: something that blocks is not in the baseline" + fixed;
    }
    return split.fixed().isEmpty()
        ? "the baseline knows all that blocks, and nothing that is gone"
        : "the baseline knows all that blocks" + fixed;
  }

  private void findings(String heading, Sign sign, List<Finding> findings, Page page)
      throws IOException {
    known(heading, sign, findings.stream().map(Known::of).toList(), page);
  }

  private void known(String heading, Sign sign, List<Known> findings, Page page)
      throws IOException {
    if (findings.isEmpty()) {
      return;
    }
    page.blank();
    page.line(ink.in(Tone.BOLD, heading) + " (" + findings.size() + ")");
    for (Known known : findings) {
      String kind = known.cause().policy() + ", " + known.cause().scope().word() + " failure";
      page.hanging(
          "  " + ink.sign(sign),
          MARGIN,
          ink.safe(known.title())
              + ink.in(Tone.DIM, ink.safe(" (" + kind + (known.blocks() ? ", blocks" : "") + ")")));
    }
  }
}
