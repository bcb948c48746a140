package dev.cutset.cli;

import dev.cutset.analysis.Availability;
import dev.cutset.analysis.AvailabilityAnalysis;
import dev.cutset.analysis.Figures;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.config.Configuration;
import dev.cutset.config.ConfigurationException;
import dev.cutset.config.FigureTable;
import dev.cutset.config.FigureTableReader;
import dev.cutset.config.Prices;
import dev.cutset.gate.FixPlanner;
import dev.cutset.gate.Gate;
import dev.cutset.gate.KnownFigures;
import dev.cutset.policy.Fix;
import dev.cutset.pulumi.host.ProgramException;
import dev.cutset.report.AvailabilityJson;
import dev.cutset.report.AvailabilityPage;
import dev.cutset.report.AvailabilityReport;
import dev.cutset.report.TerminalSettings;
import dev.cutset.source.UnreadableInputException;
import dev.cutset.stack.Stack;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says how much of the time a stack is down, and what costs most of it. */
@Command(
    name = "availability",
    description = "Works out how much of the time entry points are down, and what costs most.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  cutset availability preview.json",
      "  cutset availability --figures measured.yaml --format json preview.json"
    })
final class AvailabilityCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Examiner examiner;

  @Mixin private PathParameter path = new PathParameter();

  @Mixin private StackOptions stack = new StackOptions();

  @Option(
      names = "--figures",
      paramLabel = "FILE",
      description = {
        "How much of the time things are available, by type, URN, name or domain, in YAML; stands"
            + " before what comes with Cutset."
      })
  private Optional<String> figures = Optional.empty();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "terminal|json",
      converter = PlainFormat.Word.class,
      completionCandidates = PlainFormat.Word.class,
      description = "How to show it; terminal when left out.")
  private PlainFormat format = PlainFormat.TERMINAL;

  @Mixin private OutputOption output = new OutputOption();

  AvailabilityCommand(Surroundings surroundings, Inspector inspector) {
    this.surroundings = surroundings;
    this.examiner = new Examiner(surroundings, inspector);
  }

  @Override
  public Integer call()
      throws NothingToCheckException,
          ConfigurationException,
          UnreadableInputException,
          ProgramException,
          WrongUseException,
          IOException {
    Figures known = new KnownFigures(table());
    Examiner.Examined seen = examiner.examine(path.given(), stack, Optional.empty());
    AvailabilityPage page = page(seen, known);
    output.write(surroundings, (out, charset, colour) -> render(page, out, charset, colour));
    return ExitCode.NOTHING_BLOCKS;
  }

  private FigureTable table() throws ConfigurationException, WrongUseException {
    if (figures.isEmpty()) {
      return FigureTableReader.bundled();
    }
    return FigureTableReader.read(surroundings.file(figures.get(), "--figures"))
        .orElse(FigureTableReader.bundled());
  }

  private static AvailabilityPage page(Examiner.Examined seen, Figures figures) {
    Stack stack = seen.inspection().stack();
    Configuration configuration = seen.configuration();
    Gate gate = BundledInspector.gate(YamlCatalog.bundled(), seen.rulebook());
    List<Availability> now =
        new AvailabilityAnalysis(gate.analyse(stack, configuration), figures).entryPoints();
    List<AvailabilityPage.Gain> gains = new ArrayList<>();
    for (Fix fix : new FixPlanner(gate, stack, configuration).plan(Prices.NONE).fixes()) {
      Stack fixed = FixPlanner.with(stack, fix);
      List<Availability> then =
          new AvailabilityAnalysis(gate.analyse(fixed, configuration), figures).entryPoints();
      if (then.size() == now.size()) {
        gains.add(new AvailabilityPage.Gain(fix, then));
      }
    }
    return new AvailabilityPage(now, gains, stack.source().isTerraform());
  }

  private void render(AvailabilityPage page, OutputStream out, Charset charset, boolean colour)
      throws IOException {
    if (format == PlainFormat.JSON) {
      new AvailabilityJson(Version.text()).render(page, out);
      return;
    }
    Writer writer = new OutputStreamWriter(out, charset);
    new AvailabilityReport(new TerminalSettings(surroundings.width(), colour, false, charset))
        .render(page, writer);
    writer.flush();
  }
}
