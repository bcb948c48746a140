package dev.cutset.analysis;

import dev.cutset.architecture.Component;

/** How much of the time things are not there by themselves. */
public interface Figures {

  /** One copy that can fail while everything around it lives. */
  Figure copy(Component component);

  /** A component as a whole of which no single copy fails alone. */
  Figure service(Component component);

  /** A failure domain with all that is in it. */
  Figure domain(Failure failure);

  /**
   * A share of the time between zero and one, as a range where it is not known better.
   *
   * @param best the least
   * @param worst the most
   * @param source where it is from
   */
  record Figure(double best, double worst, String source) {
    public Figure {
      if (!(best >= 0 && best <= worst && worst <= 1)) {
        throw new IllegalArgumentException("from " + best + " to " + worst + " is no share");
      }
    }
  }
}
