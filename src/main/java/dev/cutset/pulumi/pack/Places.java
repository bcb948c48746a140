package dev.cutset.pulumi.pack;

import dev.cutset.config.Configuration;
import dev.cutset.config.ConfigurationException;
import dev.cutset.config.PolicySetting;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where somebody can have written how to judge.
 *
 * @param project the folder of the program, where that is known
 * @param pack the folder of the policy pack, where that is known
 */
record Places(Optional<Path> project, Optional<Path> pack) {

  static final Places UNKNOWN = new Places(Optional.empty(), Optional.empty());

  /** The same, with the pack where the engine says it is, if it is there. */
  Places packAt(String folder) {
    Path told = Path.of(folder);
    return PackFile.isIn(told) ? new Places(project, Optional.of(told)) : this;
  }

  /** What the project says, and for policies of which it says nothing, what the pack says. */
  Configuration configuration() throws ConfigurationException {
    Configuration beside =
        project.isPresent() ? ProjectConfiguration.read(project.get()) : Configuration.EMPTY;
    if (pack.isEmpty()) {
      return beside;
    }
    Map<String, PolicySetting> settings = new LinkedHashMap<>(PackFile.read(pack.get()));
    beside
        .policies()
        .forEach((id, setting) -> settings.merge(id, setting, (of, over) -> above(over, of)));
    return beside.withPolicies(settings);
  }

  private static PolicySetting above(PolicySetting upper, PolicySetting lower) {
    return new PolicySetting(
        upper.enforcement().or(lower::enforcement),
        upper.severity().or(lower::severity),
        upper.waivable().or(lower::waivable));
  }
}
