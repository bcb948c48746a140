package dev.cutset.report;

import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Component;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.Replica;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Scope;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Draws an architecture: entry points, components in their regions, and who needs whom. */
public final class ArchitectureDrawing {
  private final List<Drawing.Node> nodes = new ArrayList<>();
  private final Map<String, Drawing.Edge> edges = new LinkedHashMap<>();

  private ArchitectureDrawing() {}

  public static Drawing of(Architecture architecture) {
    ArchitectureDrawing drawing = new ArchitectureDrawing();
    architecture.entryPoints().forEach(drawing::entryPoint);
    architecture.components().values().forEach(drawing::component);
    return new Drawing(drawing.nodes, List.copyOf(drawing.edges.values()));
  }

  private void entryPoint(EntryPoint entry) {
    String id = "entry " + entry.urn();
    nodes.add(new Drawing.Node(id, entry.name(), "entry-point", ""));
    needs(id, entry.need(), "");
  }

  private void component(Component component) {
    String id = component.id().text();
    String role = component.kind().role().map(Role::word).orElse("");
    nodes.add(new Drawing.Node(id, label(component), role, domain(component)));
    needs(id, component.need(), "");
    component.replicas().forEach(replica -> needs(id, replica.need(), ""));
  }

  private static String label(Component component) {
    int copies = component.replicas().size();
    return component.kind().name() + (copies > 1 ? " x " + copies : "");
  }

  /** The regions of the copies; a name for each set of them. */
  private static String domain(Component component) {
    return component.replicas().stream()
        .map(Replica::placement)
        .flatMap(place -> place.domain().at(Scope.REGION).stream())
        .map(region -> region.name())
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private void needs(String from, Need need, String how) {
    if (need instanceof Need.On on) {
      edge(from, on.component(), on.evidence(), how);
    } else if (need instanceof Need.All all) {
      all.needs().forEach(each -> needs(from, each, how));
    } else if (need instanceof Need.Any any) {
      any.needs().forEach(each -> needs(from, each, "any"));
    } else if (need instanceof Need.AtLeast some) {
      some.needs().forEach(each -> needs(from, each, "at least " + some.least()));
    }
  }

  private void edge(String from, Urn to, Evidence evidence, String how) {
    String assumed = evidence.kind() == Evidence.Kind.ASSUMED ? "assumed" : "";
    String label = how.isEmpty() || assumed.isEmpty() ? how + assumed : how + ", " + assumed;
    edges.putIfAbsent(from + "\n" + to, new Drawing.Edge(from, to.text(), label));
  }
}
