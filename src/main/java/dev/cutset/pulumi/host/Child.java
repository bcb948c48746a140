package dev.cutset.pulumi.host;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param halt ends it before that
 * @param leash how it hangs on this process
 */
record Child(
    String what,
    List<String> command,
    Path folder,
    Map<String, String> environment,
    Duration limit,
    Halt halt,
    Leash leash) {

  Child {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    leash = leash.ifPossible();
  }

  /** One that may go on when this process is killed. */
  Child(
      String what,
      List<String> command,
      Path folder,
      Map<String, String> environment,
      Duration limit,
      Halt halt) {
    this(what, command, folder, environment, limit, halt, Leash.FREE);
  }

  /**
   * Runs it to its end.
   *
   * @param lines hears each line that it prints
   * @return its exit code
   */
  int run(Consumer<String> lines) throws ProgramException {
    return run(lines, Optional.empty());
  }

  /**
   * Runs it to its end.
   *
   * @param lines hears each line that it prints, or only of its errors if there is a file
   * @param output the file that takes its standard output
   * @return its exit code
   */
  int run(Consumer<String> lines, Optional<Path> output) throws ProgramException {
    if (halt.isCalled()) {
      throw new ProgramException.Stopped(what);
    }
    Process process = start(output);
    halt.begin(process);
    Thread stop = new Thread(() -> kill(process));
    Runtime.getRuntime().addShutdownHook(stop);
    InputStream said = output.isPresent() ? process.getErrorStream() : process.getInputStream();
    Thread reader = new Thread(() -> read(said, lines), "output of " + what);
    reader.setDaemon(true);
    reader.start();
    try {
      if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
        throw new ProgramException(
            what + " did not end within " + limit.toSeconds() + " seconds and was stopped");
      }
      // What it leaves running may hold the stream open; all of its own lines are there by then.
      reader.join(Duration.ofSeconds(2).toMillis());
      if (halt.isCalled()) {
        throw new ProgramException.Stopped(what);
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProgramException.Stopped(what);
    } finally {
      kill(process);
      halt.end(process);
      unhook(stop);
    }
  }

  private Process start(Optional<Path> output) throws ProgramException {
    List<String> located = new ArrayList<>(command);
    located.set(0, executable(command.get(0)));
    // The shell would not say it so clearly.
    if (leash != Leash.FREE && !Files.isExecutable(Path.of(located.get(0)))) {
      throw missing(command.get(0));
    }
    ProcessBuilder builder = new ProcessBuilder(leash.tie(located)).directory(folder.toFile());
    output.ifPresentOrElse(
        file -> builder.redirectOutput(file.toFile()), () -> builder.redirectErrorStream(true));
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      if (leash == Leash.FREE) {
        process.getOutputStream().close();
      }
      return process;
    } catch (IOException e) {
      throw missing(command.get(0));
    }
  }

  /** The program on the PATH of its own environment, not of this process. */
  private String executable(String name) throws ProgramException {
    if (!name.equals(String.valueOf(Path.of(name).getFileName()))) {
      return name;
    }
    return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
        .map(place -> Path.of(place, name))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst()
        .orElseThrow(() -> missing(name));
  }

  private static ProgramException missing(String name) {
    return new ProgramException("`" + name + "` cannot be started; install it, or put it on PATH");
  }

  private static void read(InputStream said, Consumer<String> lines) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(said, StandardCharsets.UTF_8))) {
      reader.lines().forEach(lines);
    } catch (IOException | UncheckedIOException ended) {
      // The process was stopped while it was printing.
    }
  }

  static void kill(Process process) {
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
