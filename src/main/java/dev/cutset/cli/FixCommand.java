package dev.cutset.cli;

import dev.cutset.catalog.YamlCatalog;
import dev.cutset.config.ConfigurationException;
import dev.cutset.config.Prices;
import dev.cutset.config.PricesReader;
import dev.cutset.gate.FixPlanner;
import dev.cutset.gate.Gate;
import dev.cutset.policy.FixPlan;
import dev.cutset.pulumi.host.ProgramException;
import dev.cutset.report.FixJson;
import dev.cutset.report.FixReport;
import dev.cutset.report.TerminalSettings;
import dev.cutset.source.UnreadableInputException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says which properties to set so that a stack reaches its target. */
@Command(
    name = "fix",
    description = "Works out which properties to set so that a stack reaches its target.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the target is reached with what is shown, or already",
      "1:something is left that no property mends",
      "2:wrong use or configuration",
      "3:the input cannot be read, or the program failed",
      "4:nothing was judged: no answer from who judges, or an internal error"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  cutset fix preview.json",
      "  cutset fix --what-if path/to/project",
      "  cutset fix --prices prices.yaml --format json plan.json"
    })
final class FixCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Examiner examiner;

  @Mixin private PathParameter path = new PathParameter();

  @Mixin private TargetOption target = new TargetOption();

  @Mixin private StackOptions stack = new StackOptions();

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description = {
        "What one more copy costs, by type, URN or name, in YAML. Copies are counted when left"
            + " out."
      })
  private Optional<String> prices = Optional.empty();

  @Option(
      names = "--what-if",
      description = "Shows the whole verdict on the stack with the fixes too.")
  private boolean whatIf;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "terminal|json",
      converter = PlainFormat.Word.class,
      completionCandidates = PlainFormat.Word.class,
      description = "How to show the fixes; terminal when left out.")
  private PlainFormat format = PlainFormat.TERMINAL;

  @Mixin private OutputOption output = new OutputOption();

  FixCommand(Surroundings surroundings, Inspector inspector) {
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
    Prices known = prices();
    Examiner.Examined seen = examiner.examine(path.given(), stack, target.scope());
    Gate gate = BundledInspector.gate(YamlCatalog.bundled(), seen.rulebook());
    FixPlan plan =
        new FixPlanner(gate, seen.inspection().stack(), seen.configuration()).plan(known);
    output.write(surroundings, (out, charset, colour) -> render(plan, out, charset, colour));
    return plan.reached() ? ExitCode.NOTHING_BLOCKS : ExitCode.BLOCKED;
  }

  private Prices prices() throws ConfigurationException, WrongUseException {
    if (prices.isEmpty()) {
      return Prices.NONE;
    }
    return PricesReader.read(surroundings.file(prices.get(), "--prices"));
  }

  private void render(FixPlan plan, OutputStream out, Charset charset, boolean colour)
      throws IOException {
    if (format == PlainFormat.JSON) {
      new FixJson(Version.text()).render(plan, whatIf, out);
      return;
    }
    Writer writer = new OutputStreamWriter(out, charset);
    new FixReport(new TerminalSettings(surroundings.width(), colour, false, charset))
        .render(plan, whatIf, writer);
    writer.flush();
  }
}
