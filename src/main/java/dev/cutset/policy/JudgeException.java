package dev.cutset.policy;

/** The policies gave no answer, or none that can be used: the gate stays shut. */
public final class JudgeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public JudgeException(String message) {
    super(message);
  }

  public JudgeException(String message, Throwable cause) {
    super(message, cause);
  }
}
