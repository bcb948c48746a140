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
import java.util.Optional;

/**
 * Draws an architecture: entry points, what can fail in its regions and zones, and who needs whom.
 *
 * <p>A component without copies, such as a target group or a record, cannot fail by itself and is
 * not drawn; who needs it is drawn to need what it needs.
 */
public final class ArchitectureDrawing {
  private static final int MOST_NAMES = 4;

  private final Sketch sketch = new Sketch();

  private ArchitectureDrawing() {}

  public static Drawing of(Architecture architecture) {
    ArchitectureDrawing drawing = new ArchitectureDrawing();
    architecture.entryPoints().forEach(drawing::entryPoint);
    architecture.components().values().forEach(drawing::component);
    architecture.components().values().stream()
        .filter(component -> component.replicas().isEmpty())
        .forEach(component -> drawing.sketch.leaveOut(component.id().text()));
    Sketch grouped = drawing.sketch.grouped();
    List<Drawing.Node> nodes = new ArrayList<>();
    grouped.parts().forEach((id, part) -> nodes.add(node(id, part)));
    return new Drawing(nodes, grouped.edges());
  }

  private void entryPoint(EntryPoint entry) {
    String id = "entry " + entry.urn();
    sketch.add(id, new Sketch.Part(List.of(entry.name()), "", "entry-point", List.of()));
    needs(id, entry.need(), "");
  }

  private void component(Component component) {
    String id = component.id().text();
    sketch.add(
        id,
        new Sketch.Part(
            List.of(component.kind().name().split(", ")),
            component.kind().title(),
            component.kind().role().map(Role::word).orElse(""),
            component.replicas().stream().map(copy -> copy.placement().domain()).toList()));
    needs(id, component.need(), "");
    needsOfCopies(id, component.replicas());
  }

  /** What not every copy needs is marked with how many do. */
  private void needsOfCopies(String id, List<Replica> copies) {
    Map<Need, Integer> counts = new LinkedHashMap<>();
    copies.forEach(copy -> counts.merge(copy.need(), 1, Integer::sum));
    counts.forEach(
        (need, count) ->
            needs(id, need, count == copies.size() ? "" : count + " of " + copies.size()));
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
    sketch.need(from, to.text(), label);
  }

  private static Drawing.Node node(String id, Sketch.Part part) {
    List<String> lines = new ArrayList<>();
    lines.add(names(part.names()));
    if (!part.title().isEmpty()) {
      int copies = part.places().size();
      lines.add(
          copies > part.names().size() ? part.title() + ", " + copies + " copies" : part.title());
    }
    List<String> boxes = boxes(part);
    spread(part).filter(place -> !boxes.contains(place)).ifPresent(lines::add);
    return new Drawing.Node(id, lines, part.role(), boxes);
  }

  private static String names(List<String> names) {
    return names.size() <= MOST_NAMES
        ? String.join(", ", names)
        : names.get(0) + " … " + names.get(names.size() - 1) + " (" + names.size() + ")";
  }

  /** The domains around all of its copies, the largest first; a cloud goes without saying. */
  private static List<String> boxes(Sketch.Part part) {
    List<String> boxes = new ArrayList<>();
    part.only(Scope.PROVIDER).ifPresent(provider -> boxes.add(provider.name()));
    part.only(Scope.REGION).ifPresent(region -> boxes.add(region.name()));
    part.only(Scope.ZONE).ifPresent(zone -> boxes.add(zone.name()));
    return boxes;
  }

  /** Where the copies are, if they are in several places: the zones, or else the regions. */
  private static Optional<String> spread(Sketch.Part part) {
    Scope scope = part.at(Scope.REGION).size() > 1 ? Scope.REGION : Scope.ZONE;
    return Optional.of(Sketch.names(part.at(scope))).filter(names -> !names.isEmpty());
  }
}
