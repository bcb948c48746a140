package dev.cutset.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A drawing in Graphviz's language. */
public final class DotReport {

  public void render(Drawing drawing, Appendable out) throws IOException {
    DrawingText text = new DrawingText(drawing);
    out.append("digraph cutset {\n  rankdir=TB;\n  node [shape=box, fontname=\"sans-serif\"];\n");
    int box = 0;
    for (Map.Entry<String, List<Drawing.Node>> entry : text.boxes().entrySet()) {
      boolean boxed = !entry.getKey().isEmpty();
      if (boxed) {
        out.append("  subgraph cluster_" + box++ + " {\n");
        out.append("    label=" + quoted(entry.getKey()) + ";\n");
      }
      for (Drawing.Node node : entry.getValue()) {
        out.append(boxed ? "    " : "  ").append(text.id(node)).append(node(node)).append(";\n");
      }
      if (boxed) {
        out.append("  }\n");
      }
    }
    for (Drawing.Edge edge : text.edges()) {
      out.append("  " + edge.from() + " -> " + edge.to());
      out.append(edge.label().isEmpty() ? "" : " [label=" + quoted(edge.label()) + "]");
      out.append(";\n");
    }
    out.append("}\n");
  }

  private static String node(Drawing.Node node) {
    return " [label=" + quoted(node.label()) + ", shape=" + shape(node.role()) + "]";
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
    return '"' + DrawingText.oneLine(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
