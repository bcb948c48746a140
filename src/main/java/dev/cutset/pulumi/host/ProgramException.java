package dev.cutset.pulumi.host;

/** A program that did not get to declare its stack: the message says why, and how to go on. */
public sealed class ProgramException extends Exception {
  private static final long serialVersionUID = 1L;

  public ProgramException(String message) {
    super(message);
  }

  /** Nothing is built that could run, and building was not asked for. */
  public static final class NotBuilt extends ProgramException {
    private static final long serialVersionUID = 1L;

    NotBuilt(String message) {
      super(message);
    }
  }

  /** Whoever asked for the stack stopped it. */
  public static final class Stopped extends ProgramException {
    private static final long serialVersionUID = 1L;

    Stopped(String what) {
      super(what + " was stopped");
    }
  }

  /** It ran, and ended with an exit code that is not zero; it has said why itself. */
  public static final class Failed extends ProgramException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    Failed(String what, int exitCode) {
      super(what + " failed (exit code " + exitCode + "), see above; nothing was checked");
      this.exitCode = exitCode;
    }

    public int exitCode() {
      return exitCode;
    }
  }
}
