package dev.cutset.analysis;

import dev.cutset.analysis.Figures.Figure;
import dev.cutset.architecture.Component;
import dev.cutset.architecture.EntryPoint;
import java.util.List;

/**
 * How much of the time an entry point is down.
 *
 * @param down the share of the time
 * @param exact whether it is exact for the figures given; else it is a bound on both sides
 * @param costs what costs most of it, the dearest first; the cost at worst can be less than that at
 *     best, where other things take the entry point down meanwhile
 * @param figures all that went into it: domains first, then components
 */
public record Availability(
    EntryPoint entryPoint, Range down, boolean exact, List<Cost> costs, List<Used> figures) {

  public Availability {
    costs = List.copyOf(costs);
    figures = List.copyOf(figures);
  }

  /**
   * A figure that was used.
   *
   * @param domain whether it is that of a failure domain
   */
  public record Used(String what, boolean domain, Figure figure) {}

  /** A share of the time, and what it is at worst. */
  public record Range(double best, double worst) {}

  /**
   * What a component costs.
   *
   * @param figure how much of the time one copy, or the component as a whole, is down
   * @param copies how many copies there are that fail alone; zero where it fails as a whole
   * @param cost how much less the entry point would be down if it never failed
   */
  public record Cost(Component component, Figure figure, int copies, Range cost) {}
}
