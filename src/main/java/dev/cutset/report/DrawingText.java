package dev.cutset.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A drawing in terms that both graph languages share: short ids, and nodes sorted into boxes. */
final class DrawingText {
  private final Drawing drawing;
  private final Map<String, String> ids = new LinkedHashMap<>();

  DrawingText(Drawing drawing) {
    this.drawing = drawing;
    for (Drawing.Node node : drawing.nodes()) {
      ids.putIfAbsent(node.id(), "n" + ids.size());
    }
  }

  String id(Drawing.Node node) {
    return ids.getOrDefault(node.id(), "");
  }

  /** The box around everything. */
  Box whole() {
    Box whole = new Box();
    for (Drawing.Node node : drawing.nodes()) {
      Box box = whole;
      for (String name : node.boxes()) {
        box = box.inner.computeIfAbsent(name, key -> new Box());
      }
      box.nodes.add(node);
    }
    return whole;
  }

  /** A failure domain with what is in it: first what is in none of the smaller ones. */
  static final class Box {
    final List<Drawing.Node> nodes = new ArrayList<>();
    final Map<String, Box> inner = new TreeMap<>();
  }

  /** The edges, both ends of which are drawn, with short ids. */
  List<Drawing.Edge> edges() {
    List<Drawing.Edge> edges = new ArrayList<>();
    for (Drawing.Edge edge : drawing.edges()) {
      String from = ids.get(edge.from());
      String to = ids.get(edge.to());
      if (from != null && to != null) {
        edges.add(new Drawing.Edge(from, to, edge.label()));
      }
    }
    return edges;
  }

  /** The text with signs that steer as blanks, which neither language can quote. */
  static String oneLine(String text) {
    return SafeText.unobeyed(text)
        .codePoints()
        .map(point -> SafeText.steers(point) ? ' ' : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
