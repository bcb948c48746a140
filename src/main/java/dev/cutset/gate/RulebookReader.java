package dev.cutset.gate;

import dev.cutset.config.CentralRules;
import dev.cutset.config.Configuration;
import dev.cutset.config.ConfigurationException;
import dev.cutset.config.ConfigurationReader;
import dev.cutset.config.KnownPolicies;
import dev.cutset.config.OwnRules;
import dev.cutset.config.Place;
import dev.cutset.policy.Rules;
import dev.cutset.policy.own.OwnPolicies;
import dev.cutset.policy.own.OwnPolicyException;
import dev.cutset.policy.own.OwnPolicyReader;
import dev.cutset.policy.own.SigningKey;
import dev.cutset.policy.server.OpaServer;
import dev.cutset.policy.server.OpaServerException;
import dev.cutset.policy.server.ServerRules;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a configuration together with the policies that it may speak of. */
public final class RulebookReader {
  private final Map<String, String> environment;
  private final OwnPolicyReader policies;

  /**
   * A reader.
   *
   * @param environment where tools, what was made before, and the token of a server are found
   */
  public RulebookReader(Map<String, String> environment) {
    this(environment, Optional.empty());
  }

  /**
   * A reader of policies that somebody answers for.
   *
   * @param signed what a team's own policies must be signed with, if they must be
   */
  public RulebookReader(Map<String, String> environment, Optional<SigningKey> signed) {
    this.environment = environment;
    this.policies = new OwnPolicyReader(environment, signed);
  }

  /**
   * Reads a configuration, the policies that it names, and those named beside it.
   *
   * @param file the {@code cutset.yaml}, where there is one
   * @param named where further policies are
   * @param server the server that judges; else the one that the configuration names, if it does
   */
  public Rulebook read(Optional<Path> file, List<Path> named, Optional<OpaServer> server)
      throws ConfigurationException, OwnPolicyException, OpaServerException {
    OwnPolicies own = policies(rules(file), named);
    Optional<Rules> central =
        server.isPresent() ? Optional.of(ServerRules.of(server.get(), environment)) : central(file);
    Configuration configuration =
        file.isPresent() ? reader(own, central.isPresent()).read(file.get()) : Configuration.EMPTY;
    return new Rulebook(configuration, own, central);
  }

  private static ConfigurationReader reader(OwnPolicies own, boolean central) {
    return new ConfigurationReader(new KnownPolicies(own.catalog().ids(), central));
  }

  /** The server that a {@code cutset.yaml} names. */
  public Optional<Rules> central(Optional<Path> file) throws ConfigurationException {
    Optional<CentralRules> named =
        file.isPresent() ? ConfigurationReader.opa(file.get()) : Optional.empty();
    if (named.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ServerRules.of(named.get().server(), environment));
    } catch (OpaServerException e) {
      throw mistake(named.get().place(), e);
    }
  }

  private static ConfigurationException mistake(Place place, Exception cause) {
    ConfigurationException mistake =
        new ConfigurationException(List.of(place.mistake(String.valueOf(cause.getMessage()), "")));
    mistake.initCause(cause);
    return mistake;
  }

  /**
   * Reads policies, each once, however often it is named.
   *
   * @param configured those that files name
   * @param named those that somebody names by hand
   */
  public OwnPolicies policies(List<OwnRules> configured, List<Path> named)
      throws ConfigurationException, OwnPolicyException {
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

  /** Where a {@code cutset.yaml} says that policies are. */
  public static List<OwnRules> rules(Optional<Path> file) throws ConfigurationException {
    return file.isPresent() ? ConfigurationReader.rules(file.get()) : List.of();
  }

  private OwnPolicies configured(OwnRules rules, OwnPolicies others) throws ConfigurationException {
    try {
      return policies.read(rules.path(), others);
    } catch (OwnPolicyException e) {
      throw mistake(rules.place(), e);
    }
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
