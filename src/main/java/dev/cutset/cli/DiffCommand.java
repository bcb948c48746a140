package dev.cutset.cli;

import dev.cutset.config.ConfigurationException;
import dev.cutset.policy.Comparison;
import dev.cutset.policy.Judgement;
import dev.cutset.pulumi.host.ProgramException;
import dev.cutset.report.DiffJson;
import dev.cutset.report.DiffMarkdown;
import dev.cutset.report.DiffReport;
import dev.cutset.report.TerminalSettings;
import dev.cutset.source.UnreadableInputException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says which single points of failure a change brings, and which it takes away. */
@Command(
    name = "diff",
    description = "Says which single points of failure a change adds, removes and keeps.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the change adds nothing that blocks",
      "1:a finding that blocks is added, or one blocks that did not",
      "2:wrong use or configuration",
      "3:an input cannot be read, or a program failed",
      "4:nothing was judged: no answer from who judges, or an internal error"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  cutset diff main.json branch.json",
      "  pulumi stack export > now.json && cutset diff now.json path/to/project",
      "  pulumi stack export | cutset diff - preview.json",
      "  cutset diff --format markdown --output comment.md main.json branch.json"
    })
final class DiffCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Examiner examiner;

  @Parameters(
      index = "0",
      paramLabel = "BEFORE",
      description = "The stack as it was: what `cutset check` takes.")
  private String before = "";

  @Parameters(
      index = "1",
      paramLabel = "AFTER",
      description = "The stack as it is to be: what `cutset check` takes, of any kind.")
  private String after = "";

  @Option(
      names = {"-f", "--format"},
      paramLabel = "terminal|json|markdown",
      converter = Format.Word.class,
      completionCandidates = Format.Word.class,
      description = "How to show it; terminal when left out.")
  private Format format = Format.TERMINAL;

  @Mixin private TargetOption target = new TargetOption();

  @Mixin private StackOptions stack = new StackOptions();

  @Mixin private OutputOption output = new OutputOption();

  @Option(
      names = {"-v", "--verbose"},
      description = "Shows what is added in full, advice too, and URNs.")
  private boolean verbose;

  DiffCommand(Surroundings surroundings, Inspector inspector) {
    this.surroundings = surroundings;
    this.examiner = new Examiner(surroundings, inspector);
  }

  /** How a comparison is shown. */
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

  @Override
  public Integer call()
      throws NothingToCheckException,
          ConfigurationException,
          UnreadableInputException,
          ProgramException,
          WrongUseException,
          IOException {
    if (before.equals("-") && after.equals("-")) {
      throw new WrongUseException("only one of the two stacks can come from standard input");
    }
    Comparison comparison = Comparison.of(judgement(before), judgement(after));
    output.write(surroundings, (out, charset, colour) -> render(comparison, out, charset, colour));
    return comparison.addsWhatBlocks() ? ExitCode.BLOCKED : ExitCode.NOTHING_BLOCKS;
  }

  /** Each is judged by the configuration beside it, which the change may have changed too. */
  private Judgement judgement(String path)
      throws NothingToCheckException,
          ConfigurationException,
          UnreadableInputException,
          ProgramException,
          WrongUseException {
    return examiner.examine(Optional.of(path), stack, target.scope()).inspection().judgement();
  }

  private void render(Comparison comparison, OutputStream out, Charset charset, boolean colour)
      throws IOException {
    if (format == Format.JSON) {
      new DiffJson(Version.text()).render(comparison, out);
      return;
    }
    boolean markdown = format == Format.MARKDOWN;
    Writer writer = new OutputStreamWriter(out, markdown ? StandardCharsets.UTF_8 : charset);
    if (markdown) {
      new DiffMarkdown().render(comparison, writer);
    } else {
      new DiffReport(new TerminalSettings(surroundings.width(), colour, verbose, charset))
          .render(comparison, writer);
    }
    writer.flush();
  }
}
