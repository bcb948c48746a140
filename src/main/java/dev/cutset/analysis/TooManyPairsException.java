package dev.cutset.analysis;

import java.util.Locale;

/** More pairs of failures do harm than anybody would read, or memory would hold. */
public final class TooManyPairsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooManyPairsException(int most) {
    super(
        String.format(
            Locale.ROOT,
            "more than %,d pairs of failures may do more than each by itself, which is too many to"
                + " show",
            most));
  }
}
