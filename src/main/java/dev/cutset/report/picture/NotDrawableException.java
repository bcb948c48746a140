package dev.cutset.report.picture;

/** A picture that cannot be drawn here, or at all. */
public final class NotDrawableException extends Exception {
  private static final long serialVersionUID = 1L;

  NotDrawableException(String message) {
    super(message);
  }
}
