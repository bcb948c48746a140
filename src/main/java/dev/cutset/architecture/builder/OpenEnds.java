package dev.cutset.architecture.builder;

import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.Placement;
import dev.cutset.architecture.Replica;
import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.draft.Doubts;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.catalog.Failover;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps references open that cannot be told: what is needed there may be a single thing or many,
 * and until that is known nobody can say that its failure is survived.
 */
final class OpenEnds {
  private final Doubts doubts;
  private final Regions regions;
  private final Drafts drafts;

  OpenEnds(Doubts doubts, Regions regions, Drafts drafts) {
    this.doubts = doubts;
    this.regions = regions;
    this.drafts = drafts;
  }

  /** The subject depends on whatever the property will refer to. */
  void hold(Draft subject, Known said, PropertyPath path) {
    subject.leaveOpen();
    subject.need(whatever(said, path));
  }

  /**
   * The need for one of several, of which it is not known whether some are among them at all: at
   * best these help, at worst nothing goes without each of them.
   */
  Need choice(List<Need> certain, List<Need> doubtful, Failover failover) {
    if (doubtful.isEmpty()) {
      return Need.any(certain, failover);
    }
    List<Need> all = new ArrayList<>();
    if (doubts.kindest()) {
      all.addAll(certain);
      all.addAll(doubtful);
      return Need.any(all, failover);
    }
    all.add(Need.any(certain, failover));
    all.addAll(doubtful);
    return Need.all(all);
  }

  /**
   * The need for one of several that do the same work, where nothing tells whether users know more
   * than one of them: at best they turn to the next one, at worst they know none but the first.
   */
  Need oneOf(List<Need> ways) {
    return Need.any(ways, doubts.kindest() ? Failover.CLIENT : Failover.NONE);
  }

  /** The need for whatever the property will refer to: at best it never fails, at worst alone. */
  Need whatever(Known said, PropertyPath path) {
    String property = said.said(path);
    Urn urn = new Urn(said.urn().text() + "?" + path);
    Draft draft = new Draft(said, urn);
    draft.disown(
        "give "
            + said.written(path)
            + " an output of a resource in this stack, or a value that is known before anything is"
            + " created");
    draft.include(said);
    draft.call(said.spelled(path) + " of " + said.name(), "something not known yet");
    draft.undecided(List.of(property));
    if (!doubts.kindest()) {
      Placement anywhere = Placement.somewhere(regions.region(said), urn.text());
      draft.run(
          List.of(new Replica(urn.text(), said.urn(), draft.name(), anywhere, true, Need.NOTHING)),
          1,
          draft.failover());
    }
    drafts.add(draft);
    return new Need.On(urn, Evidence.declared(property));
  }
}
