package dev.cutset.cli;

/** There is no stack where the user points; the message says how to come by one. */
final class NothingToCheckException extends Exception {
  private static final long serialVersionUID = 1L;

  NothingToCheckException(String message) {
    super(message);
  }
}
