package dev.cutset.pulumi.pack;

import dev.cutset.config.ConfigurationException;
import dev.cutset.pulumi.host.Knowledge;
import dev.cutset.pulumi.host.KnowledgeReader;
import dev.cutset.pulumi.host.ProgramException;
import dev.cutset.pulumi.host.ProgramHost;
import dev.cutset.pulumi.host.ProgramRequest;
import dev.cutset.pulumi.host.ProtocolValues;
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
    ProtocolValues values = ProtocolValues.of(stack.config());
    // It prints the same for the engine already: here it is for whoever looks for a fault.
    this.host =
        new ProgramHost(
            System.getenv(),
            log::debug,
            line -> log.debug(values.holdsSecret(line) ? "[secret]" : line));
    this.request =
        new ProgramRequest(folder, Optional.of(stack.fullName()), Map.of())
            .withConfig(stack.config())
            .besideTheEngine();
  }

  /** The program of a project, if it is known where that is. */
  static Program of(Optional<Path> project, StackIdentity stack, Log log) {
    return project.isPresent()
        ? new EmbeddedProgram(project.get(), stack, log)
        : new UnknownProgram();
  }

  @Override
  public Stack declare() throws ProgramException, ConfigurationException {
    Knowledge known = KnowledgeReader.read(ProjectConfiguration.answers(request.folder()));
    return host.run(request.withKnowledge(known));
  }

  @Override
  public void stop() {
    host.stop();
  }
}
