package dev.cutset.analysis;

/** A Boolean function of independent events as a decision diagram; the nodes lie above theirs. */
final class Diagram {
  /** The first node after false and true. */
  private static final int FIRST = 2;

  private final int root;
  private final int[] variables;
  private final int[] low;
  private final int[] high;

  /**
   * A function by its nodes, which are numbered from two on; zero is false and one is true.
   *
   * @param variables the event that each node asks for
   * @param low where it leads when that did not happen
   * @param high where it leads when it did
   */
  Diagram(int root, int[] variables, int[] low, int[] high) {
    this.root = root;
    this.variables = variables;
    this.low = low;
    this.high = high;
  }

  /** How likely the function is true. */
  double probability(double[] chances) {
    return probabilities(chances)[root];
  }

  /** For each event how much less likely the function would be true if it never happened. */
  double[] costs(double[] chances) {
    double[] known = probabilities(chances);
    double[] reached = new double[known.length];
    double[] costs = new double[chances.length];
    reached[root] = 1;
    for (int i = variables.length - 1; i >= 0; i--) {
      double happens = reached[i + FIRST] * chances[variables[i]];
      reached[high[i]] += happens;
      reached[low[i]] += reached[i + FIRST] - happens;
      costs[variables[i]] += happens * (known[high[i]] - known[low[i]]);
    }
    return costs;
  }

  private double[] probabilities(double[] chances) {
    double[] known = new double[variables.length + FIRST];
    known[Bdd.TRUE] = 1;
    for (int i = 0; i < variables.length; i++) {
      double chance = chances[variables[i]];
      known[i + FIRST] = chance * known[high[i]] + (1 - chance) * known[low[i]];
    }
    return known;
  }
}
