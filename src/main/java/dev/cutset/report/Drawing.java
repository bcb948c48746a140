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
   * Components that do the same, or an entry point.
   *
   * @param id names it in edges; unique
   * @param lines what to write into it: names, what it is, where its copies are
   * @param role what it is for, {@code entry-point} for where users come in
   * @param boxes the failure domains that it is drawn in, such as {@code eu-west-1} and in it
   *     {@code eu-west-1a}
   */
  public record Node(String id, List<String> lines, String role, List<String> boxes) {
    public Node {
      lines = List.copyOf(lines);
      boxes = List.copyOf(boxes);
    }
  }

  /**
   * A need.
   *
   * @param label what to write beside it; empty for nothing
   */
  public record Edge(String from, String to, String label) {}
}
