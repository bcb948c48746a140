package dev.cutset.analysis;

/** An analysis that does not hold: what would be judged by it could be wrong, so nothing is. */
public final class RejectedProofException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String place;

  /**
   * What does not hold.
   *
   * @param message says it in the names of the stack
   * @param place says where it is without them, for who may not see the stack
   */
  RejectedProofException(String message, String place) {
    super(message);
    this.place = place;
  }

  /** Which entry point and which failure it is about, by their numbers. */
  public String place() {
    return place;
  }
}
