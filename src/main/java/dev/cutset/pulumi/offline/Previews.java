package dev.cutset.pulumi.offline;

import java.util.Map;

/**
 * What the outputs of a resource are in a preview, before it is created: not known, as with every
 * real provider, or made up already.
 */
enum Previews {
  UNKNOWN("unknown"),
  MADE_UP("made-up");

  /** The variable in which a user asks for one of them. */
  static final String VARIABLE = "CUTSET_OFFLINE_PREVIEW";

  private final String word;

  Previews(String word) {
    this.word = word;
  }

  /**
   * What the environment asks for; unknown where it asks for nothing.
   *
   * @throws IllegalArgumentException if it asks for something else
   */
  static Previews asked(Map<String, String> environment) {
    String asked = environment.getOrDefault(VARIABLE, "");
    for (Previews previews : values()) {
      if (previews.word.equals(asked)) {
        return previews;
      }
    }
    if (asked.isEmpty()) {
      return UNKNOWN;
    }
    throw new IllegalArgumentException(
        VARIABLE
            + " is `"
            + asked
            + "`; set it to `"
            + UNKNOWN.word
            + "` or `"
            + MADE_UP.word
            + "`, or not at all");
  }
}
