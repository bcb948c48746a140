package dev.cutset.rego.builtin;

import dev.cutset.rego.Builtin;
import dev.cutset.rego.BuiltinContext;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoNumber;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoSet;
import dev.cutset.rego.RegoValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builtins that follow the edges of a graph, or the parts of a document. */
final class Graphs {
  private Graphs() {}

  static @Nullable Builtin find(String name) {
    return switch (name) {
      case "graph.reachable" -> Graphs::reachable;
      case "graph.reachable_paths" -> Graphs::reachablePaths;
      case "walk" -> Graphs::walk;
      default -> null;
    };
  }

  private static List<RegoValue> neighbours(@Nullable RegoValue edges) {
    List<RegoValue> neighbours = new ArrayList<>();
    if (edges instanceof RegoArray array) {
      array.forEach(neighbours::add);
    } else if (edges instanceof RegoSet set) {
      set.forEach(neighbours::add);
    }
    return neighbours;
  }

  private static RegoValue reachable(BuiltinContext context, RegoValue... x) {
    RegoObject graph = Operands.object(x, 0);
    Deque<RegoValue> queue = new ArrayDeque<>();
    Operands.elements(x, 1).forEach(queue::add);
    RegoSet.Builder reached = RegoSet.builder();
    Set<RegoValue> seen = new LinkedHashSet<>();
    while (!queue.isEmpty()) {
      context.step();
      RegoValue node = queue.remove();
      RegoValue edges = graph.get(node);
      if (edges != null && seen.add(node)) {
        reached.add(node);
        queue.addAll(neighbours(edges));
      }
    }
    return reached.build();
  }

  private static RegoValue reachablePaths(BuiltinContext context, RegoValue... x) {
    RegoObject graph = Operands.object(x, 0);
    RegoSet.Builder paths = RegoSet.builder();
    for (RegoValue start : Operands.elements(x, 1)) {
      RegoValue edges = graph.get(start);
      if (edges != null) {
        List<RegoValue> path = List.of(start);
        if (neighbours(edges).isEmpty()) {
          paths.add(RegoArray.of(path));
        }
        for (RegoValue neighbour : neighbours(edges)) {
          extend(context, graph, neighbour, path, paths);
        }
      }
    }
    return paths.build();
  }

  /** A path ends at a node without edges, before one that is not in the graph, or at a cycle. */
  private static void extend(
      BuiltinContext context,
      RegoObject graph,
      RegoValue node,
      List<RegoValue> path,
      RegoSet.Builder paths) {
    context.step();
    RegoValue edges = graph.get(node);
    if (edges == null) {
      paths.add(RegoArray.of(path));
      return;
    }
    List<RegoValue> longer = new ArrayList<>(path);
    longer.add(node);
    List<RegoValue> neighbours = neighbours(edges);
    if (neighbours.isEmpty()) {
      paths.add(RegoArray.of(longer));
    }
    for (RegoValue neighbour : neighbours) {
      if (longer.contains(neighbour)) {
        paths.add(RegoArray.of(longer));
      } else {
        extend(context, graph, neighbour, longer, paths);
      }
    }
  }

  private static RegoValue walk(BuiltinContext context, RegoValue... x) {
    List<RegoValue> visited = new ArrayList<>();
    visit(context, List.of(), x[0], visited);
    return RegoArray.of(visited);
  }

  private static void visit(
      BuiltinContext context, List<RegoValue> path, RegoValue value, List<RegoValue> visited) {
    context.step();
    visited.add(RegoArray.of(RegoArray.of(path), value));
    if (value instanceof RegoArray array) {
      for (int i = 0; i < array.size(); i++) {
        visit(context, longer(path, RegoNumber.of(i)), array.at(i), visited);
      }
    } else if (value instanceof RegoObject object) {
      object.forEach((key, child) -> visit(context, longer(path, key), child, visited));
    } else if (value instanceof RegoSet set) {
      set.forEach(element -> visit(context, longer(path, element), element, visited));
    }
  }

  private static List<RegoValue> longer(List<RegoValue> path, RegoValue key) {
    List<RegoValue> longer = new ArrayList<>(path.size() + 1);
    longer.addAll(path);
    longer.add(key);
    return longer;
  }
}
