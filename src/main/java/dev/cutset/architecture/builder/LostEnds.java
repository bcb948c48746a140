package dev.cutset.architecture.builder;

import dev.cutset.architecture.EntryPoint;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.declared.Declared;
import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.declared.Relations;
import dev.cutset.architecture.declared.Relations.Loose;
import dev.cutset.architecture.declared.Relations.Lost;
import dev.cutset.architecture.declared.Wrapped;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Leaves entry points open where it cannot be told what leads to something: it may be what serves
 * them, and a preview that does not say so must not pass for it.
 */
final class LostEnds {
  private final Declared declared;
  private final Relations relations;
  private final OpenEnds openEnds;
  private final Drafts drafts;

  LostEnds(Declared declared, Relations relations, OpenEnds openEnds, Drafts drafts) {
    this.declared = declared;
    this.relations = relations;
    this.openEnds = openEnds;
    this.drafts = drafts;
  }

  List<EntryPoint> open(List<EntryPoint> entryPoints, Set<Urn> reached) {
    List<Need> unknown = new ArrayList<>();
    for (Lost lost : relations.lost()) {
      if (isOutOfReach(lost, reached)) {
        unknown.add(openEnds.whatever(lost.said(), lost.path()));
      }
    }
    for (Loose loose : relations.loose()) {
      // What something needs that no entry point leads to is of no concern to any of them.
      if (loose.addsToObject() && !reached.contains(drafts.represented(loose.subject().urn()))) {
        unknown.add(openEnds.whatever(loose.said(), loose.path()));
      }
    }
    for (Known release : declared.openReleases()) {
      unknown.add(openEnds.whatever(release, Wrapped.CHART));
    }
    return unknown.isEmpty()
        ? entryPoints
        : entryPoints.stream().map(entry -> needing(entry, unknown)).toList();
  }

  /**
   * What is reached anyway is judged where it is reached, unless something else may need it too.
   */
  private boolean isOutOfReach(Lost lost, Set<Urn> reached) {
    return lost.objects().isEmpty()
        || !lost.possible().isEmpty()
        || lost.objects().stream()
            .anyMatch(object -> !reached.contains(drafts.represented(object.urn())));
  }

  private static EntryPoint needing(EntryPoint entry, List<Need> more) {
    List<Need> all = new ArrayList<>(more);
    all.add(0, entry.need());
    return new EntryPoint(entry.urn(), entry.name(), entry.target(), Need.all(all));
  }
}
