package dev.cutset.pulumi.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A process that is waited for, and that does not outlive this one.
 *
 * @param what to call it in messages
 * @param command the program and its arguments
 * @param folder where it runs
 * @param environment all that it finds there
 * @param limit how long it may take
 */
record Child(
    String what,
    List<String> command,
    Path folder,
    Map<String, String> environment,
    Duration limit) {

  Child {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /**
   * Runs it to its end.
   *
   * @param lines hears each line that it prints
   * @return its exit code
   */
  int run(Consumer<String> lines) throws ProgramException {
    Process process = start();
    Thread stop = new Thread(() -> kill(process));
    Runtime.getRuntime().addShutdownHook(stop);
    Thread reader = new Thread(() -> read(process, lines), "output of " + what);
    reader.setDaemon(true);
    reader.start();
    try {
      if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
        throw new ProgramException(
            what + " did not end within " + limit.toSeconds() + " seconds and was stopped");
      }
      // What it leaves running may hold the stream open; all of its own lines are there by then.
      reader.join(Duration.ofSeconds(2).toMillis());
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProgramException(what + " was stopped");
    } finally {
      kill(process);
      unhook(stop);
    }
  }

  private Process start() throws ProgramException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw new ProgramException(
          "`" + command.get(0) + "` cannot be started; install it, or put it on PATH");
    }
  }

  private static void read(Process process, Consumer<String> lines) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      reader.lines().forEach(lines);
    } catch (IOException | UncheckedIOException ended) {
      // The process was stopped while it was printing.
    }
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroy();
    try {
      if (!process.waitFor(2, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }

  private static void unhook(Thread stop) {
    try {
      Runtime.getRuntime().removeShutdownHook(stop);
    } catch (IllegalStateException endingAlready) {
      // The hook runs by itself then.
    }
  }
}
