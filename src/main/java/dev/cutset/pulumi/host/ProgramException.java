package dev.cutset.pulumi.host;

/** A program that did not get to declare its stack: the message says why, and how to go on. */
public final class ProgramException extends Exception {
  private static final long serialVersionUID = 1L;

  ProgramException(String message) {
    super(message);
  }
}
