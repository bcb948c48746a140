package dev.cutset.cli;

import dev.cutset.analysis.Analysis;
import dev.cutset.analysis.Facts;
import dev.cutset.analysis.FactsBuilder;
import dev.cutset.config.ConfigurationException;
import dev.cutset.gate.Inspection;
import dev.cutset.pulumi.host.ProgramException;
import dev.cutset.report.FactsJson;
import dev.cutset.source.UnreadableInputException;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what policies are told of a stack, for those who write policies. */
@Command(
    name = "facts",
    description = {
      "Shows what policies are told of a stack: the document that is `input` in Rego, in JSON."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {"  cutset facts preview.json", "  cutset facts preview.json --output input.json"})
final class FactsCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Examiner examiner;

  @Mixin private PathParameter path = new PathParameter();

  @Mixin private TargetOption target = new TargetOption();

  @Mixin private StackOptions stack = new StackOptions();

  @Mixin private OutputOption output = new OutputOption();

  FactsCommand(Surroundings surroundings, Inspector inspector) {
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
    Inspection seen = examiner.examineByBundled(path.given(), stack, target.scope());
    Analysis analysis = new Analysis(seen.completed().kindest(), seen.completed().harshest());
    Facts facts = new FactsBuilder(analysis, seen.judgement().target()).facts();
    output.write(surroundings, (out, charset, colour) -> new FactsJson().render(facts, out));
    return ExitCode.NOTHING_BLOCKS;
  }
}
