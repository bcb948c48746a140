package dev.cutset.cli;

import dev.cutset.policy.own.PolicyLibrary;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Gives out the schema of what policies are told. */
@Command(
    name = "schema",
    description = "Writes the JSON Schema of the document that policies are told, `input` in Rego.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  cutset policies schema --output input.json",
      "  opa check --bundle --schema input.json policies"
    })
final class PolicySchemaCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private OutputOption output = new OutputOption();

  PolicySchemaCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws WrongUseException, IOException {
    output.write(
        surroundings,
        (out, charset, colour) -> out.write(PolicyLibrary.schema().getBytes(charset)));
    return ExitCode.NOTHING_BLOCKS;
  }
}
