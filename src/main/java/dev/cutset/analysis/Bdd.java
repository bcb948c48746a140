package dev.cutset.analysis;

import java.util.Arrays;
import java.util.BitSet;

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

  /** Operations descend once for each event, and the stack of a thread is finite. */
  private static final int DEEPEST = 4_000;

  /** How a result of false is remembered, since zero is nothing. */
  private static final int REMEMBERED = 1;

  private final int limit;
  private int[] variables = new int[1024];
  private int[] low = new int[1024];
  private int[] high = new int[1024];
  private int size = 2;
  private long operations;
  private int depth;
  private final IntTable unique = new IntTable();
  private final IntTable results = new IntTable();

  /** A diagram was about to need more nodes than allowed. */
  static final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooLargeException() {
      super("too many nodes", null, false, false);
    }
  }

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
      // No more than have been looked at, and no fewer than the rest can make up for.
      int fewest = Math.max(0, least - i - 1);
      for (int count = Math.min(least, nodes.length - i); count > fewest; count--) {
        reached[count] = or(reached[count], and(reached[count - 1], nodes[i]));
      }
    }
    return reached[least];
  }

  /** One function by itself, without what was made on the way to it. */
  Diagram diagram(int root) {
    BitSet reached = new BitSet(root + 1);
    reached.set(root);
    for (int node = root; node > TRUE; node--) {
      if (reached.get(node)) {
        reached.set(low[node]);
        reached.set(high[node]);
      }
    }
    int[] nodes = reached.stream().filter(node -> node > TRUE).toArray();
    int[] places = new int[root + 1];
    places[Math.min(root, TRUE)] = Math.min(root, TRUE);
    for (int i = 0; i < nodes.length; i++) {
      places[nodes[i]] = i + 2;
    }
    return new Diagram(
        places[root],
        Arrays.stream(nodes).map(node -> variables[node]).toArray(),
        Arrays.stream(nodes).map(node -> places[low[node]]).toArray(),
        Arrays.stream(nodes).map(node -> places[high[node]]).toArray());
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
    int smaller = Math.min(one, other);
    int larger = Math.max(one, other);
    int known = results.get(smaller, larger, deciding);
    if (known != 0) {
      return known - REMEMBERED;
    }
    if (++operations == OPERATIONS_PER_NODE * (long) limit || ++depth > DEEPEST) {
      throw new TooLargeException();
    }
    int variable = Math.min(variables[one], variables[other]);
    int result =
        node(
            variable,
            apply(below(one, variable, low), below(other, variable, low), deciding),
            apply(below(one, variable, high), below(other, variable, high), deciding));
    depth--;
    if (results.size() == RESULTS_PER_NODE * (long) limit) {
      results.clear();
    }
    results.put(smaller, larger, deciding, result + REMEMBERED);
    return result;
  }

  private int below(int node, int variable, int[] side) {
    return variables[node] == variable ? side[node] : node;
  }

  private int node(int variable, int whenFalse, int whenTrue) {
    if (whenFalse == whenTrue) {
      return whenFalse;
    }
    int known = unique.get(variable, whenFalse, whenTrue);
    if (known != 0) {
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
    unique.put(variable, whenFalse, whenTrue, size);
    return size++;
  }
}
