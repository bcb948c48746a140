package dev.cutset.catalog;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the ways to learn where copies are: {@code place: [{ zone: availabilityZone }]}. */
final class PlaceReader {
  private static final List<String> KINDS =
      List.of("zone", "region", "in", "nodes", "regional", "global", "dnsProvider");

  /** What a zone is told with, beside. */
  private static final String WHOLE = "whole";

  private static final List<String> KEYS = Stream.concat(KINDS.stream(), Stream.of(WHOLE)).toList();

  private final Origin origin;

  PlaceReader(Origin origin) {
    this.origin = origin;
  }

  Place read(Node node) {
    Block block = Block.of(origin, node, KEYS);
    if (block.values().size() != (block.has("zone") && block.has(WHOLE) ? 2 : 1)) {
      throw block.mistake("a place is one of " + String.join(", ", KINDS));
    }
    if (block.has("global")) {
      return only(block, "global", new Place.Global());
    }
    if (block.has("regional")) {
      return only(block, "regional", new Place.Regional());
    }
    return block
        .path("zone")
        .<Place>map(
            path -> new Place.Zone(path, block.text(WHOLE).map(text -> expression(block, text))))
        .or(() -> block.path("region").map(Place.Region::new))
        .or(() -> block.path("in").map(Place.In::new))
        .or(() -> block.path("nodes").map(Place.Nodes::new))
        .orElseGet(() -> new Place.DnsProvider(block.need("dnsProvider", origin::text)));
  }

  private static String expression(Block block, String text) {
    try {
      return Pattern.compile(text).pattern();
    } catch (PatternSyntaxException e) {
      throw block.mistake("`" + text + "` is no regular expression: " + e.getDescription());
    }
  }

  private static Place only(Block block, String key, Place place) {
    if (!block.flag(key)) {
      throw block.mistake("`" + key + "` can only be `true`");
    }
    return place;
  }
}
