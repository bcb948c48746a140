package dev.cutset.cli;

import dev.cutset.catalog.Scope;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.config.Configuration;
import dev.cutset.config.ConfigurationException;
import dev.cutset.config.Prices;
import dev.cutset.config.PricesReader;
import dev.cutset.gate.FixPlanner;
import dev.cutset.policy.FixPlan;
import dev.cutset.pulumi.host.ProgramException;
import dev.cutset.report.FixJson;
import dev.cutset.report.FixReport;
import dev.cutset.report.TerminalSettings;
import dev.cutset.source.UnreadableInputException;
import dev.cutset.stack.Stack;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
      "4:internal error"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  cutset fix preview.json",
      "  cutset fix --what-if path/to/project",
      "  cutset fix --prices prices.yaml --format json plan.json"
    })
final class FixCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Inspector inspector;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..1",
      description = "What `cutset check` takes. The current folder when left out.")
  private Optional<String> path = Optional.empty();

  @Option(
      names = {"-t", "--target"},
      paramLabel = "SCOPE",
      converter = Words.ScopeWord.class,
      description = {
        "The failure to survive: instance, zone, region, provider or cloud. Stands above the"
            + " configuration's target; zone when neither is given."
      })
  private Optional<Scope> target = Optional.empty();

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
      description = "How to show the fixes; terminal when left out.")
  private PlainFormat format = PlainFormat.TERMINAL;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Writes the fixes there, whole or not at all, instead of showing them.")
  private Optional<String> output = Optional.empty();

  FixCommand(Surroundings surroundings, Inspector inspector) {
    this.surroundings = surroundings;
    this.inspector = inspector;
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
    Input input = new InputFinder(surroundings).find(path, stack);
    Configuration found = new ConfigurationFinder(surroundings).find(stack.file(), input);
    Configuration configuration = target.map(found::withTarget).orElse(found);
    Stack declared = inspector.inspect(input, configuration).stack();
    FixPlan plan =
        new FixPlanner(BundledInspector.gate(YamlCatalog.bundled()), declared, configuration)
            .plan(known);
    if (output.isPresent()) {
      new OutputFile(surroundings.resolve(output.get())).write(out -> render(plan, false, out));
    } else {
      render(plan, surroundings.colour(), surroundings.out());
    }
    return plan.reached() ? ExitCode.NOTHING_BLOCKS : ExitCode.BLOCKED;
  }

  private Prices prices() throws ConfigurationException, WrongUseException {
    if (prices.isEmpty()) {
      return Prices.NONE;
    }
    Path file = surroundings.resolve(prices.get());
    if (!Files.isRegularFile(file)) {
      throw new WrongUseException(
          "no file `" + prices.get() + "`; check what you gave as --prices");
    }
    return PricesReader.read(file);
  }

  private void render(FixPlan plan, boolean colour, OutputStream out) throws IOException {
    if (format == PlainFormat.JSON) {
      new FixJson(Version.text()).render(plan, whatIf, out);
      return;
    }
    Writer writer = new OutputStreamWriter(out, surroundings.charset());
    new FixReport(new TerminalSettings(surroundings.width(), colour, false, surroundings.charset()))
        .render(plan, whatIf, writer);
    writer.flush();
  }
}
