package dev.cutset.pulumi.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Has the Pulumi CLI preview a program, in whichever language it is. */
public final class PulumiCli {
  private static final Duration LIMIT = Duration.ofMinutes(30);

  private final Map<String, String> environment;
  private final Consumer<String> progress;
  private final Consumer<String> screen;

  /**
   * The CLI that is on PATH.
   *
   * @param environment what it finds around it
   * @param progress hears what is being done
   * @param screen hears what it says beside the preview, line by line
   */
  public PulumiCli(
      Map<String, String> environment, Consumer<String> progress, Consumer<String> screen) {
    this.environment = Map.copyOf(environment);
    this.progress = progress;
    this.screen = screen;
  }

  /** A preview in a file of its own, which is gone when this is closed. */
  public static final class Preview implements AutoCloseable {
    private final Path file;
    private final int exitCode;

    private Preview(Path file, int exitCode) {
      this.file = file;
      this.exitCode = exitCode;
    }

    public Path file() {
      return file;
    }

    /** A preview that failed can look whole; it is not. */
    public void refuseFailure() throws ProgramException {
      if (exitCode != 0) {
        throw new ProgramException(
            "`pulumi preview` failed (exit code " + exitCode + "); nothing was checked");
      }
    }

    @Override
    public void close() {
      try {
        Files.deleteIfExists(file);
      } catch (IOException leftBehind) {
        // Temporary files are the system's to clean up.
      }
    }
  }

  /** Runs {@code pulumi preview}. */
  public Preview run(ProgramRequest request) throws ProgramException {
    progress.accept("running `pulumi preview`");
    Path file = temporaryFile();
    List<String> command = new ArrayList<>(List.of("pulumi", "preview", "--json", "--show-sames"));
    command.add("--non-interactive");
    request.stack().ifPresent(stack -> command.addAll(List.of("--stack", stack)));
    if (request.config() instanceof ProgramConfig.OfFiles files) {
      files.above().forEach((key, value) -> command.addAll(List.of("--config", key + "=" + value)));
    } else {
      // On a command line everybody could read what of it is secret.
      throw new IllegalArgumentException("the Pulumi CLI reads a stack's configuration itself");
    }
    Child pulumi =
        new Child("`pulumi preview`", command, request.folder(), environment, LIMIT, new Halt());
    try {
      Preview preview = new Preview(file, pulumi.run(screen, Optional.of(file)));
      if (Files.size(file) == 0) {
        preview.refuseFailure();
      }
      return preview;
    } catch (IOException e) {
      throw new ProgramException("`" + file + "`: cannot be read");
    } catch (ProgramException e) {
      file.toFile().delete();
      throw e;
    }
  }

  private static Path temporaryFile() throws ProgramException {
    try {
      Path file = Files.createTempFile("cutset-preview-", ".json");
      // A signal must not leave it behind: it can hold what the program did not mark as secret.
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new ProgramException("no temporary file can be made for the preview");
    }
  }
}
