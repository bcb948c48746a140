package dev.cutset.architecture.builder;

import dev.cutset.architecture.Domain;
import dev.cutset.architecture.Placement;
import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.declared.Reading;
import dev.cutset.architecture.declared.References;
import dev.cutset.catalog.Place;
import dev.cutset.catalog.Role;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the copies of a resource can be. */
final class Places {

  /** One place, and the resource (a subnet) that it was learned from. */
  record Spot(Placement placement, Optional<Known> through) {
    /** Written out, as in {@link dev.cutset.stack.Urn}. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Spot spot
          && placement.equals(spot.placement)
          && through.equals(spot.through);
    }

    @Override
    public int hashCode() {
      return placement.hashCode() * 31 + through.hashCode();
    }
  }

  /** A property that is not known yet, and the resource that has it. */
  record Open(Known known, PropertyPath path) {}

  /**
   * The places of a resource.
   *
   * @param open whether there may be more that are not known
   * @param unknown the properties that leave them open or unknown
   */
  record Spots(List<Spot> spots, boolean open, List<Open> unknown) {
    static final Spots NONE = new Spots(List.of(), false, List.of());

    /** Whether the zone of one of them is not known. */
    boolean unsure() {
      return open || spots.stream().anyMatch(spot -> !spot.placement().zoneKnown());
    }
  }

  private static final Set<Role> DATA = EnumSet.of(Role.DATABASE, Role.CACHE, Role.QUEUE);
  private static final PropertyPath ZONE = PropertyPath.of("zone");

  /** How properties end that list zones. */
  private static final List<String> LISTS = List.of("zones", "locations");

  private final Regions regions;
  private final References references;
  private final DistinctZones distinct;
  private final Pinning pinning;
  private final Map<Known, Spots> cache = new HashMap<>();
  private final Set<Known> inProgress = new LinkedHashSet<>();

  Places(Regions regions, References references, DistinctZones distinct, Pinning pinning) {
    this.regions = regions;
    this.references = references;
    this.distinct = distinct;
    this.pinning = pinning;
  }

  Spots of(Known known) {
    Spots done = cache.get(known);
    if (done != null) {
      return done;
    }
    if (!inProgress.add(known)) {
      return Spots.NONE;
    }
    Spots found = Spots.NONE;
    for (Place place : known.type().place()) {
      Spots next = find(known, place);
      boolean first = found.spots().isEmpty() && !found.open();
      if (first || isTold(next, place)) {
        found = next;
      }
      if (!found.spots().isEmpty() && !found.unsure()) {
        break;
      }
    }
    if (found.spots().isEmpty() && !found.open()) {
      found = usual(known).or(() -> chosenByCloud(known)).orElse(found);
    }
    inProgress.remove(known);
    found = settled(found);
    cache.put(known, found);
    return found;
  }

  /**
   * What is in one subnet is in its zone, though its own is not known yet; and zones that it tells
   * itself hold, though its subnets are in another stack.
   */
  private static boolean isTold(Spots spots, Place place) {
    return !spots.unsure()
        && (place instanceof Place.Zone
            ? !spots.spots().isEmpty()
            : place instanceof Place.In && spots.spots().size() == 1);
  }

  private Spots settled(Spots found) {
    if (!found.unsure() || found.open() || !distinct.tell(found.spots())) {
      return found;
    }
    List<Spot> spots = new ArrayList<>();
    for (Spot spot : found.spots()) {
      Placement place = spot.placement();
      spots.add(new Spot(place.zoneKnown() ? place : DistinctZones.settled(place), spot.through()));
    }
    return new Spots(spots, false, List.of());
  }

  /** Where a zone can be named and is not, the provider's own is taken. */
  private Optional<Spots> usual(Known known) {
    if (known.type().place().stream()
        .noneMatch(place -> place instanceof Place.Zone zone && zone.path().equals(ZONE))) {
      return Optional.empty();
    }
    return regions
        .usualZone(known)
        .map(zone -> listed(List.of(Placement.in(regions.zone(known, zone)))));
  }

  /** A part of a network that tells a zone, but was given none: the cloud picks one. */
  private Optional<Spots> chosenByCloud(Known known) {
    if (known.type().role().isPresent() || !Networks.concerns(known)) {
      return Optional.empty();
    }
    return known.type().place().stream()
        .filter(Place.Zone.class::isInstance)
        .map(place -> new Open(known, ((Place.Zone) place).path()))
        .findFirst()
        .map(
            open ->
                new Spots(
                    List.of(known(Placement.somewhere(regions.region(known), known.name()))),
                    false,
                    List.of(open)));
  }

  /** Those that one way to learn them yields. */
  Spots find(Known known, Place place) {
    if (place instanceof Place.Zone zone) {
      return zones(known, zone);
    } else if (place instanceof Place.In in) {
      return inside(known, in.path());
    } else if (place instanceof Place.Nodes nodes) {
      return onNodes(known, nodes.path());
    } else if (place instanceof Place.Region region) {
      return listed(
          region.path().in(known.resource()).stream()
              .flatMap(value -> Reading.asText(value).stream())
              .map(name -> Placement.in(regions.regionNamed(known, name)))
              .toList());
    } else if (place instanceof Place.Regional) {
      return listed(List.of(Placement.in(regions.region(known))));
    } else if (place instanceof Place.Global) {
      return listed(List.of(Placement.in(regions.cloud(known))));
    } else if (place instanceof Place.DnsProvider dns) {
      return listed(List.of(Placement.in(Domain.dnsProvider(regions.cloud(known), dns.name()))));
    }
    throw new IllegalStateException("a place of a kind that is not known: " + place);
  }

  private Spots zones(Known known, Place.Zone place) {
    PropertyPath path = place.path();
    List<Spot> spots = new ArrayList<>();
    boolean open = false;
    for (Value value : path.in(known.resource())) {
      if (value.opaque()) {
        open = true;
      } else {
        // A state writes an empty text where no zone was asked for.
        Reading.asText(value)
            .filter(zone -> !zone.isBlank())
            .map(zone -> place.isWhole(zone) ? regions.region(known) : regions.zone(known, zone))
            .ifPresent(domain -> spots.add(known(Placement.in(domain))));
      }
    }
    if (open && isList(known, path)) {
      return new Spots(List.of(), true, List.of(new Open(known, path)));
    }
    if (open && spots.isEmpty()) {
      spots.add(known(Placement.somewhere(regions.region(known), known.name())));
    }
    return new Spots(spots, false, open ? List.of(new Open(known, path)) : List.of());
  }

  /**
   * Whether it is a list of zones, or of what is in them, of which not even the length is known.
   */
  private static boolean isList(Known known, PropertyPath path) {
    if (path.steps().size() > 1) {
      return isListUnknownIn(known, path);
    }
    String property = path.property().toLowerCase(Locale.ROOT);
    return LISTS.stream().anyMatch(property::endsWith)
        && known.resource().property(path.property()).filter(Value::opaque).isPresent();
  }

  /** Whether a part of a path is not known that is called like several. */
  private static boolean isListUnknownIn(Known known, PropertyPath path) {
    for (int i = 1; i <= path.steps().size(); i++) {
      if (path.steps().get(i - 1).endsWith("s")
          && new PropertyPath(path.steps().subList(0, i)).isUnknownIn(known.resource())) {
        return true;
      }
    }
    return false;
  }

  private Spots inside(Known known, PropertyPath path) {
    References.Found found = references.find(known, path, other -> holds(known, other));
    List<Spot> spots = new ArrayList<>();
    List<Open> unknown = new ArrayList<>();
    for (Known holder : found.resources()) {
      Spots inner = of(holder);
      for (Spot spot : inner.spots()) {
        spots.add(new Spot(spot.placement(), spot.through().or(() -> Optional.of(holder))));
      }
      unknown.addAll(inner.unknown());
    }
    for (String stranger : found.strangers()) {
      spots.add(known(Placement.somewhere(regions.region(known), stranger)));
      unknown.add(new Open(known, path));
    }
    boolean open = found.open() && found.resources().isEmpty();
    if (open) {
      unknown.add(new Open(known, path));
    }
    return new Spots(distinct(spots), open, List.copyOf(new LinkedHashSet<>(unknown)));
  }

  /** What computes is in no database, though a list of settings may name both. */
  private static boolean holds(Known known, Known other) {
    boolean data = other.type().role().filter(DATA::contains).isPresent();
    return !other.type().place().isEmpty()
        && !(data && known.type().role().filter(Role.COMPUTE::equals).isPresent());
  }

  /** The zones asked for, or else those of the nodes asked for. */
  private Spots onNodes(Known known, PropertyPath path) {
    Pinning.Wish wish = pinning.of(known, path);
    if (!wish.zones().isEmpty()) {
      return listed(
          wish.zones().stream().map(zone -> Placement.in(regions.zone(known, zone))).toList());
    }
    List<Spots> groups = wish.groups().stream().map(this::of).toList();
    return new Spots(
        distinct(
            groups.stream()
                .flatMap(group -> group.spots().stream())
                .map(spot -> known(spot.placement()))
                .toList()),
        false,
        groups.stream().flatMap(group -> group.unknown().stream()).distinct().toList());
  }

  private static List<Spot> distinct(List<Spot> spots) {
    return new ArrayList<>(new LinkedHashSet<>(spots));
  }

  private static Spots listed(List<Placement> placements) {
    return new Spots(placements.stream().map(Places::known).toList(), false, List.of());
  }

  private static Spot known(Placement placement) {
    return new Spot(placement, Optional.empty());
  }
}
