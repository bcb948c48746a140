package dev.cutset.cli;

/** What the user asked for cannot be done; the message says why and what to do. */
final class WrongUseException extends Exception {
  private static final long serialVersionUID = 1L;

  WrongUseException(String message) {
    super(message);
  }
}
