package dev.cutset.report;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;

/** A drawing in Mermaid's language, as code hosts show it. */
public final class MermaidReport {

  public void render(Drawing drawing, Appendable out) throws IOException {
    DrawingText text = new DrawingText(drawing);
    out.append("flowchart TB\n");
    box(text.whole(), "d", "  ", text, out);
    for (Drawing.Edge edge : text.edges()) {
      String label = edge.label().isEmpty() ? "" : "|" + quoted(edge.label()) + "|";
      out.append("  " + edge.from() + " -->" + label + " " + edge.to() + "\n");
    }
  }

  private static void box(
      DrawingText.Box box, String id, String indent, DrawingText text, Appendable out)
      throws IOException {
    for (Drawing.Node node : box.nodes) {
      out.append(indent).append(text.id(node)).append(node(node)).append('\n');
    }
    int number = 0;
    for (Map.Entry<String, DrawingText.Box> inner : box.inner.entrySet()) {
      String innerId = id + "_" + number++;
      out.append(indent + "subgraph " + innerId + "[" + quoted(inner.getKey()) + "]\n");
      box(inner.getValue(), innerId, indent + "  ", text, out);
      out.append(indent + "end\n");
    }
  }

  private static String node(Drawing.Node node) {
    String label =
        '"'
            + node.lines().stream().map(MermaidReport::escaped).collect(Collectors.joining("<br>"))
            + '"';
    return switch (node.role()) {
      case "entry-point" -> "([" + label + "])";
      case "database", "storage", "cache" -> "[(" + label + ")]";
      case "dns" -> "{" + label + "}";
      case "coordinator" -> "{{" + label + "}}";
      default -> "[" + label + "]";
    };
  }

  private static String quoted(String text) {
    return '"' + escaped(text) + '"';
  }

  // Mermaid reads HTML and Markdown in labels, and settings in %%{…}%% wherever they stand;
  // entities keep names from becoming any of it.
  private static String escaped(String text) {
    return DrawingText.oneLine(text)
        .replace("#", "#35;")
        .replace("%", "#37;")
        .replace("`", "#96;")
        .replace("\\", "#92;")
        .replace("&", "#amp;")
        .replace("\"", "#quot;")
        .replace("<", "#lt;")
        .replace(">", "#gt;");
  }
}
