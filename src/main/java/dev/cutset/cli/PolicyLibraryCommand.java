package dev.cutset.cli;

import dev.cutset.policy.own.PolicyLibrary;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Gives out the Rego that all policies share. */
@Command(
    name = "library",
    description = {
      "Writes the Rego that all policies share, for `opa` and editors: Cutset itself brings its own."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  cutset policies library",
      "  opa check --bundle --strict --schema policies/.cutset/schemas policies",
      "  opa test --bundle policies"
    })
final class PolicyLibraryCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      description = "Where to; policies/.cutset when left out. It is replaced.")
  private String to = "policies/.cutset";

  PolicyLibraryCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws WrongUseException {
    try {
      PolicyLibrary.writeTo(surroundings.resolve(to));
    } catch (IOException e) {
      throw new WrongUseException(
          "`" + to + "` cannot be written: " + e.getMessage() + "; name another folder with --to");
    }
    surroundings.out().println("wrote the library of policies to " + to);
    return ExitCode.NOTHING_BLOCKS;
  }
}
