package dev.cutset.pulumi.pack;

import dev.cutset.pulumi.host.ProgramException;
import dev.cutset.stack.Stack;

/** The program that is being previewed, to be run once more beside the engine. */
@FunctionalInterface
interface Program {

  /** The stack that it declares, with all edges; stops when its thread is interrupted. */
  Stack declare() throws ProgramException;
}
