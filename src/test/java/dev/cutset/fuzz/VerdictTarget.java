package dev.cutset.fuzz;

import dev.cutset.catalog.Software;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.config.Configuration;
import dev.cutset.gate.Gate;
import dev.cutset.gate.Inspection;
import dev.cutset.policy.Judge;
import dev.cutset.policy.JudgeException;
import dev.cutset.policy.PolicyCatalog;
import dev.cutset.report.ArchitectureDrawing;
import dev.cutset.report.CodeLocations;
import dev.cutset.report.CodeQualityReport;
import dev.cutset.report.DotReport;
import dev.cutset.report.Drawing;
import dev.cutset.report.JsonReport;
import dev.cutset.report.JunitReport;
import dev.cutset.report.MarkdownReport;
import dev.cutset.report.MermaidReport;
import dev.cutset.report.SarifReport;
import dev.cutset.report.TerminalReport;
import dev.cutset.report.TerminalSettings;
import dev.cutset.source.StackReader;
import dev.cutset.source.UnreadableInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The whole way of a stack, from an input to a verdict in each form that is text. */
public final class VerdictTarget {
  private static final YamlCatalog CATALOG = YamlCatalog.bundled();
  private static final PolicyCatalog POLICIES = PolicyCatalog.bundled();
  private static final Gate GATE = new Gate(CATALOG, Software.all(), judge());

  private VerdictTarget() {}

  private static Judge judge() {
    try {
      return Judge.bundled();
    } catch (JudgeException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    Inspection seen;
    try {
      seen =
          GATE.inspect(
              new StackReader(CATALOG, CATALOG).read(new ByteArrayInputStream(input), "input"),
              Configuration.EMPTY);
    } catch (UnreadableInputException refused) {
      return;
    }
    show(seen);
  }

  private static void show(Inspection seen) throws IOException {
    CodeLocations places = new CodeLocations("Pulumi.yaml", Map.of());
    Drawing drawing = ArchitectureDrawing.of(seen.architecture());
    OutputStream bytes = OutputStream.nullOutputStream();
    Writer text = Writer.nullWriter();
    new JsonReport("1").render(seen.judgement(), bytes);
    new SarifReport("1", POLICIES).render(seen.judgement(), places, bytes);
    new JunitReport(POLICIES).render(seen.judgement(), bytes);
    new CodeQualityReport().render(seen.judgement(), places, bytes);
    new MarkdownReport().render(seen.judgement(), drawing, text);
    new TerminalReport(new TerminalSettings(80, true, true, StandardCharsets.UTF_8))
        .render(seen.judgement(), text);
    new DotReport().render(drawing, text);
    new MermaidReport().render(drawing, text);
  }
}
