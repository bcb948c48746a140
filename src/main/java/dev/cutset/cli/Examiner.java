package dev.cutset.cli;

import dev.cutset.catalog.Scope;
import dev.cutset.config.Configuration;
import dev.cutset.config.ConfigurationException;
import dev.cutset.gate.Inspection;
import dev.cutset.gate.Rulebook;
import dev.cutset.policy.PolicyCatalog;
import dev.cutset.pulumi.host.ProgramException;
import dev.cutset.source.UnreadableInputException;
import java.util.Optional;

/** Finds the stack that a command is asked about, and judges it by the configuration beside it. */
final class Examiner {
  private final Surroundings surroundings;
  private final Inspector inspector;
  private final boolean verifies;

  Examiner(Surroundings surroundings, Inspector inspector) {
    this(surroundings, inspector, false);
  }

  private Examiner(Surroundings surroundings, Inspector inspector, boolean verifies) {
    this.surroundings = surroundings;
    this.inspector = inspector;
    this.verifies = verifies;
  }

  /** One that has every proof checked, whatever the configuration says. */
  Examiner verifying() {
    return new Examiner(surroundings, inspector, true);
  }

  /** What was looked at, what it was judged by, and what was seen. */
  record Examined(Input input, Rulebook rulebook, Inspection inspection) {
    Configuration configuration() {
      return rulebook.configuration();
    }

    /** All policies that it was judged by. */
    PolicyCatalog policies() {
      return rulebook.policies(inspection.judgement());
    }
  }

  /**
   * Examines the stack at a path.
   *
   * @param path empty: the current folder
   * @param target stands above the configuration's
   */
  Examined examine(Optional<String> path, StackOptions stack, Optional<Scope> target)
      throws NothingToCheckException,
          ConfigurationException,
          UnreadableInputException,
          ProgramException,
          WrongUseException {
    return examine(new InputFinder(surroundings).find(path, stack), stack, target);
  }

  /**
   * Sees what is in the stack at a path whatever becomes of other policies than Cutset's, which may
   * only be on their way.
   */
  Inspection examineByBundled(Optional<String> path, StackOptions stack, Optional<Scope> target)
      throws NothingToCheckException,
          ConfigurationException,
          UnreadableInputException,
          ProgramException,
          WrongUseException {
    Input input = new InputFinder(surroundings).find(path, stack);
    return inspector.inspect(input, rulebook(input, stack, target).byBundled());
  }

  /** Examines the stack in an input. */
  Examined examine(Input input, StackOptions stack, Optional<Scope> target)
      throws ConfigurationException, UnreadableInputException, ProgramException, WrongUseException {
    Rulebook rulebook = rulebook(input, stack, target);
    return new Examined(input, rulebook, inspector.inspect(input, rulebook));
  }

  private Rulebook rulebook(Input input, StackOptions stack, Optional<Scope> target)
      throws ConfigurationException, WrongUseException {
    Rulebook found = new ConfigurationFinder(surroundings).find(stack, input);
    Rulebook aimed = target.map(found::withTarget).orElse(found);
    return verifies ? aimed.verified() : aimed;
  }
}
