package dev.cutset.architecture.builder;

import dev.cutset.architecture.Need;
import dev.cutset.architecture.Placement;
import dev.cutset.architecture.Replica;
import dev.cutset.architecture.Standby;
import dev.cutset.architecture.builder.Places.Spot;
import dev.cutset.architecture.builder.Places.Spots;
import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.declared.Reading;
import dev.cutset.architecture.declared.Relations;
import dev.cutset.architecture.declared.Texts;
import dev.cutset.architecture.draft.Doubts;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.catalog.Copies;
import dev.cutset.catalog.Link;
import dev.cutset.catalog.Place;
import dev.cutset.catalog.Scope;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Gives components their replicas: by the case that applies, so many, each in its place. */
final class CopiesPlanner {
  private static final String STOPPED = "stopped";

  private final Reading reading;
  private final Doubts doubts;
  private final Places places;
  private final Relations relations;
  private final Texts texts;
  private final CopyCases cases;
  private final CopyCount counts;
  private final CopyPlaces where;
  private final Regions regions;

  CopiesPlanner(Groundwork ground, Doubts doubts) {
    this.reading = ground.reading();
    this.doubts = doubts;
    this.places = ground.places();
    this.relations = ground.relations();
    this.texts = ground.texts();
    this.cases = new CopyCases(reading, doubts, relations);
    this.counts = new CopyCount(reading, doubts, relations);
    this.where = new CopyPlaces(ground.regions(), doubts);
    this.regions = ground.regions();
  }

  /** Gives the draft its replicas. */
  void plan(Draft draft) {
    plan(draft, draft.known().type().copies());
  }

  /** The replicas of cases that stand beside the main component, such as dedicated masters. */
  void plan(Draft draft, List<Copies> ofType) {
    cases.choose(draft.known(), ofType).ifPresent(copies -> plan(draft, copies));
  }

  private void plan(Draft draft, Copies copies) {
    List<Replica> replicas =
        copies.count() instanceof Copies.Members ? members(draft, copies) : laidOut(draft, copies);
    if (replicas.isEmpty()) {
      return;
    }
    if (replicas.size() > 1 && !copies.failover().countsAsRedundancy()) {
      draft.standBy(
          new Standby(
              Standby.Kind.MANUAL,
              draft.urn(),
              draft.name(),
              replicas.subList(1, replicas.size())));
      replicas = List.of(replicas.get(0));
    }
    int needed =
        switch (copies.needed()) {
          case ANY -> 1;
          case MAJORITY -> replicas.size() / 2 + 1;
          case ALL -> replicas.size();
        };
    draft.run(replicas, needed, copies.failover());
    if (copies.needed() == Copies.Needed.MAJORITY) {
      draft.decideByMajority();
    }
  }

  private List<Replica> members(Draft draft, Copies copies) {
    List<Replica> replicas = new ArrayList<>();
    List<Spot> shared = places.of(draft.known()).spots();
    for (Relations.Relation relation : relations.to(Link.Verb.MEMBER_OF, draft.known())) {
      Known member = relation.subject();
      Spots own = places.of(member);
      Placement placement =
          own.spots().isEmpty()
              ? where.of(draft.known(), copies, shared, replicas.size(), member.name())
              : CopyPlaces.promoted(
                  own.spots().get(replicas.size() % own.spots().size()).placement(), copies);
      replicas.add(
          new Replica(
              member.urn().text(),
              member.urn(),
              member.name(),
              placement,
              copies.survives().isEmpty(),
              Need.NOTHING));
    }
    return replicas;
  }

  private List<Replica> laidOut(Draft draft, Copies copies) {
    Known known = draft.known();
    Spots spots = places.of(known);
    int count = counts.of(known, copies, spots);
    Optional<Known> resizer = counts.resizer(known);
    if (resizer.isPresent()) {
      draft.scaledBy(resizer.get().type().remedy(), count);
    }
    if (count == 0 || isStopped(known)) {
      // Planned as the one copy that somebody would have to start.
      draft.stayCold();
      count = 1;
    } else if (counts.mayBeNone(known, copies) || mayBeStopped(known)) {
      draft.mayStayCold();
    }
    noteDoubts(known, copies, spots, count);
    List<Replica> replicas = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean free = CopyCount.isOpen(known, spots) || copies.spread() == Copies.Spread.SCHEDULED;
      String label =
          free && count > 1 && doubts.kindest() ? draft.name() + " " + (i + 1) : draft.name();
      Placement placement =
          isOneOfSeveral(count, copies, spots)
              ? Placement.somewhere(regions.region(known), label)
              : where.of(known, copies, spots.spots(), i, label);
      replicas.add(
          new Replica(
              draft.urn().text() + "#" + i,
              known.urn(),
              count == 1 ? draft.name() : draft.name() + " (copy " + (i + 1) + ")",
              placement,
              copies.survives().isEmpty(),
              Need.NOTHING));
    }
    return replicas;
  }

  /** Whether a single copy can be in any of several places, and nobody says in which. */
  private static boolean isOneOfSeveral(int count, Copies copies, Spots spots) {
    return count == 1
        && copies.survives().isEmpty()
        && copies.spread() == Copies.Spread.EVEN
        && spots.spots().stream()
                .map(spot -> spot.placement().domain())
                .filter(domain -> domain.scope() == Scope.ZONE)
                .distinct()
                .count()
            > 1;
  }

  /** Notes which unknown properties decide where so many copies are. */
  private void noteDoubts(Known known, Copies copies, Spots spots, int count) {
    if (count > 1 || !(copies.count() instanceof Copies.Fixed)) {
      spots.unknown().forEach(open -> doubts.undecided(known, open.known(), open.path()));
      if (spots.spots().isEmpty() && spots.unknown().isEmpty()) {
        firstPlace(known).ifPresent(path -> doubts.undecided(known, path));
      }
    }
    if (count > 1 && copies.spread() == Copies.Spread.SCHEDULED) {
      noteWhatWouldSpread(known);
    }
  }

  /** Whether the program itself keeps it stopped. */
  private boolean isStopped(Known known) {
    return texts.sayers(known).stream()
        .anyMatch(
            sayer ->
                Optional.ofNullable(sayer.type().facts().get(STOPPED))
                    .flatMap(path -> reading.text(sayer, path))
                    .filter(STOPPED::equals)
                    .isPresent());
  }

  private boolean mayBeStopped(Known known) {
    boolean open = false;
    for (Known sayer : texts.sayers(known)) {
      PropertyPath state = sayer.type().facts().get(STOPPED);
      if (state != null && reading.values(sayer, state).stream().anyMatch(Value::opaque)) {
        doubts.undecided(known, sayer, state);
        open = true;
      }
    }
    return open;
  }

  /** What a case that spreads the copies for certain would have asked for. */
  private void noteWhatWouldSpread(Known known) {
    known.type().copies().stream()
        .filter(other -> other.spread() == Copies.Spread.APART && !other.when().isEmpty())
        .findFirst()
        .ifPresent(
            other -> doubts.undecided(known, other.when().get(other.when().size() - 1).path()));
  }

  /** The property that would tell the places. */
  private static Optional<PropertyPath> firstPlace(Known known) {
    return known.type().place().stream()
        .flatMap(
            place ->
                place instanceof Place.In in
                    ? Stream.of(in.path())
                    : place instanceof Place.Zone zone ? Stream.of(zone.path()) : Stream.empty())
        .findFirst();
  }
}
