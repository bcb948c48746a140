package dev.cutset.pulumi.pack;

import dev.cutset.pulumi.host.ProgramException;
import dev.cutset.stack.Stack;

/** A program of which nobody knows where it is. */
final class UnknownProgram implements Program {

  @Override
  public Stack declare() throws ProgramException {
    throw new ProgramException("the folder of the program is not known here");
  }

  @Override
  public void stop() {
    // Nothing runs.
  }
}
