package dev.cutset.report.picture;

import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Component;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * An architecture on as many sheets as it takes to read it: the first shows all of it, and each
 * cluster on a sheet has one that shows what is in it.
 */
final class Atlas {
  private final Architecture architecture;
  private final Clusters clusters;
  private final List<Component> drawn;

  /** With the component resource that each resource belongs to. */
  Atlas(Architecture architecture, Map<Urn, Urn> parents) {
    this.architecture = architecture;
    this.clusters = new Clusters(parents);
    this.drawn =
        architecture.components().values().stream()
            .filter(component -> !component.replicas().isEmpty())
            .toList();
  }

  /**
   * A sheet.
   *
   * @param name what it shows, empty for everything
   * @param above the sheet that it is opened from
   */
  record Sheet(String name, int above, Picture picture) {}

  private record Planned(String name, int above, List<Component> components) {}

  /** The first sheet. */
  Picture overview() {
    return sheet(new ArrayList<>(), new Planned("", 0, drawn), 0).picture();
  }

  List<Sheet> sheets() {
    List<Planned> planned = new ArrayList<>(List.of(new Planned("", 0, drawn)));
    List<Sheet> sheets = new ArrayList<>();
    while (sheets.size() < planned.size()) {
      sheets.add(sheet(planned, planned.get(sheets.size()), sheets.size()));
    }
    return sheets;
  }

  private Sheet sheet(List<Planned> planned, Planned sheet, int number) {
    List<Parts.Group> there = new ArrayList<>();
    for (Clusters.Cluster cluster : clusters.split(sheet.components())) {
      boolean opens = cluster.components().size() > 1;
      there.add(
          Parts.Group.of(cluster, opens ? OptionalInt.of(planned.size()) : OptionalInt.empty()));
      if (opens) {
        planned.add(new Planned(cluster.name(), number, cluster.components()));
      }
    }
    return new Sheet(
        sheet.name(), sheet.above(), PictureLayout.of(new Parts(architecture, there, number == 0)));
  }
}
