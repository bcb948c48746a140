package dev.cutset.pulumi.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the folder of the project that is being previewed; the engine does not name it. */
final class ProjectFolder {
  private static final List<String> PROJECT = List.of("Pulumi.yaml", "Pulumi.yml");
  private static final List<String> PACK = List.of("PulumiPolicy.yaml", "PulumiPolicy.yml");

  private ProjectFolder() {}

  /**
   * The folder of the {@code Pulumi.yaml} at or above the folder where the plugin was started, as
   * the CLI itself looks for it.
   *
   * @param started where this process was started: in the project, or in the policy pack
   */
  static Optional<Path> find(Path started) {
    return holds(started, PACK) ? ofParentProcess().flatMap(ProjectFolder::above) : above(started);
  }

  private static Optional<Path> above(Path folder) {
    return Stream.iterate(folder.toAbsolutePath().normalize(), f -> f != null, Path::getParent)
        .filter(candidate -> holds(candidate, PROJECT))
        .findFirst();
  }

  private static boolean holds(Path folder, List<String> names) {
    return names.stream().anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
  }

  /** Where the CLI was started; only Linux tells. */
  private static Optional<Path> ofParentProcess() {
    return ProcessHandle.current()
        .parent()
        .map(parent -> Path.of("/proc", Long.toString(parent.pid()), "cwd"))
        .flatMap(ProjectFolder::target);
  }

  private static Optional<Path> target(Path link) {
    try {
      return Optional.of(Files.readSymbolicLink(link));
    } catch (IOException | UnsupportedOperationException notTold) {
      return Optional.empty();
    }
  }
}
