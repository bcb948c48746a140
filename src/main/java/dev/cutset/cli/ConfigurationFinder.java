package dev.cutset.cli;

import dev.cutset.config.ConfigurationException;
import dev.cutset.gate.Rulebook;
import dev.cutset.gate.RulebookReader;
import dev.cutset.policy.own.OwnPolicies;
import dev.cutset.policy.own.OwnPolicyException;
import dev.cutset.policy.server.OpaServer;
import dev.cutset.policy.server.OpaServerException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds and reads the configuration that speaks of a stack, and the policies to judge it by. */
final class ConfigurationFinder {
  static final String FILE = "cutset.yaml";

  private final Surroundings surroundings;

  ConfigurationFinder(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * The configuration that the user names, or the one beside the stack, or none.
   *
   * @param stack what the user says of the stack
   */
  Rulebook find(StackOptions stack, Input input) throws ConfigurationException, WrongUseException {
    return read(
        file(stack.file(), input.folder()), stack.judge(), stack.opa().server(surroundings));
  }

  /** A team's own policies: those named here, and those that the configuration here names. */
  OwnPolicies policies(JudgeOptions judge) throws ConfigurationException, WrongUseException {
    try {
      return reader(judge)
          .policies(
              RulebookReader.rules(file(Optional.empty(), surroundings.folder())),
              judge.policies(surroundings));
    } catch (OwnPolicyException | OpaServerException e) {
      throw new WrongUseException(String.valueOf(e.getMessage()));
    }
  }

  private RulebookReader reader(JudgeOptions judge) throws WrongUseException {
    return new RulebookReader(surroundings.environment(), judge.key(surroundings));
  }

  private Optional<Path> file(Optional<String> named, Path folder) throws WrongUseException {
    if (named.isPresent()) {
      return Optional.of(surroundings.file(named.get(), "--config"));
    }
    return Optional.of(folder.resolve(FILE)).filter(Files::exists);
  }

  private Rulebook read(Optional<Path> file, JudgeOptions judge, Optional<OpaServer> server)
      throws ConfigurationException, WrongUseException {
    try {
      return reader(judge).read(file, judge.policies(surroundings), server);
    } catch (OwnPolicyException | OpaServerException e) {
      throw new WrongUseException(String.valueOf(e.getMessage()));
    }
  }
}
