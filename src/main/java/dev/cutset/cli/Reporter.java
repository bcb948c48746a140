package dev.cutset.cli;

import dev.cutset.gate.Inspection;
import dev.cutset.policy.Comparison;
import dev.cutset.policy.Judgement;
import dev.cutset.policy.PolicyCatalog;
import dev.cutset.report.ArchitectureDrawing;
import dev.cutset.report.CodeLocations;
import dev.cutset.report.CodeQualityReport;
import dev.cutset.report.JsonReport;
import dev.cutset.report.JunitReport;
import dev.cutset.report.MarkdownReport;
import dev.cutset.report.SarifReport;
import dev.cutset.report.TerminalReport;
import dev.cutset.report.TerminalSettings;
import dev.cutset.report.picture.HtmlReport;
import dev.cutset.source.CodeSearch;
import dev.cutset.stack.SourcePosition;
import dev.cutset.stack.Urn;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows and writes the reports that somebody asked for. */
final class Reporter {
  private final Surroundings surroundings;
  private final ReportOptions options;
  private final PolicyCatalog policies;
  private final Optional<Comparison> change;

  /**
   * A reporter.
   *
   * @param policies those that judged
   * @param change from what the stack is compared with, where it is
   */
  Reporter(
      Surroundings surroundings,
      ReportOptions options,
      PolicyCatalog policies,
      Optional<Comparison> change) {
    this.surroundings = surroundings;
    this.options = options;
    this.policies = policies;
    this.change = change;
  }

  /** Makes all of them: files first, so that nothing is shown where one cannot be written. */
  void report(Inspection inspection, Input input) throws WrongUseException, IOException {
    List<ReportFile> files = options.files();
    for (ReportFile report : files) {
      new OutputFile(surroundings.resolve(report.file()))
          .write(
              out ->
                  render(report.format(), inspection, input, out, StandardCharsets.UTF_8, false));
    }
    Optional<ReportFormat> shown = options.shown();
    if (shown.isPresent()) {
      render(
          shown.get(),
          inspection,
          input,
          surroundings.out(),
          surroundings.charset(),
          surroundings.colour());
    }
    for (ReportFile report : files) {
      surroundings.err().println("cutset: the report is in `" + report.file() + "`");
    }
  }

  private void render(
      ReportFormat format,
      Inspection inspection,
      Input input,
      OutputStream out,
      Charset charset,
      boolean colour)
      throws IOException {
    Judgement judgement = inspection.judgement();
    switch (format) {
      case JSON -> new JsonReport(Version.text()).render(judgement, out);
      case JUNIT -> new JunitReport(policies).render(judgement, out);
      case SARIF ->
          new SarifReport(Version.text(), policies)
              .render(judgement, locations(inspection, input), out);
      case CODE_QUALITY ->
          new CodeQualityReport().render(judgement, locations(inspection, input), out);
      case MARKDOWN -> {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        new MarkdownReport()
            .render(judgement, change, ArchitectureDrawing.of(inspection.architecture()), writer);
        writer.flush();
      }
      case HTML -> {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        new HtmlReport().render(judgement, inspection.completed(), inspection.parents(), writer);
        writer.flush();
      }
      case TERMINAL -> {
        Writer writer = new OutputStreamWriter(out, charset);
        new TerminalReport(
                new TerminalSettings(surroundings.width(), colour, options.verbose(), charset))
            .render(judgement, writer);
        writer.flush();
      }
    }
  }

  /** Code hosts want paths from where the pipeline runs, which is the root of the repository. */
  private CodeLocations locations(Inspection inspection, Input input) {
    Path folder = input.folder();
    String prefix = slashed(folder);
    Map<Urn, SourcePosition> positions = new HashMap<>();
    new CodeSearch(folder.toAbsolutePath().normalize())
        .positions(inspection.stack().resources())
        .forEach(
            (urn, position) ->
                positions.put(
                    urn, new SourcePosition(join(prefix, position.file()), position.line())));
    return new CodeLocations(name(input, prefix), positions);
  }

  private String name(Input input, String prefix) {
    if (input instanceof Input.Located located) {
      return slashed(located.path());
    }
    return input instanceof Input.Streamed ? "stdin" : join(prefix, "Pulumi.yaml");
  }

  private String slashed(Path path) {
    Path here = surroundings.folder().toAbsolutePath().normalize();
    Path there = path.toAbsolutePath().normalize();
    Path shown = there.startsWith(here) ? here.relativize(there) : there;
    return shown.toString().replace('\\', '/');
  }

  private static String join(String folder, String file) {
    return folder.isEmpty() ? file : folder + "/" + file;
  }
}
