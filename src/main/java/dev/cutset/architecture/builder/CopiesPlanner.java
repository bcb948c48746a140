package dev.cutset.architecture.builder;

import dev.cutset.architecture.Domain;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.Placement;
import dev.cutset.architecture.Replica;
import dev.cutset.architecture.Standby;
import dev.cutset.architecture.builder.Declared.Known;
import dev.cutset.architecture.builder.Places.Spot;
import dev.cutset.architecture.builder.Places.Spots;
import dev.cutset.architecture.builder.Reading.Truth;
import dev.cutset.catalog.Condition;
import dev.cutset.catalog.Copies;
import dev.cutset.catalog.Link;
import dev.cutset.catalog.Place;
import dev.cutset.catalog.Scope;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Works out the replicas of a component: which case applies, how many copies, and where each is.
 */
final class CopiesPlanner {
  /** More copies than this fail no differently. */
  private static final int MOST = 99;

  private static final int KIND_GUESS = 3;
  private static final String STOPPED = "stopped";

  /** Which of several cases that may apply serves the stack better. */
  private static final Comparator<Copies> BY_STRENGTH =
      Comparator.comparing((Copies copies) -> copies.survives().isPresent())
          .thenComparing(copies -> copies.survives().orElse(Scope.INSTANCE))
          .thenComparing(copies -> !isSingle(copies))
          .thenComparing(copies -> copies.failover().countsAsRedundancy())
          .thenComparing(copies -> copies.spread() == Copies.Spread.APART);

  private final Reading reading;
  private final Places places;
  private final Regions regions;
  private final Relations relations;
  private final Texts texts;

  CopiesPlanner(Reading reading, Places places, Regions regions, Relations relations, Texts texts) {
    this.reading = reading;
    this.places = places;
    this.regions = regions;
    this.relations = relations;
    this.texts = texts;
  }

  /** Gives the draft its replicas. */
  void plan(Draft draft) {
    choose(draft.known(), draft.known().type().copies())
        .ifPresent(copies -> plan(draft, copies, draft.known().urn().text()));
  }

  /** The replicas of a case that stands beside the main component, such as dedicated masters. */
  void plan(Draft draft, List<Copies> cases, String ids) {
    choose(draft.known(), cases).ifPresent(copies -> plan(draft, copies, ids));
  }

  private Optional<Copies> choose(Known known, List<Copies> cases) {
    List<Copies> candidates = new ArrayList<>();
    for (Copies copies : cases) {
      Truth truth = applies(known, copies);
      if (truth != Truth.NO) {
        candidates.add(copies);
      }
      if (truth == Truth.YES) {
        break;
      }
    }
    if (candidates.size() > 1) {
      candidates.get(0).when().forEach(condition -> noteUnknown(known, condition));
    }
    return reading.kindest()
        ? candidates.stream().max(BY_STRENGTH)
        : candidates.stream().min(BY_STRENGTH);
  }

  private Truth applies(Known known, Copies copies) {
    if (copies.count() instanceof Copies.Members
        && relations.to(Link.Verb.MEMBER_OF, known).isEmpty()) {
      return Truth.NO;
    }
    return reading.holds(known, copies.when());
  }

  private void noteUnknown(Known known, Condition condition) {
    if (reading.values(known, condition.path()).stream().anyMatch(Value::opaque)) {
      reading.undecided(known, condition.path());
    }
  }

  private static boolean isSingle(Copies copies) {
    return copies.count() instanceof Copies.Fixed fixed && fixed.copies() <= 1;
  }

  private void plan(Draft draft, Copies copies, String ids) {
    List<Replica> replicas =
        copies.count() instanceof Copies.Members
            ? members(draft, copies)
            : laidOut(draft, copies, ids);
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
              ? placement(draft.known(), copies, shared, replicas.size(), member.name())
              : own.spots().get(replicas.size() % own.spots().size()).placement();
      replicas.add(
          new Replica(
              member.urn().text(),
              member.urn(),
              member.name(),
              promoted(placement, copies),
              copies.survives().isEmpty(),
              Need.NOTHING));
    }
    return replicas;
  }

  private List<Replica> laidOut(Draft draft, Copies copies, String ids) {
    Known known = draft.known();
    Spots spots = places.of(known);
    int count = Math.min(MOST, count(known, copies, spots));
    if (count == 0 || isStopped(known)) {
      // Planned as the one copy that somebody would have to start.
      draft.stayCold();
      count = 1;
    }
    if (count > 1 || !(copies.count() instanceof Copies.Fixed)) {
      spots.unknown().forEach(open -> reading.undecided(known, open.known(), open.path()));
      if (spots.spots().isEmpty() && spots.unknown().isEmpty()) {
        firstPlace(known).ifPresent(path -> reading.undecided(known, path));
      }
    }
    if (count > 1 && copies.spread() == Copies.Spread.SCHEDULED) {
      noteWhatWouldSpread(known);
    }
    List<Replica> replicas = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean free = isOpen(known, spots) || copies.spread() == Copies.Spread.SCHEDULED;
      String label =
          free && count > 1 && reading.kindest() ? draft.name() + " " + (i + 1) : draft.name();
      Placement placement =
          isOneOfSeveral(count, copies, spots)
              ? Placement.somewhere(regions.region(known), label)
              : placement(known, copies, spots.spots(), i, label);
      replicas.add(
          new Replica(
              ids + "#" + i,
              known.urn(),
              count == 1 ? draft.name() : draft.name() + " (copy " + (i + 1) + ")",
              promoted(placement, copies),
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

  private Placement placement(
      Known known, Copies copies, List<Spot> spots, int copy, String label) {
    if (copies.spread() == Copies.Spread.APART && mustBeApart(spots)) {
      return Placement.in(
          Domain.zone(regions.region(known), "zone " + (copy + 1) + " of " + known.name()));
    }
    if (spots.isEmpty() || copies.spread() == Copies.Spread.SCHEDULED) {
      return Placement.somewhere(regions.region(known), label);
    }
    List<Placement> distinct = spots.stream().map(Spot::placement).distinct().toList();
    return distinct.get(copies.spread() == Copies.Spread.TOGETHER ? 0 : copy % distinct.size());
  }

  /** What a case that spreads the copies for certain would have asked for. */
  private void noteWhatWouldSpread(Known known) {
    known.type().copies().stream()
        .filter(other -> other.spread() == Copies.Spread.APART && !other.when().isEmpty())
        .findFirst()
        .ifPresent(other -> reading.undecided(known, other.when().get(0).path()));
  }

  /** The service guarantees different zones, though it is not known which. */
  private static boolean mustBeApart(List<Spot> spots) {
    return spots.isEmpty() || spots.stream().anyMatch(spot -> !spot.placement().zoneKnown());
  }

  private static Placement promoted(Placement placement, Copies copies) {
    Domain domain = placement.domain();
    Scope survived = copies.survives().orElse(Scope.INSTANCE);
    Optional<Domain> larger =
        switch (survived) {
          case INSTANCE -> Optional.of(domain);
          case ZONE -> domain.at(Scope.REGION);
          default -> domain.at(Scope.CLOUD);
        };
    return larger
        .filter(found -> !found.equals(domain) && domain.scope() != Scope.PROVIDER)
        .map(Placement::in)
        .orElse(placement);
  }

  private int count(Known known, Copies copies, Spots spots) {
    for (Relations.Relation resize : relations.to(Link.Verb.RESIZES, known)) {
      Optional<Integer> least = resizedTo(resize.subject());
      if (least.isPresent()) {
        return least.get();
      }
    }
    if (copies.count() instanceof Copies.Fixed fixed) {
      return fixed.copies();
    } else if (copies.count() instanceof Copies.Declared declared) {
      return declared(known, declared);
    } else if (copies.survives().filter(scope -> scope != Scope.INSTANCE).isPresent()) {
      return 1;
    } else if (isOpen(known, spots)) {
      return reading.kindest() || copies.spread() == Copies.Spread.APART ? KIND_GUESS : 1;
    }
    return Math.max(1, (int) spots.spots().stream().map(Spot::placement).distinct().count());
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

  /** Whether there is a choice of places of which nothing is known. */
  private static boolean isOpen(Known known, Spots spots) {
    return spots.open() || (spots.spots().isEmpty() && !known.type().place().isEmpty());
  }

  private Optional<Integer> resizedTo(Known resizer) {
    PropertyPath least = resizer.type().facts().get("minSize");
    return least == null
        ? Optional.empty()
        : reading.values(resizer, least).stream()
            .flatMap(value -> Reading.asNumber(value).stream().mapToObj(number -> (int) number))
            .findFirst();
  }

  private int declared(Known known, Copies.Declared declared) {
    for (PropertyPath path : declared.paths()) {
      List<Value> values = reading.values(known, path);
      if (values.stream().anyMatch(Value::opaque)) {
        reading.undecided(known, path);
        return (reading.kindest() ? KIND_GUESS : 1) + declared.plus();
      }
      OptionalDouble number =
          values.stream()
              .flatMap(v -> Reading.asNumber(v).stream().boxed())
              .mapToDouble(d -> d)
              .max();
      if (number.isPresent()) {
        return (int) number.getAsDouble() + declared.plus();
      }
    }
    return declared.otherwise();
  }
}
