package dev.cutset.pulumi.host;

import dev.cutset.config.ConfigurationException;
import dev.cutset.source.UnreadableInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The files of a project: the same text is its `Pulumi.yaml` and the settings of its stack. */
public final class ProjectTarget {
  private static final Path FOLDER = folder();

  private ProjectTarget() {}

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("cutset-fuzz-");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void fuzzerTestOneInput(byte[] input)
      throws IOException, ConfigurationException, UnreadableInputException {
    Path project = FOLDER.resolve("Pulumi.yaml");
    Path stack = FOLDER.resolve("Pulumi.dev.yaml");
    try {
      Files.write(project, input);
      Files.write(stack, input);
      new Secrets(
          StackSettingsReader.read(
              Project.read(FOLDER), new ProgramRequest(FOLDER, Optional.empty(), Map.of())));
    } catch (ProgramException refused) {
      // That is its way to say so.
    } finally {
      Files.deleteIfExists(project);
      Files.deleteIfExists(stack);
    }
  }
}
