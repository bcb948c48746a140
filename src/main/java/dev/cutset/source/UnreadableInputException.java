package dev.cutset.source;

/** An input that no stack can be read from: the message says what is wrong, where, what to do. */
public final class UnreadableInputException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Made from text alone: a cause could carry parts of the input, and with them a secret.
   *
   * @param where the file, and the place in it where known
   * @param what what is wrong
   * @param advice what to do about it
   */
  UnreadableInputException(String where, String what, String advice) {
    super(where + ": " + what + "; " + advice);
  }
}
