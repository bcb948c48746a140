package dev.cutset.policy.own;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The tool {@code opa}, which compiles and tests Rego. */
final class Opa {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final Path executable;
  private final Map<String, String> environment;
  private final Duration limit;

  private Opa(Path executable, Map<String, String> environment, Duration limit) {
    this.executable = executable;
    this.environment = environment;
    this.limit = limit;
  }

  /** The one on the PATH of an environment. */
  static Optional<Opa> in(Map<String, String> environment) {
    return in(environment, LIMIT);
  }

  /** The same, which may take so long for a run. */
  static Optional<Opa> in(Map<String, String> environment, Duration limit) {
    return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, "opa").toAbsolutePath())
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst()
        .map(file -> new Opa(file, environment, limit));
  }

  /** What came of a run. */
  record Outcome(int exitCode, String said) {
    boolean succeeded() {
      return exitCode == 0;
    }
  }

  /** Tells this version of the tool from others without asking it, which would take its time. */
  String mark() throws OwnPolicyException {
    try {
      Path file = executable.toRealPath();
      return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      throw new OwnPolicyException("`" + executable + "` cannot be read: " + e.getMessage(), e);
    }
  }

  /** Runs it in a folder, until it has ended. */
  Outcome run(Path folder, List<String> arguments) throws OwnPolicyException {
    List<String> command = new ArrayList<>(List.of(executable.toString()));
    command.addAll(arguments);
    Path said = null;
    Process process = null;
    try {
      said = Files.createTempFile("cutset-opa-", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new OwnPolicyException(
            "`opa " + arguments.get(0) + "` did not end within " + limit.toSeconds() + " seconds");
      }
      return new Outcome(process.exitValue(), text(said));
    } catch (IOException e) {
      throw new OwnPolicyException("`" + executable + "` cannot be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OwnPolicyException("`opa " + arguments.get(0) + "` was interrupted", e);
    } finally {
      if (process != null) {
        process.destroyForcibly();
      }
      if (said != null) {
        said.toFile().delete();
      }
    }
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
  }
}
