package dev.cutset.architecture.builder;

import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.Replica;
import dev.cutset.architecture.builder.Places.Spot;
import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.declared.Relations;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.catalog.Failover;
import dev.cutset.catalog.Link;
import dev.cutset.catalog.Place;
import dev.cutset.catalog.Role;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** How what is in a subnet gets out of it: by what the subnet's route table leads to. */
final class WaysOut {
  private final Relations relations;
  private final Places places;
  private final Networks networks;
  private final Drafts drafts;

  WaysOut(Relations relations, Places places, Networks networks, Drafts drafts) {
    this.relations = relations;
    this.places = places;
    this.networks = networks;
    this.drafts = drafts;
  }

  /** Each copy of something that computes or forwards needs the way out of its subnet. */
  void connect() {
    for (Draft draft : List.copyOf(drafts.all())) {
      if (draft.is(Role.COMPUTE) || forwards(draft)) {
        List<Replica> routed = new ArrayList<>();
        List<Spot> spots = throughSubnets(draft.known());
        // Fewer copies than places: each is started in any of them, and leaves from there.
        boolean free =
            draft.replicas().size() < spots.stream().map(Spot::placement).distinct().count();
        for (Replica replica : draft.replicas()) {
          routed.add(replica.needing(wayOut(replica, spots, free)));
        }
        draft.run(routed, draft.required(), draft.failover());
        draft.need(wayOut(draft.name(), networks.subnetsOverZones(draft.known())));
      }
    }
  }

  /**
   * Whether a network hands packets over to it: what an attachment receives goes on by the route
   * table of the subnet in which it does.
   */
  private boolean forwards(Draft draft) {
    return draft.is(Role.NETWORK)
        && relations.to(Link.Verb.NEEDS, draft.known()).stream()
            .anyMatch(r -> r.subject().type().role().filter(Role.NETWORK::equals).isPresent());
  }

  private Need wayOut(Replica replica, List<Spot> spots, boolean free) {
    List<Need> ways = new ArrayList<>();
    for (Spot spot : spots) {
      if (free || spot.placement().equals(replica.placement())) {
        spot.through().ifPresent(subnet -> addWay(replica.resource().name(), subnet, ways));
      }
    }
    return Need.any(ways, Failover.AUTOMATIC);
  }

  private Need wayOut(String name, List<Known> subnets) {
    List<Need> ways = new ArrayList<>();
    subnets.forEach(subnet -> addWay(name, subnet, ways));
    return Need.any(ways, Failover.AUTOMATIC);
  }

  private void addWay(String name, Known subnet, List<Need> ways) {
    routed(subnet)
        .map(
            way ->
                new Need.On(
                    way.urn(), Evidence.declared("`" + name + "` is in `" + way.name() + "`")))
        .ifPresent(ways::add);
  }

  /** The subnet that has a route table, or the network whose main table counts for it. */
  private Optional<Draft> routed(Known subnet) {
    return drafts
        .find(subnet.urn())
        .filter(draft -> !draft.needs().isEmpty())
        .or(
            () ->
                networks
                    .around(subnet)
                    .flatMap(drafts::find)
                    .filter(network -> !network.needs().isEmpty()));
  }

  /** Its places; a zone told by name is still entered by the subnet that is told with it. */
  private List<Spot> throughSubnets(Known known) {
    List<Spot> inSubnets = new ArrayList<>();
    for (Place place : known.type().place()) {
      if (place instanceof Place.In) {
        for (Spot spot : places.find(known, place).spots()) {
          if (spot.through().isPresent() && spot.through().get().type().role().isEmpty()) {
            inSubnets.add(spot);
          }
        }
      }
    }
    List<Spot> spots = new ArrayList<>();
    for (Spot spot : places.of(known).spots()) {
      List<Spot> same = sameZone(spot, inSubnets);
      spots.addAll(spot.through().isPresent() || same.isEmpty() ? List.of(spot) : same);
    }
    return new ArrayList<>(new LinkedHashSet<>(spots));
  }

  /** The subnets of that zone, or else those that may turn out to be in it. */
  private static List<Spot> sameZone(Spot spot, List<Spot> inSubnets) {
    List<Spot> same = new ArrayList<>();
    List<Spot> maybe = new ArrayList<>();
    for (Spot other : inSubnets) {
      if (other.placement().equals(spot.placement())) {
        same.add(other);
      } else if (!other.placement().zoneKnown()) {
        maybe.add(new Spot(spot.placement(), other.through()));
      }
    }
    return same.isEmpty() ? maybe : same;
  }
}
