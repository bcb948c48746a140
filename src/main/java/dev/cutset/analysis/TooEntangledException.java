package dev.cutset.analysis;

import java.util.Locale;

/**
 * So many failures take down so many parts of a stack that no memory holds who takes down whom: the
 * answer alone grows with the square of a chain of needs.
 */
public final class TooEntangledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooEntangledException(String what, int most) {
    super(
        String.format(
            Locale.ROOT,
            "%s more than %,d, which is as many as can be told; look for a chain of thousands of"
                + " components that need one another, or check the stack in parts",
            what,
            most));
  }
}
