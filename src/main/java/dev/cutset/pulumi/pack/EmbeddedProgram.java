package dev.cutset.pulumi.pack;

import dev.cutset.pulumi.host.ProgramException;
import dev.cutset.pulumi.host.ProgramHost;
import dev.cutset.pulumi.host.ProgramRequest;
import dev.cutset.stack.Stack;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The program of a project, run in Cutset's own host the way the engine runs it: as it is built
 * there, with the same configuration and environment.
 */
final class EmbeddedProgram implements Program {
  private final ProgramHost host;
  private final ProgramRequest request;

  EmbeddedProgram(Path folder, StackIdentity stack, Log log) {
    // What the program prints it prints for the engine already.
    this.host = new ProgramHost(System.getenv(), log::debug, log::debug);
    this.request =
        new ProgramRequest(folder, Optional.of(stack.fullName()), Map.of())
            .withConfig(stack.config())
            .withoutCompiling()
            .withWholeEnvironment();
  }

  @Override
  public Stack declare() throws ProgramException {
    return host.run(request);
  }

  @Override
  public void stop() {
    host.stop();
  }
}
