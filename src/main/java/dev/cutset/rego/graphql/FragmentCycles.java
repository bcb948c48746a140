package dev.cutset.rego.graphql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Fragments that contain themselves. */
final class FragmentCycles {
  private final QueryContext context;
  private final Set<String> visited = new HashSet<>();

  FragmentCycles(QueryContext context) {
    this.context = context;
  }

  void check(Node fragment) {
    visit(fragment, new ArrayList<>(), new HashMap<>());
  }

  private void visit(Node fragment, List<Node> path, Map<String, Integer> places) {
    String name = fragment.text("Name");
    if (!visited.add(name)) {
      return;
    }
    List<Node> spreads = spreads(fragment);
    if (spreads.isEmpty()) {
      return;
    }
    context.effort().enter();
    places.put(name, path.size());
    for (Node spread : spreads) {
      Integer start = places.get(spread.text("Name"));
      if (start != null) {
        List<Node> cycle = path.subList(start, path.size());
        context.mistake(spread, () -> message(spread, cycle));
        continue;
      }
      path.add(spread);
      Node next = context.document().find("Fragments", spread.text("Name"));
      if (next != null) {
        visit(next, path, places);
      }
      path.remove(path.size() - 1);
    }
    places.remove(name);
    context.effort().leave();
  }

  private static String message(Node spread, List<Node> cycle) {
    String via =
        cycle.stream()
            .map(each -> "\"" + each.text("Name") + "\"")
            .collect(Collectors.joining(", "));
    return "Cannot spread fragment \"%s\" within itself%s."
        .formatted(spread.text("Name"), via.isEmpty() ? "" : " via " + via);
  }

  /** The spreads in a fragment, those of the last selections first, as OPA finds them. */
  private List<Node> spreads(Node fragment) {
    List<Node> spreads = new ArrayList<>();
    Deque<List<Node>> pending = new ArrayDeque<>();
    pending.push(fragment.nodes("SelectionSet"));
    while (!pending.isEmpty()) {
      for (Node selection : pending.pop()) {
        context.effort().work();
        if (selection.shape() == Shape.SPREAD) {
          spreads.add(selection);
        } else {
          pending.push(selection.nodes("SelectionSet"));
        }
      }
    }
    return spreads;
  }
}
