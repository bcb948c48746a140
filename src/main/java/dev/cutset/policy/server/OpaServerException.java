package dev.cutset.policy.server;

/** What is said of a server cannot be used; the message says what and what to do. */
public final class OpaServerException extends Exception {
  private static final long serialVersionUID = 1L;

  OpaServerException(String message) {
    super(message);
  }

  OpaServerException(String message, Throwable cause) {
    super(message, cause);
  }
}
