package dev.cutset.pulumi.pack;

import dev.cutset.pulumi.host.ProgramException;
import dev.cutset.stack.Stack;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One run of the program beside the engine: begun once, waited for once, stopped at any time. */
final class ProgramRun {

  /** What came of it. */
  sealed interface Outcome {

    /** The stack that the program declared. */
    record Declared(Stack stack) implements Outcome {}

    /** Why there is none. */
    record Failed(String reason) implements Outcome {}
  }

  private final Program program;
  private final FutureTask<Stack> task;
  private boolean begun;

  ProgramRun(Program program) {
    this.program = program;
    this.task = new FutureTask<>(program::declare);
  }

  /** Begins, unless it has already. */
  synchronized void begin() {
    if (!begun) {
      begun = true;
      Thread thread = new Thread(task, "program beside the engine");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Waits for its end, and stops it when that takes too long. */
  Outcome await(Duration limit) {
    begin();
    try {
      return new Outcome.Declared(task.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      return new Outcome.Failed(reason(e.getCause()));
    } catch (TimeoutException e) {
      stop();
      return new Outcome.Failed(
          "the program did not end within " + limit.toSeconds() + " seconds beside the engine");
    } catch (CancellationException e) {
      return new Outcome.Failed("the check was cancelled");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop();
      return new Outcome.Failed("the check was cancelled");
    }
  }

  /** Ends it, and the process that it started. */
  void stop() {
    // First, so that whoever waits does not hear how it ended.
    task.cancel(false);
    program.stop();
  }

  private static String reason(@Nullable Throwable cause) {
    // Messages of other exceptions can quote what the program was given.
    return cause instanceof ProgramException known
        ? Optional.ofNullable(known.getMessage()).orElse("the program failed")
        : "the program could not be run beside the engine ("
            + Optional.ofNullable(cause).map(c -> c.getClass().getSimpleName()).orElse("unknown")
            + ")";
  }
}
