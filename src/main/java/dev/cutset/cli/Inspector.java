package dev.cutset.cli;

import dev.cutset.config.ConfigurationException;
import dev.cutset.gate.Inspection;
import dev.cutset.gate.Rulebook;
import dev.cutset.pulumi.host.ProgramException;
import dev.cutset.source.UnreadableInputException;

/** Looks at the stack in an input, and judges it. */
@FunctionalInterface
interface Inspector {
  Inspection inspect(Input input, Rulebook rulebook)
      throws UnreadableInputException, ProgramException, ConfigurationException;
}
