package dev.cutset.source;

import dev.cutset.stack.Stack;

/** Reads one kind of input, given its top-level fields in whatever order they come. */
interface DocumentReader {

  /** Takes the top-level field at hand, or skips it. */
  void field(String name) throws UnreadableInputException;

  /** Whether further JSON values may follow the first. */
  default boolean lines() {
    return false;
  }

  /** What was read, once the input has ended. */
  Stack stack() throws UnreadableInputException;
}
