package dev.cutset.cli;

import dev.cutset.analysis.Analysis;
import dev.cutset.analysis.Loss.Round;
import dev.cutset.analysis.Rehearsal;
import dev.cutset.analysis.TooManyPairsException;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.config.ConfigurationException;
import dev.cutset.experiment.Dialect;
import dev.cutset.experiment.Experiment;
import dev.cutset.experiment.ExperimentPlanner;
import dev.cutset.experiment.ExperimentText;
import dev.cutset.gate.Inspection;
import dev.cutset.pulumi.host.ProgramException;
import dev.cutset.report.ChaosJson;
import dev.cutset.report.ChaosMarkdown;
import dev.cutset.report.ChaosReport;
import dev.cutset.report.RehearsalTable;
import dev.cutset.report.TerminalSettings;
import dev.cutset.source.UnreadableInputException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes everything away in turn, in the model, and says what stays up. */
@Command(
    name = "chaos",
    description = "Takes everything away in turn, in the model, and shows what stays up.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  cutset chaos preview.json",
      "  cutset chaos --pairs --rounds 100 --seed 7 preview.json",
      "  cutset chaos --export fis --to experiments preview.json"
    })
final class ChaosCommand implements Callable<Integer> {
  /** Pairs of more could take minutes. */
  private static final int MOST_PAIRED = 10_000;

  private static final int MOST_ROUNDS = 100_000;

  private final Surroundings surroundings;
  private final Examiner examiner;

  @Mixin private PathParameter path = new PathParameter();

  @Mixin private StackOptions stack = new StackOptions();

  @Option(
      names = "--pairs",
      description = "Also takes any two away, and shows those that do more than each by itself.")
  private boolean pairs;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Also takes two to four away at random, so many times.")
  private int rounds;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "What random rounds are drawn with; 1 when left out.")
  private long seed = 1;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "terminal|json|markdown",
      converter = Format.Word.class,
      completionCandidates = Format.Word.class,
      description = "How to show what stays up; terminal when left out.")
  private Format format = Format.TERMINAL;

  @Option(
      names = {"-v", "--verbose"},
      description = "Shows also what does no harm.")
  private boolean verbose;

  @Mixin private OutputOption output = new OutputOption();

  @Option(
      names = "--export",
      paramLabel = "fis|chaos-mesh|litmus",
      converter = DialectWord.class,
      completionCandidates = DialectWord.class,
      description = "Writes an experiment for each loss that the tool can cause; needs --to.")
  private Optional<Dialect> export = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      description = "Where experiments go; the folder is made, files of the same name replaced.")
  private Optional<String> to = Optional.empty();

  ChaosCommand(Surroundings surroundings, Inspector inspector) {
    this.surroundings = surroundings;
    this.examiner = new Examiner(surroundings, inspector);
  }

  /** The formats of the tables. */
  enum Format {
    TERMINAL,
    JSON,
    MARKDOWN;

    /** Reads it from its word. */
    static final class Word extends Words.ConstantWord<Format> {
      Word() {
        super(values());
      }
    }
  }

  /** Reads the name of a tool. */
  static final class DialectWord extends Words.ConstantWord<Dialect> {
    DialectWord() {
      super(Dialect.values());
    }
  }

  @Override
  public Integer call()
      throws NothingToCheckException,
          ConfigurationException,
          UnreadableInputException,
          ProgramException,
          WrongUseException,
          IOException {
    refuseOddOptions();
    Examiner.Examined seen = examiner.examine(path.given(), stack, Optional.empty());
    Inspection inspection = seen.inspection();
    Analysis analysis =
        BundledInspector.gate(YamlCatalog.bundled(), seen.rulebook())
            .analyse(inspection.stack(), seen.configuration());
    Rehearsal rehearsal = new Rehearsal(analysis);
    RehearsalTable table = table(rehearsal);
    output.write(surroundings, (out, charset, colour) -> render(table, out, charset, colour));
    if (export.isPresent()) {
      Experiment.Plan plan =
          new ExperimentPlanner(inspection.stack(), inspection.architecture())
              .plan(table.singles(), export.get());
      export(plan, surroundings.resolve(to.orElseThrow()));
    }
    return ExitCode.NOTHING_BLOCKS;
  }

  private void refuseOddOptions() throws WrongUseException {
    if (export.isPresent() != to.isPresent()) {
      throw new WrongUseException(
          export.isPresent()
              ? "--export needs a folder; name one with --to"
              : "--to is for experiments; say with --export which tool they are for");
    }
    if (rounds < 0 || rounds > MOST_ROUNDS) {
      throw new WrongUseException(
          "--rounds " + rounds + " is out of range; give a number up to " + MOST_ROUNDS);
    }
  }

  private RehearsalTable table(Rehearsal rehearsal) throws WrongUseException {
    return new RehearsalTable(
        rehearsal.entryPoints(),
        rehearsal.singles(),
        pairs ? pairs(rehearsal) : List.<Round>of(),
        rehearsal.random(rounds, seed),
        seed);
  }

  private static List<Round> pairs(Rehearsal rehearsal) throws WrongUseException {
    if (rehearsal.failures() > MOST_PAIRED) {
      throw new WrongUseException(
          rehearsal.failures()
              + " failures are too many for --pairs, which takes "
              + MOST_PAIRED
              + "; draw some with --rounds");
    }
    try {
      return rehearsal.pairs();
    } catch (TooManyPairsException e) {
      throw new WrongUseException(
          e.getMessage() + "; draw some with --rounds, or look at the stack in parts");
    }
  }

  private void render(RehearsalTable table, OutputStream out, Charset charset, boolean colour)
      throws IOException {
    if (format == Format.JSON) {
      new ChaosJson(Version.text()).render(table, out);
      return;
    }
    Writer writer =
        new OutputStreamWriter(out, format == Format.TERMINAL ? charset : StandardCharsets.UTF_8);
    if (format == Format.TERMINAL) {
      new ChaosReport(new TerminalSettings(surroundings.width(), colour, verbose, charset))
          .render(table, writer);
    } else {
      new ChaosMarkdown().render(table, writer);
    }
    writer.flush();
  }

  private void export(Experiment.Plan plan, Path folder) throws WrongUseException, IOException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new WrongUseException(
          "`" + folder + "` cannot be made; name a folder where you may write");
    }
    for (Experiment experiment : plan.experiments()) {
      new OutputFile(folder.resolve(experiment.file()))
          .write(out -> ExperimentText.write(experiment, out));
    }
    // What is shown may be read by a program; what was written is for whoever started it.
    OutputStream shown =
        format == Format.TERMINAL && !output.isFile() ? surroundings.out() : surroundings.err();
    Writer writer = new OutputStreamWriter(shown, surroundings.charset());
    new ChaosReport(
            new TerminalSettings(surroundings.width(), false, verbose, surroundings.charset()))
        .exported(
            plan.experiments().stream().map(one -> one.file() + ": " + one.claim()).toList(),
            plan.skipped().stream()
                .map(
                    one -> one.loss().kind().word() + " " + one.loss().name() + ": " + one.reason())
                .toList(),
            writer);
    writer.flush();
  }
}
