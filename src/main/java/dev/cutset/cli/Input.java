package dev.cutset.cli;

import dev.cutset.pulumi.host.ProgramHost;
import dev.cutset.pulumi.host.ProgramRequest;
import dev.cutset.pulumi.host.PulumiCli;
import java.io.InputStream;
import java.nio.file.Path;

/** Where a stack is read from. */
sealed interface Input {

  /** The folder whose {@code cutset.yaml} speaks of the stack. */
  Path folder();

  /** A file, or a folder that the reader knows how to read. */
  record Located(Path path, Path folder) implements Input {}

  /** A program that declares the stack when it is run. */
  record Program(ProgramRequest request, ProgramHost host, Path folder) implements Input {}

  /** A program that the Pulumi CLI previews. */
  record Previewed(ProgramRequest request, PulumiCli pulumi, Path folder) implements Input {}

  /** Standard input. */
  record Streamed(InputStream stream, Path folder) implements Input {}
}
