package dev.cutset.pulumi.pack;

import dev.cutset.config.Answers;
import dev.cutset.config.Configuration;
import dev.cutset.config.ConfigurationException;
import dev.cutset.config.ConfigurationReader;
import dev.cutset.config.KnownPolicies;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The {@code cutset.yaml} beside a program. */
final class ProjectConfiguration {
  private static final String FILE = "cutset.yaml";

  private ProjectConfiguration() {}

  /** The file, if it is there. */
  static Optional<Path> in(Optional<Path> project) {
    return project.map(folder -> folder.resolve(FILE)).filter(Files::exists);
  }

  /** What it tells a program; its policies may not be known then. */
  static Answers answers(Path project) throws ConfigurationException {
    Optional<Path> file = in(Optional.of(project));
    return file.isPresent() ? ConfigurationReader.answers(file.get()) : Answers.NONE;
  }

  /**
   * What it says; nothing where there is none.
   *
   * @param policies the policies that it may speak of
   */
  static Configuration read(Optional<Path> file, KnownPolicies policies)
      throws ConfigurationException {
    return file.isPresent()
        ? new ConfigurationReader(policies).read(file.get())
        : Configuration.EMPTY;
  }
}
