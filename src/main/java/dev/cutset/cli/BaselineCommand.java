package dev.cutset.cli;

import dev.cutset.config.BaselineReader;
import dev.cutset.config.ConfigurationException;
import dev.cutset.policy.Baseline;
import dev.cutset.policy.Baseline.Split;
import dev.cutset.policy.Judgement;
import dev.cutset.policy.Known;
import dev.cutset.pulumi.host.ProgramException;
import dev.cutset.report.BaselineReport;
import dev.cutset.report.TerminalSettings;
import dev.cutset.source.UnreadableInputException;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Remembers what is found today, so that only what is new fails the build. */
@Command(
    name = "baseline",
    description = "Remembers what is found today, so that only what is new fails the build.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "(write | check) [PATH]",
    footerHeading = "%nExamples:%n",
    footer = {
      "  cutset baseline write preview.json",
      "  cutset check --baseline cutset-baseline.json preview.json",
      "  cutset baseline check preview.json"
    })
final class BaselineCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Examiner examiner;

  BaselineCommand(Surroundings surroundings, Inspector inspector) {
    this.surroundings = surroundings;
    this.examiner = new Examiner(surroundings, inspector);
  }

  /** Which stack, and which file. */
  static final class Options {
    @Mixin private PathParameter path = new PathParameter();

    @Option(
        names = {"-F", "--file"},
        paramLabel = "FILE",
        description = "The baseline; " + BaselineFile.NAME + " beside the stack when left out.")
    private Optional<String> file = Optional.empty();

    @Mixin private TargetOption target = new TargetOption();

    @Mixin private StackOptions stack = new StackOptions();
  }

  @Override
  public Integer call() throws WrongUseException {
    throw new WrongUseException("say what to do with the baseline: `write` or `check`");
  }

  @Command(
      name = "write",
      description = {
        "Writes down all that is found, but for what is waived; what was mended is dropped."
      },
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      sortOptions = false,
      footerHeading = "%nExamples:%n",
      footer = {
        "  cutset baseline write preview.json",
        "  cutset baseline write --file known.json preview.json"
      })
  int write(@Mixin Options options)
      throws NothingToCheckException,
          ConfigurationException,
          UnreadableInputException,
          ProgramException,
          WrongUseException {
    Input input = new InputFinder(surroundings).find(options.path.given(), options.stack);
    BaselineFile files = new BaselineFile(surroundings);
    Path file = files.place(options.file, input);
    Judgement judgement = judgement(input, options);
    Baseline baseline = Baseline.of(judgement);
    Optional<Baseline> former = former(file);
    files.write(baseline, file);
    long blocking = baseline.findings().stream().filter(Known::blocks).count();
    surroundings
        .out()
        .println(
            "`"
                + files.shown(file)
                + "` holds "
                + count(baseline.findings().size())
                + ", "
                + blocking
                + " of which would block"
                + former.map(old -> "; " + changes(old.split(judgement))).orElse(""));
    return ExitCode.NOTHING_BLOCKS;
  }

  private static String changes(Split split) {
    return split.added().size()
        + " added, "
        + split.worse().size()
        + " worse, "
        + split.fixed().size()
        + " dropped";
  }

  private static String count(int findings) {
    return findings + (findings == 1 ? " finding" : " findings");
  }

  /** What it says so far; a broken file is what writing it anew is for. */
  private static Optional<Baseline> former(Path file) {
    try {
      return Files.exists(file) ? Optional.of(BaselineReader.read(file)) : Optional.empty();
    } catch (ConfigurationException e) {
      return Optional.empty();
    }
  }

  @Command(
      name = "check",
      description = "Says what is new since the baseline, and what in it is no longer found.",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      sortOptions = false,
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:the baseline knows all that blocks, and nothing that is gone",
        "1:something new blocks, or something in it is no longer found",
        "2:wrong use, or a mistake in the configuration or the baseline",
        "3:the input cannot be read, or the program failed",
        "4:nothing was judged: no answer from who judges, or an internal error"
      },
      footerHeading = "%nExamples:%n",
      footer = {"  cutset baseline check preview.json"})
  int check(@Mixin Options options)
      throws NothingToCheckException,
          ConfigurationException,
          UnreadableInputException,
          ProgramException,
          WrongUseException,
          IOException {
    Input input = new InputFinder(surroundings).find(options.path.given(), options.stack);
    BaselineFile files = new BaselineFile(surroundings);
    Path file = files.place(options.file, input);
    Baseline baseline = files.read(file, options.file.orElse(file.toString()));
    Split split = baseline.split(judgement(input, options));
    Writer writer = new OutputStreamWriter(surroundings.out(), surroundings.charset());
    new BaselineReport(
            new TerminalSettings(
                surroundings.width(), surroundings.colour(), false, surroundings.charset()))
        .render(split, writer);
    writer.flush();
    return split.blocks() || !split.fixed().isEmpty() ? ExitCode.BLOCKED : ExitCode.NOTHING_BLOCKS;
  }

  private Judgement judgement(Input input, Options options)
      throws ConfigurationException, UnreadableInputException, ProgramException, WrongUseException {
    return examiner.examine(input, options.stack, options.target.scope()).inspection().judgement();
  }
}
