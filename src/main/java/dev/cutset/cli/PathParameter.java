package dev.cutset.cli;

import java.util.Optional;
import picocli.CommandLine.Parameters;

/** The stack that a command is about. */
final class PathParameter {
  @Parameters(
      paramLabel = "PATH",
      arity = "0..1",
      description = "What `cutset check` takes. The current folder when left out.")
  private Optional<String> path = Optional.empty();

  Optional<String> given() {
    return path;
  }
}
