package dev.cutset.pulumi.pack;

import dev.cutset.pulumi.host.ProgramException;
import dev.cutset.stack.Stack;

/** The program that is being previewed, to be run once more beside the engine. */
interface Program {

  /** The stack that it declares, with all edges. */
  Stack declare() throws ProgramException;

  /** Ends it, from any thread; {@link #declare} fails then. */
  void stop();
}
