package dev.cutset.analysis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Binary decision diagrams, reduced and ordered (Bryant 1986): a Boolean function of independent
 * events, shared wherever it is the same, so that its probability is one pass over the nodes.
 */
final class Bdd {
  static final int FALSE = 0;
  static final int TRUE = 1;

  /** What is remembered costs memory as nodes do. */
  private static final int RESULTS_PER_NODE = 4;

  /** Whoever waits would rather have a bound. */
  private static final int OPERATIONS_PER_NODE = 40;

  private final int limit;
  private int[] variables = new int[1024];
  private int[] low = new int[1024];
  private int[] high = new int[1024];
  private int size = 2;
  private long operations;
  private final Map<Triple, Integer> unique = new HashMap<>();
  private final Map<Triple, Integer> results = new HashMap<>();

  /** A diagram was about to need more nodes than allowed. */
  static final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooLargeException() {
      super("too many nodes", null, false, false);
    }
  }

  /** A node, or an operation on two of them. */
  private record Triple(int first, int second, int third) {}

  /**
   * Diagrams that share nodes.
   *
   * @param limit how many nodes may be made
   */
  Bdd(int limit) {
    this.limit = limit;
    variables[FALSE] = Integer.MAX_VALUE;
    variables[TRUE] = Integer.MAX_VALUE;
  }

  /** The event itself; events with smaller numbers are decided first. */
  int variable(int number) {
    return node(number, FALSE, TRUE);
  }

  int or(int one, int other) {
    return apply(one, other, TRUE);
  }

  int and(int one, int other) {
    return apply(one, other, FALSE);
  }

  /** At least so many of these. */
  int atLeast(int least, int[] nodes) {
    int[] reached = new int[least + 1];
    Arrays.fill(reached, FALSE);
    reached[0] = TRUE;
    // From the last on: events of the first come above those of the others, and go on top cheaply.
    for (int i = nodes.length - 1; i >= 0; i--) {
      int node = nodes[i];
      for (int count = least; count > 0; count--) {
        reached[count] = or(reached[count], and(reached[count - 1], node));
      }
    }
    return reached[least];
  }

  /** How likely the function is true; nodes lie above those that they lead to. */
  double probability(int root, double[] chances) {
    double[] known = new double[size];
    known[TRUE] = 1;
    for (int node = 2; node <= root; node++) {
      double chance = chances[variables[node]];
      known[node] = chance * known[high[node]] + (1 - chance) * known[low[node]];
    }
    return known[root];
  }

  /** One operand decides the result when it is this constant, and leaves it to the other if not. */
  private int apply(int one, int other, int deciding) {
    if (one == deciding || other == deciding) {
      return deciding;
    }
    if (one == 1 - deciding || one == other) {
      return other;
    }
    if (other == 1 - deciding) {
      return one;
    }
    Triple key = new Triple(Math.min(one, other), Math.max(one, other), deciding);
    Integer known = results.get(key);
    if (known != null) {
      return known;
    }
    int variable = Math.min(variables[one], variables[other]);
    int result =
        node(
            variable,
            apply(below(one, variable, low), below(other, variable, low), deciding),
            apply(below(one, variable, high), below(other, variable, high), deciding));
    if (++operations == OPERATIONS_PER_NODE * (long) limit) {
      throw new TooLargeException();
    }
    if (results.size() == RESULTS_PER_NODE * (long) limit) {
      results.clear();
    }
    results.put(key, result);
    return result;
  }

  private int below(int node, int variable, int[] side) {
    return variables[node] == variable ? side[node] : node;
  }

  private int node(int variable, int whenFalse, int whenTrue) {
    if (whenFalse == whenTrue) {
      return whenFalse;
    }
    Triple key = new Triple(variable, whenFalse, whenTrue);
    Integer known = unique.get(key);
    if (known != null) {
      return known;
    }
    if (size == limit) {
      throw new TooLargeException();
    }
    if (size == variables.length) {
      variables = Arrays.copyOf(variables, size * 2);
      low = Arrays.copyOf(low, size * 2);
      high = Arrays.copyOf(high, size * 2);
    }
    variables[size] = variable;
    low[size] = whenFalse;
    high[size] = whenTrue;
    unique.put(key, size);
    return size++;
  }
}
