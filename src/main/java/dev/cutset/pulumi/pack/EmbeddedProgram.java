package dev.cutset.pulumi.pack;

import dev.cutset.pulumi.host.ProgramException;
import dev.cutset.pulumi.host.ProgramHost;
import dev.cutset.pulumi.host.ProgramRequest;
import dev.cutset.stack.Stack;
import java.nio.file.Path;
import java.util.Optional;

/** The program of a project, run in Cutset's own host. */
final class EmbeddedProgram implements Program {
  private final Path folder;
  private final StackIdentity stack;
  private final Log log;

  EmbeddedProgram(Path folder, StackIdentity stack, Log log) {
    this.folder = folder;
    this.stack = stack;
    this.log = log;
  }

  @Override
  public Stack declare() throws ProgramException {
    // What the program prints is not passed on: it prints the same for the engine already.
    return new ProgramHost(System.getenv(), log::debug, line -> {})
        .run(new ProgramRequest(folder, Optional.of(stack.name()), stack.config()));
  }
}
