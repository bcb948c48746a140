package dev.cutset.pulumi.pack;

import dev.cutset.config.Configuration;
import dev.cutset.config.ConfigurationException;
import dev.cutset.config.ConfigurationReader;
import dev.cutset.policy.PolicyCatalog;
import dev.cutset.policy.PolicyInfo;
import java.nio.file.Files;
import java.nio.file.Path;

/** The {@code cutset.yaml} beside a program. */
final class ProjectConfiguration {
  private static final String FILE = "cutset.yaml";

  private ProjectConfiguration() {}

  /** What it says; nothing where there is none. */
  static Configuration read(Path project) throws ConfigurationException {
    Path file = project.resolve(FILE);
    return Files.exists(file)
        ? new ConfigurationReader(
                PolicyCatalog.bundled().policies().stream().map(PolicyInfo::id).toList())
            .read(file)
        : Configuration.EMPTY;
  }
}
