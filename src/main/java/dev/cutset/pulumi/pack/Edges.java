package dev.cutset.pulumi.pack;

import dev.cutset.pulumi.host.ProgramException;
import dev.cutset.pulumi.host.ProgramHost;
import dev.cutset.pulumi.pack.SecondRun.Outcome;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Sees to it that a stack has all its edges, or says which it lacks and why. */
final class Edges {
  /** How long the engine waits for the program to end here when it has ended there. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Optional<SecondRun> run;
  private final Optional<String> reason;
  private final Log log;

  private Edges(Optional<SecondRun> run, Optional<String> reason, Log log) {
    this.run = run;
    this.reason = reason;
    this.log = log;
  }

  /**
   * What came of a stack.
   *
   * @param reason why edges are lost, if some are
   */
  record Completed(Stack stack, List<EdgeJoin.Lost> lost, String reason) {
    Completed {
      lost = List.copyOf(lost);
    }
  }

  /** The edges that the engine tells are all: in an update, and of programs of other languages. */
  static Edges complete(Log log) {
    return new Edges(Optional.empty(), Optional.empty(), log);
  }

  /** Some may be lost, and nothing can be done about it. */
  static Edges irrecoverable(String reason, Log log) {
    return new Edges(Optional.empty(), Optional.of(reason), log);
  }

  /** Those that are lost are known to the program. */
  static Edges of(Program program, Log log) {
    return new Edges(Optional.of(new SecondRun(program)), Optional.empty(), log);
  }

  /** The edges of a stack that is about to be looked at. */
  static Edges of(StackIdentity stack, Optional<Path> project, Log log) {
    if (!stack.preview()) {
      return complete(log);
    }
    if (project.isEmpty()) {
      return irrecoverable("the folder of the program is not known here", log);
    }
    try {
      if (!ProgramHost.canRun(project.get())) {
        return complete(log);
      }
      return of(new EmbeddedProgram(project.get(), stack, log), log);
    } catch (ProgramException e) {
      return irrecoverable(String.valueOf(e.getMessage()), log);
    }
  }

  /** Hears of what a resource asks for; begins to look for edges when some may be lost. */
  void sees(Collection<Value> inputs) {
    if (run.isPresent() && inputs.stream().anyMatch(EdgeJoin::holdsUnknown)) {
      run.get().begin();
    }
  }

  /** The stack with its edges. */
  Completed complete(Stack engine) {
    if (run.isEmpty()) {
      return reason
          .map(why -> completed(EdgeJoin.of(engine, Optional.empty()), why))
          .orElseGet(() -> new Completed(engine, List.of(), ""));
    }
    if (!EdgeJoin.isIncomplete(engine)) {
      run.get().stop();
      return new Completed(engine, List.of(), "");
    }
    Outcome outcome = run.get().await(PATIENCE);
    if (outcome instanceof Outcome.Declared declared) {
      log.debug(
          "the program declared "
              + declared.stack().resources().size()
              + " resources beside the engine's "
              + engine.resources().size());
      return completed(
          EdgeJoin.of(engine, Optional.of(declared.stack())),
          "the program declares it to the engine and not to Cutset");
    }
    return completed(EdgeJoin.of(engine, Optional.empty()), ((Outcome.Failed) outcome).reason());
  }

  void stop() {
    run.ifPresent(SecondRun::stop);
  }

  private static Completed completed(EdgeJoin join, String why) {
    return new Completed(join.stack(), join.lost(), join.lost().isEmpty() ? "" : why);
  }
}
