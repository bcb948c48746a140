package dev.cutset.architecture.builder;

import dev.cutset.architecture.Need;
import dev.cutset.architecture.Placement;
import dev.cutset.architecture.Replica;
import dev.cutset.architecture.builder.Declared.Known;
import dev.cutset.stack.PropertyPath;
import java.util.List;

/**
 * Keeps references open that cannot be told: what is needed there may be a single thing or many,
 * and until that is known nobody can say that its failure is survived.
 */
final class OpenEnds {
  private final Doubts doubts;
  private final Regions regions;

  OpenEnds(Doubts doubts, Regions regions) {
    this.doubts = doubts;
    this.regions = regions;
  }

  /** The subject depends on whatever the property will refer to. */
  void hold(Draft subject, Known said, PropertyPath path) {
    subject.leaveOpen();
    subject.undecided(List.of("`" + path + "` of `" + said.name() + "`"));
    if (!subject.replicas().isEmpty() || doubts.kindest()) {
      return;
    }
    String id = said.urn().text() + "?" + path;
    Replica whatever =
        new Replica(
            id,
            said.urn(),
            "what `" + path + "` of " + said.name() + " refers to",
            Placement.somewhere(regions.region(said), id),
            true,
            Need.NOTHING);
    subject.run(List.of(whatever), 1, subject.failover());
  }
}
