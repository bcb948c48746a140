package dev.cutset.cli;

import dev.cutset.config.Configuration;
import dev.cutset.config.ConfigurationException;
import dev.cutset.gate.Inspection;
import dev.cutset.pulumi.host.ProgramException;
import dev.cutset.source.UnreadableInputException;

/** Looks at the stack in an input. */
@FunctionalInterface
interface Inspector {
  Inspection inspect(Input input, Configuration configuration)
      throws UnreadableInputException, ProgramException, ConfigurationException;
}
