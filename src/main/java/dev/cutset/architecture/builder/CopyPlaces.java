package dev.cutset.architecture.builder;

import dev.cutset.architecture.Domain;
import dev.cutset.architecture.Placement;
import dev.cutset.architecture.builder.Places.Spot;
import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.draft.Doubts;
import dev.cutset.catalog.Copies;
import dev.cutset.catalog.Place;
import dev.cutset.catalog.Scope;
import java.util.List;
import java.util.Optional;

/** Lays copies over the places of a resource, as its type spreads them. */
final class CopyPlaces {
  private final Regions regions;
  private final Doubts doubts;

  CopyPlaces(Regions regions, Doubts doubts) {
    this.regions = regions;
    this.doubts = doubts;
  }

  /**
   * Where one copy is.
   *
   * @param copy its number, from zero
   * @param label what tells its zone from others, if nothing else does
   */
  Placement of(Known known, Copies copies, List<Spot> spots, int copy, String label) {
    return promoted(atBest(known, placement(known, copies, spots, copy, label)), copies);
  }

  /** A zone that is not known may turn out to be the only one, which is the region. */
  private Placement atBest(Known known, Placement placement) {
    return !placement.zoneKnown() && mayHaveNoZones(known) && doubts.kindest()
        ? Placement.in(regions.region(known))
        : placement;
  }

  private static boolean mayHaveNoZones(Known known) {
    for (Place place : known.type().place()) {
      if (place instanceof Place.Zone zone && zone.whole().isPresent()) {
        return true;
      }
    }
    return false;
  }

  private Placement placement(
      Known known, Copies copies, List<Spot> spots, int copy, String label) {
    List<Placement> distinct = spots.stream().map(Spot::placement).distinct().toList();
    if (copies.spread() == Copies.Spread.APART && (mustBeApart(spots) || copy >= distinct.size())) {
      return Placement.in(
          Domain.zone(regions.region(known), "zone " + (copy + 1) + " of " + known.name()));
    }
    // Told where to, a scheduler has no choice; told of several places, it may choose one of them.
    if (distinct.isEmpty() || (copies.spread() == Copies.Spread.SCHEDULED && distinct.size() > 1)) {
      return regions.hasZones(known)
          ? Placement.somewhere(regions.region(known), label)
          : Placement.in(regions.region(known));
    }
    Placement chosen =
        distinct.get(copies.spread() == Copies.Spread.TOGETHER ? 0 : copy % distinct.size());
    return isKeptTogether(copies, chosen) && regions.hasZones(known)
        ? Placement.somewhere(chosen.domain(), label)
        : chosen;
  }

  /** What survives a machine and no more is in one zone of the region that was asked for. */
  private static boolean isKeptTogether(Copies copies, Placement chosen) {
    return chosen.domain().scope() == Scope.REGION
        && copies.survives().equals(Optional.of(Scope.INSTANCE));
  }

  /**
   * The service guarantees different zones, though it is not known which; where fewer are known
   * than there are copies, as of a standby of which only the primary's zone is told, the others are
   * elsewhere.
   */
  private static boolean mustBeApart(List<Spot> spots) {
    return spots.isEmpty() || spots.stream().anyMatch(spot -> !spot.placement().zoneKnown());
  }

  /** What survives the failure of a place is in the larger one around it. */
  static Placement promoted(Placement placement, Copies copies) {
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
}
