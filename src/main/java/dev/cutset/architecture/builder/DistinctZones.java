package dev.cutset.architecture.builder;

import dev.cutset.architecture.Domain;
import dev.cutset.architecture.Placement;
import dev.cutset.architecture.declared.Declared;
import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.declared.References;
import dev.cutset.catalog.Copies;
import dev.cutset.catalog.Place;
import dev.cutset.catalog.Scope;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Subnets that are in different zones, though it is not known in which: a load balancer is refused
 * two subnets of one zone, so those of one that comes to be are apart.
 */
final class DistinctZones {
  private static final String UNKNOWN = "/?";

  private final Set<Set<String>> apart = new LinkedHashSet<>();

  /** What tells of itself in which zone it is, or leaves that to the cloud. */
  private final Set<String> zonal = new HashSet<>();

  DistinctZones(Declared declared, References references) {
    for (Known known : declared.all()) {
      if (tellsItsZone(known)) {
        zonal.add(known.name());
      }
      if (known.type().copies().stream().anyMatch(DistinctZones::takesOneOfEachZone)) {
        for (Place place : known.type().place()) {
          if (place instanceof Place.In in) {
            References.Found found =
                references.find(known, in.path(), other -> !other.type().place().isEmpty());
            Set<String> labels = new LinkedHashSet<>(found.strangers());
            found.resources().forEach(subnet -> labels.add(subnet.name()));
            apart.add(labels);
          }
        }
      }
    }
    apart.removeIf(labels -> labels.size() < 2);
  }

  private static boolean takesOneOfEachZone(Copies copies) {
    return copies.count() instanceof Copies.EachPlace && copies.spread() == Copies.Spread.APART;
  }

  private static boolean tellsItsZone(Known known) {
    boolean isSubnet = known.type().role().isEmpty() && Networks.concerns(known);
    return known.type().place().stream()
        .anyMatch(
            place ->
                place instanceof Place.Zone zone
                    && (isSubnet || !zone.path().in(known.resource()).isEmpty()));
  }

  /**
   * Whether places are certainly in different zones. What two balancers say of different subnets
   * tells nothing about a subnet of the one and a subnet of the other. One place alone is apart
   * from all others only where there are no others than those that are told apart.
   */
  boolean tell(List<Places.Spot> spots) {
    Set<String> labels = new LinkedHashSet<>();
    spots.forEach(spot -> labels.add(label(spot)));
    return apart.stream().anyMatch(set -> set.containsAll(labels))
        && (labels.size() > 1 || (apart.size() == 1 && apart.iterator().next().containsAll(zonal)));
  }

  /** The zone of such a place, as one of its own. */
  static Placement settled(Placement unknown) {
    Domain region = unknown.domain().at(Scope.REGION).orElseThrow();
    return Placement.in(Domain.zone(region, "the zone of " + label(unknown)));
  }

  private static String label(Places.Spot spot) {
    return spot.placement().zoneKnown()
        ? spot.through().map(Known::name).orElse("")
        : label(spot.placement());
  }

  private static String label(Placement unknown) {
    String key = unknown.domain().key();
    return key.substring(key.indexOf(UNKNOWN) + UNKNOWN.length());
  }
}
