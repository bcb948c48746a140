package dev.cutset.cli;

import dev.cutset.config.ConfigurationException;
import dev.cutset.gate.Explainer;
import dev.cutset.policy.Explanation;
import dev.cutset.policy.PolicyCatalog;
import dev.cutset.pulumi.host.ProgramException;
import dev.cutset.report.ExplainReport;
import dev.cutset.report.TerminalSettings;
import dev.cutset.source.UnreadableInputException;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says all there is to say of a finding or of a resource. */
@Command(
    name = "explain",
    description = {
      "Says why something is found, or what stays up without a resource: the chain, the evidence,"
          + " the properties to set, and what the policy says."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  cutset explain preview.json SPOF-DATABASE",
      "  cutset explain preview.json database",
      "  cutset explain preview.json aa719aaf",
      "  cutset explain preview.json shop.example.com"
    })
final class ExplainCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Examiner examiner;

  @Parameters(index = "0", paramLabel = "PATH", description = "What `cutset check` takes.")
  private String path = "";

  @Parameters(
      index = "1",
      paramLabel = "WHAT",
      description = {
        "The id of a policy, the beginning of a finding's id, a URN, or the name of a resource or"
            + " an entry point."
      })
  private String what = "";

  @Mixin private TargetOption target = new TargetOption();

  @Mixin private StackOptions stack = new StackOptions();

  ExplainCommand(Surroundings surroundings, Inspector inspector) {
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
    Examiner.Examined examined = examiner.examine(Optional.of(path), stack, target.scope());
    PolicyCatalog policies = examined.policies();
    Explainer explainer = new Explainer(examined.inspection(), policies);
    Optional<Explanation> explanation = explainer.explain(what);
    if (explanation.isEmpty()) {
      throw new WrongUseException(
          "nothing is called `"
              + what
              + "`; "
              + explainer
                  .near(what)
                  .map(near -> "did you mean `" + near + "`?")
                  .orElse(
                      "name a policy, the id of a finding, a URN, a resource or an entry point, as"
                          + " `cutset check --verbose` and `cutset graph` show them"));
    }
    Writer writer = new OutputStreamWriter(surroundings.out(), surroundings.charset());
    TerminalSettings settings =
        new TerminalSettings(
            surroundings.width(), surroundings.colour(), true, surroundings.charset());
    new ExplainReport(settings, policies).render(explanation.get(), writer);
    writer.flush();
    return ExitCode.NOTHING_BLOCKS;
  }
}
