package dev.cutset.cli;

import dev.cutset.policy.own.OwnPolicyException;
import dev.cutset.policy.own.PolicyScaffold;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Begins a policy of a team's own. */
@Command(
    name = "new",
    description =
        "Begins a policy of your own: its rules, their tests and its page; writes over nothing.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  cutset policies new ACME-OWNER",
      "  cutset policies new --to platform/policies ACME-OWNER"
    })
final class PolicyNewCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(
      paramLabel = "ID",
      description = "What its findings are called, with a word of your own in front: ACME-OWNER.")
  private String id = "";

  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      description = "The folder of the policies; `policies` when left out.")
  private String to = "policies";

  PolicyNewCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws WrongUseException {
    try {
      PolicyScaffold policy = new PolicyScaffold(id, surroundings.resolve(to));
      for (Path file : policy.write()) {
        surroundings.out().println("wrote " + Path.of(to).resolve(relative(file)));
      }
    } catch (OwnPolicyException e) {
      throw new WrongUseException(String.valueOf(e.getMessage()));
    }
    surroundings.out().println();
    surroundings.out().println("Next:");
    surroundings.out().println();
    surroundings.out().println("  cutset policies test " + NextSteps.quoted(to));
    surroundings.out().println("  cutset check --policy " + NextSteps.quoted(to) + " PATH");
    return ExitCode.NOTHING_BLOCKS;
  }

  private Path relative(Path file) {
    return surroundings.resolve(to).relativize(file);
  }
}
