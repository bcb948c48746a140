package dev.cutset.report;

import java.util.List;

/**
 * An architecture as something to draw.
 *
 * @param nodes components, and entry points
 * @param edges what needs what, from the one that needs
 */
public record Drawing(List<Node> nodes, List<Edge> edges) {

  public Drawing {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * A component or an entry point.
   *
   * @param id names it in edges; unique
   * @param role what it is for, {@code entry-point} for where users come in
   * @param domain the failure domain it is drawn in, such as {@code eu-west-1}; empty for none
   */
  public record Node(String id, String label, String role, String domain) {}

  /**
   * A need.
   *
   * @param label what to write beside it; empty for nothing
   */
  public record Edge(String from, String to, String label) {}
}
