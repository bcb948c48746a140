package dev.cutset.cli;

import dev.cutset.config.Configuration;
import dev.cutset.config.ConfigurationException;
import dev.cutset.config.ConfigurationReader;
import dev.cutset.policy.PolicyCatalog;
import dev.cutset.policy.PolicyInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds and reads the configuration that speaks of a stack. */
final class ConfigurationFinder {
  static final String FILE = "cutset.yaml";

  private final Surroundings surroundings;

  ConfigurationFinder(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * The configuration that the user names, or the one beside the stack, or none.
   *
   * @param named what {@code --config} says
   */
  Configuration find(Optional<String> named, Input input)
      throws ConfigurationException, WrongUseException {
    if (named.isPresent()) {
      Path file = surroundings.resolve(named.get());
      if (!Files.isRegularFile(file)) {
        throw new WrongUseException(
            "no file `" + named.get() + "`; check what you gave as --config");
      }
      return read(file);
    }
    Path beside = input.folder().resolve(FILE);
    return Files.exists(beside) ? read(beside) : Configuration.EMPTY;
  }

  private Configuration read(Path file) throws ConfigurationException {
    ConfigurationReader reader =
        new ConfigurationReader(
            PolicyCatalog.bundled().policies().stream().map(PolicyInfo::id).toList());
    return reader.read(file);
  }
}
