package dev.cutset.cli;

import dev.cutset.policy.own.OwnPolicyException;
import dev.cutset.policy.own.PolicyTests;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tests a team's own policies. */
@Command(
    name = "test",
    description =
        "Checks policies of your own against the schema of what they are told, and runs their tests.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all is well",
      "1:a check or a test fails",
      "2:wrong use, or there is no opa on PATH",
      "4:internal error"
    },
    footerHeading = "%nExamples:%n",
    footer = {"  cutset policies test", "  cutset policies test platform/policies"})
final class PolicyTestCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..1",
      description = "The folder of the policies; `policies` when left out.")
  private String folder = "policies";

  PolicyTestCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws WrongUseException {
    try {
      PolicyTests.Result result =
          new PolicyTests(surroundings.environment()).run(surroundings.resolve(folder));
      surroundings.out().println(result.said());
      return result.passed() ? ExitCode.NOTHING_BLOCKS : ExitCode.BLOCKED;
    } catch (OwnPolicyException e) {
      throw new WrongUseException(String.valueOf(e.getMessage()));
    }
  }
}
