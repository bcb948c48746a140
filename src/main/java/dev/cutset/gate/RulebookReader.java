package dev.cutset.gate;

import dev.cutset.config.Configuration;
import dev.cutset.config.ConfigurationException;
import dev.cutset.config.ConfigurationReader;
import dev.cutset.config.OwnRules;
import dev.cutset.policy.own.OwnPolicies;
import dev.cutset.policy.own.OwnPolicyException;
import dev.cutset.policy.own.OwnPolicyReader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a configuration together with the policies that it may speak of. */
public final class RulebookReader {
  private final OwnPolicyReader policies;

  /**
   * A reader.
   *
   * @param environment where tools and what was made before are found
   */
  public RulebookReader(Map<String, String> environment) {
    this.policies = new OwnPolicyReader(environment);
  }

  /**
   * Reads a configuration, the policies that it names, and those named beside it.
   *
   * @param file the {@code cutset.yaml}, where there is one
   * @param named where further policies are
   */
  public Rulebook read(Optional<Path> file, List<Path> named)
      throws ConfigurationException, OwnPolicyException {
    OwnPolicies own = policies(file, named);
    Configuration configuration =
        file.isPresent()
            ? new ConfigurationReader(own.catalog().ids()).read(file.get())
            : Configuration.EMPTY;
    return new Rulebook(configuration, own);
  }

  /**
   * Reads the policies that a configuration names, and those named beside it; each once, however
   * often it is named.
   *
   * @param file the {@code cutset.yaml}, where there is one
   */
  public OwnPolicies policies(Optional<Path> file, List<Path> named)
      throws ConfigurationException, OwnPolicyException {
    List<OwnRules> configured =
        file.isPresent() ? ConfigurationReader.rules(file.get()) : List.of();
    OwnPolicies own = OwnPolicies.NONE;
    Set<Path> read = new HashSet<>();
    for (OwnRules rules : configured) {
      if (read.add(absolute(rules.path()))) {
        own = configured(rules, own);
      }
    }
    for (Path path : named) {
      if (read.add(absolute(path))) {
        own = policies.read(path, own);
      }
    }
    return own;
  }

  private OwnPolicies configured(OwnRules rules, OwnPolicies others) throws ConfigurationException {
    try {
      return policies.read(rules.path(), others);
    } catch (OwnPolicyException e) {
      ConfigurationException mistake =
          new ConfigurationException(List.of(rules.place().mistake(text(e), "")));
      mistake.initCause(e);
      throw mistake;
    }
  }

  private static String text(OwnPolicyException e) {
    return String.valueOf(e.getMessage());
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
