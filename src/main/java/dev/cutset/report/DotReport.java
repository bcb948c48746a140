package dev.cutset.report;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;

/** A drawing in Graphviz's language. */
public final class DotReport {

  public void render(Drawing drawing, Appendable out) throws IOException {
    DrawingText text = new DrawingText(drawing);
    out.append("digraph cutset {\n  rankdir=TB;\n  node [shape=box, fontname=\"sans-serif\"];\n");
    box(text.whole(), "cluster", "  ", text, out);
    for (Drawing.Edge edge : text.edges()) {
      out.append("  " + edge.from() + " -> " + edge.to());
      out.append(edge.label().isEmpty() ? "" : " [label=" + quoted(edge.label()) + "]");
      out.append(";\n");
    }
    out.append("}\n");
  }

  private static void box(
      DrawingText.Box box, String id, String indent, DrawingText text, Appendable out)
      throws IOException {
    for (Drawing.Node node : box.nodes) {
      out.append(indent).append(text.id(node)).append(node(node)).append(";\n");
    }
    int number = 0;
    for (Map.Entry<String, DrawingText.Box> inner : box.inner.entrySet()) {
      String innerId = id + "_" + number++;
      out.append(indent + "subgraph " + innerId + " {\n");
      out.append(indent + "  label=" + quoted(inner.getKey()) + ";\n");
      box(inner.getValue(), innerId, indent + "  ", text, out);
      out.append(indent + "}\n");
    }
  }

  private static String node(Drawing.Node node) {
    String label = node.lines().stream().map(DotReport::escaped).collect(Collectors.joining("\\n"));
    return " [label=\"" + label + "\", shape=" + shape(node.role()) + "]";
  }

  private static String shape(String role) {
    return switch (role) {
      case "entry-point" -> "oval";
      case "database", "storage", "cache" -> "cylinder";
      case "dns" -> "diamond";
      case "coordinator" -> "hexagon";
      default -> "box";
    };
  }

  private static String quoted(String text) {
    return '"' + escaped(text) + '"';
  }

  private static String escaped(String text) {
    return DrawingText.oneLine(text).replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
