package dev.cutset.pulumi.pack;

import dev.cutset.config.Configuration;
import dev.cutset.config.ConfigurationException;
import dev.cutset.config.KnownPolicies;
import dev.cutset.config.OwnRules;
import dev.cutset.config.PolicySetting;
import dev.cutset.gate.Rulebook;
import dev.cutset.gate.RulebookReader;
import dev.cutset.policy.Rules;
import dev.cutset.policy.own.OwnPolicies;
import dev.cutset.policy.own.OwnPolicyException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where somebody can have written how to judge.
 *
 * @param project the folder of the program, where that is known
 * @param pack the folder of the policy pack, where that is known
 */
record Places(Optional<Path> project, Optional<Path> pack) {

  /** The same, with the pack where the engine says it is, if it is there. */
  Places packAt(String folder) throws UnreadableRequestException {
    try {
      Path told = Path.of(folder);
      return PackFile.isIn(told) ? new Places(project, Optional.of(told)) : this;
    } catch (InvalidPathException e) {
      throw new UnreadableRequestException("`" + folder + "` is no path of a policy pack");
    }
  }

  /**
   * What the project says, and for policies of which it says nothing, what the pack says; with the
   * further policies of both.
   */
  Rulebook rulebook(RulebookReader reader) throws ConfigurationException, OwnPolicyException {
    Optional<Path> file = ProjectConfiguration.in(project);
    List<OwnRules> rules = new ArrayList<>();
    if (pack.isPresent()) {
      rules.addAll(PackFile.rules(pack.get()));
    }
    rules.addAll(RulebookReader.rules(file));
    OwnPolicies own = reader.policies(rules, List.of());
    Optional<Rules> central = reader.central(file);
    KnownPolicies known = new KnownPolicies(own.catalog().ids(), central.isPresent());
    Configuration beside = ProjectConfiguration.read(file, known);
    if (pack.isEmpty()) {
      return new Rulebook(beside, own, central);
    }
    Map<String, PolicySetting> settings = new LinkedHashMap<>(PackFile.read(pack.get(), known));
    beside
        .policies()
        .forEach((id, setting) -> settings.merge(id, setting, (of, over) -> above(over, of)));
    return new Rulebook(beside.withPolicies(settings), own, central);
  }

  private static PolicySetting above(PolicySetting upper, PolicySetting lower) {
    return new PolicySetting(
        upper.enforcement().or(lower::enforcement),
        upper.severity().or(lower::severity),
        upper.waivable().or(lower::waivable));
  }
}
