package dev.cutset.cli;

import dev.cutset.config.ConfigurationException;
import dev.cutset.gate.Baselining;
import dev.cutset.gate.Inspection;
import dev.cutset.policy.Baseline;
import dev.cutset.policy.Comparison;
import dev.cutset.policy.Judgement;
import dev.cutset.pulumi.host.ProgramException;
import dev.cutset.source.UnreadableInputException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says which single failures take a stack down, and refuses it if one of them may not. */
@Command(
    name = "check",
    description = "Finds the single failures that take a stack's entry points down.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing blocks",
      "1:blocked, or what --fail-on says",
      "2:wrong use or configuration",
      "3:the input cannot be read, or the program failed",
      "4:nothing was judged: no answer from who judges, or an internal error"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  cutset check path/to/project",
      "  pulumi preview --json > preview.json && cutset check preview.json",
      "  pulumi stack export | cutset check -",
      "  cutset check --target region --format json --output report.json preview.json",
      "  cutset check --baseline cutset-baseline.json preview.json",
      "  cutset check --base main.json --format markdown --output comment.md preview.json",
      "  cutset check --report sarif=cutset.sarif --report junit=cutset.xml preview.json",
      "  cutset check --report code-quality=gl-code-quality-report.json preview.json"
    })
final class CheckCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Examiner examiner;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..1",
      description = {
        "A Pulumi program in Java (its folder), a preview (`pulumi preview --json`), a state"
            + " (`pulumi stack export`), a Terraform plan or state in JSON, a folder that holds one,"
            + " or - for standard input. The current folder when left out."
      })
  private Optional<String> path = Optional.empty();

  @Mixin private TargetOption target = new TargetOption();

  @Mixin private StackOptions stack = new StackOptions();

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      converter = FailOn.Word.class,
      completionCandidates = FailOn.Word.class,
      description = {
        "What ends with exit code 1: blocked (when left out), undecided, advice, or never."
      })
  private FailOn failOn = FailOn.BLOCKED;

  @Option(
      names = {"-b", "--baseline"},
      paramLabel = "FILE",
      description = {
        "What was found before, as `cutset baseline write` wrote it: it is shown, and does not"
            + " block."
      })
  private Optional<String> baseline = Optional.empty();

  @Option(
      names = "--base",
      paramLabel = "FILE",
      description = {
        "The stack as it was, such as the base branch's preview: the Markdown report says what"
            + " changed since."
      })
  private Optional<String> base = Optional.empty();

  @Option(
      names = "--verify",
      description = {
        "Puts the proof of every verdict before a checker that shares no code with what found it;"
            + " one that does not hold ends with exit code 4."
      })
  private boolean verify;

  @Mixin private ReportOptions reports = new ReportOptions();

  CheckCommand(Surroundings surroundings, Inspector inspector) {
    this.surroundings = surroundings;
    this.examiner = new Examiner(surroundings, inspector);
  }

  /** Whether an option may be given more than once. */
  static boolean canRepeat(String option) {
    return option.equals("--config") || option.equals("--report");
  }

  void takePath(String given) {
    path = Optional.of(given);
  }

  boolean takeFlag(String option) {
    verify |= option.equals("--verify");
    return option.equals("--verify") || reports.takeFlag(option);
  }

  /** Takes the value of an option; false where it is not one of the plain ones. */
  boolean take(String option, String value) {
    switch (option) {
      case "--target" -> {
        return target.take(value);
      }
      case "--fail-on" -> {
        Optional<FailOn> asked = Words.among(FailOn.values(), value);
        failOn = asked.orElse(failOn);
        return asked.isPresent();
      }
      case "--baseline" -> {
        baseline = Optional.of(value);
        return true;
      }
      default -> {
        return stack.take(option, value) || reports.take(option, value);
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
    Optional<Baseline> known = new BaselineFile(surroundings).named(baseline);
    Examiner.Examined examined = examiner().examine(path, stack, target.scope());
    Inspection seen = examined.inspection();
    Inspection inspection = known.map(each -> Baselining.applied(seen, each)).orElse(seen);
    new Reporter(surroundings, reports, examined.policies(), change(inspection.judgement()))
        .report(inspection, examined.input());
    return failOn.fails(inspection.judgement()) ? ExitCode.BLOCKED : ExitCode.NOTHING_BLOCKS;
  }

  private Examiner examiner() {
    return verify ? examiner.verifying() : examiner;
  }

  private Optional<Comparison> change(Judgement now)
      throws NothingToCheckException,
          ConfigurationException,
          UnreadableInputException,
          ProgramException,
          WrongUseException {
    if (base.isEmpty()) {
      return Optional.empty();
    }
    if (!reports.asksFor(ReportFormat.MARKDOWN)) {
      throw new WrongUseException(
          "--base is for the Markdown report, which nobody asked for; add --report"
              + " markdown=FILE, or use `cutset diff`");
    }
    if (base.equals(path)) {
      throw new WrongUseException("--base is the stack itself; name the one as it was");
    }
    Judgement before = examiner().examine(base, stack, target.scope()).inspection().judgement();
    return Optional.of(Comparison.of(before, now));
  }
}
