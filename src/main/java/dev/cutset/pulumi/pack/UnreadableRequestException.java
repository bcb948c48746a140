package dev.cutset.pulumi.pack;

/** A call of the engine that makes no sense; the message says why, and quotes names only. */
final class UnreadableRequestException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableRequestException(String message) {
    super(message);
  }
}
