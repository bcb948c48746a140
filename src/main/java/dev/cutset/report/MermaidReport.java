package dev.cutset.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A drawing in Mermaid's language, as code hosts show it. */
public final class MermaidReport {

  public void render(Drawing drawing, Appendable out) throws IOException {
    DrawingText text = new DrawingText(drawing);
    out.append("flowchart TB\n");
    int box = 0;
    for (Map.Entry<String, List<Drawing.Node>> entry : text.boxes().entrySet()) {
      boolean boxed = !entry.getKey().isEmpty();
      if (boxed) {
        out.append("  subgraph d" + box++ + "[" + quoted(entry.getKey()) + "]\n");
      }
      for (Drawing.Node node : entry.getValue()) {
        out.append(boxed ? "    " : "  ").append(text.id(node)).append(node(node)).append('\n');
      }
      if (boxed) {
        out.append("  end\n");
      }
    }
    for (Drawing.Edge edge : text.edges()) {
      String label = edge.label().isEmpty() ? "" : "|" + quoted(edge.label()) + "|";
      out.append("  " + edge.from() + " -->" + label + " " + edge.to() + "\n");
    }
  }

  private static String node(Drawing.Node node) {
    String label = quoted(node.label());
    return switch (node.role()) {
      case "entry-point" -> "([" + label + "])";
      case "database", "storage", "cache" -> "[(" + label + ")]";
      case "dns" -> "{" + label + "}";
      case "coordinator" -> "{{" + label + "}}";
      default -> "[" + label + "]";
    };
  }

  // Mermaid reads HTML in labels; entities keep names from becoming markup.
  private static String quoted(String text) {
    String escaped =
        DrawingText.oneLine(text)
            .replace("#", "#35;")
            .replace("&", "#amp;")
            .replace("\"", "#quot;")
            .replace("<", "#lt;")
            .replace(">", "#gt;");
    return '"' + escaped + '"';
  }
}
