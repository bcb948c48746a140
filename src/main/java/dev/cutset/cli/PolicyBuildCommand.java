package dev.cutset.cli;

import dev.cutset.policy.own.OwnPolicies;
import dev.cutset.policy.own.OwnPolicyException;
import dev.cutset.policy.own.OwnPolicyReader;
import dev.cutset.policy.own.PolicyCompiler;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compiles a team's own policies. */
@Command(
    name = "build",
    description = "Compiles policies of your own to a bundle, which judges where there is no opa.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  cutset policies build --output policies.tar.gz",
      "  cutset check --policy policies.tar.gz preview.json"
    })
final class PolicyBuildCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..1",
      description = "The folder of the policies; `policies` when left out.")
  private String folder = "policies";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "The bundle, written whole or not at all.")
  private String output = "";

  PolicyBuildCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws WrongUseException {
    Path policies = surroundings.resolve(folder);
    try {
      byte[] bundle = new PolicyCompiler(surroundings.environment()).compile(policies);
      // What would be refused where it is used is refused here.
      OwnPolicies read =
          new OwnPolicyReader(surroundings.environment()).read(policies, OwnPolicies.NONE);
      new OutputFile(surroundings.resolve(output)).write(out -> out.write(bundle));
      surroundings.err().println("cutset: " + words(read) + " in `" + output + "`");
      return ExitCode.NOTHING_BLOCKS;
    } catch (OwnPolicyException e) {
      throw new WrongUseException(String.valueOf(e.getMessage()));
    }
  }

  private static String words(OwnPolicies read) {
    int count = read.policies().size();
    return count == 1 ? "1 policy is" : count + " policies are";
  }
}
