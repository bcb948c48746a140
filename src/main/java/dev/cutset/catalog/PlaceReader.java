package dev.cutset.catalog;

import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the ways to learn where copies are: {@code place: [{ zone: availabilityZone }]}. */
final class PlaceReader {
  private static final List<String> KEYS =
      List.of("zone", "region", "in", "nodes", "regional", "global", "dnsProvider");

  private final Origin origin;

  PlaceReader(Origin origin) {
    this.origin = origin;
  }

  Place read(Node node) {
    Block block = Block.of(origin, node, KEYS);
    if (block.values().size() != 1) {
      throw block.mistake("a place is one of " + String.join(", ", KEYS));
    }
    if (block.has("global")) {
      return only(block, "global", new Place.Global());
    }
    if (block.has("regional")) {
      return only(block, "regional", new Place.Regional());
    }
    return block
        .path("zone")
        .<Place>map(Place.Zone::new)
        .or(() -> block.path("region").map(Place.Region::new))
        .or(() -> block.path("in").map(Place.In::new))
        .or(() -> block.path("nodes").map(Place.Nodes::new))
        .orElseGet(() -> new Place.DnsProvider(block.need("dnsProvider", origin::text)));
  }

  private static Place only(Block block, String key, Place place) {
    if (!block.flag(key)) {
      throw block.mistake("`" + key + "` can only be `true`");
    }
    return place;
  }
}
