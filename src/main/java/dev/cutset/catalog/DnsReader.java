package dev.cutset.catalog;

import dev.cutset.catalog.ResourceType.Delegation;
import dev.cutset.catalog.ResourceType.Dns;
import dev.cutset.catalog.ResourceType.DnsRecord;
import dev.cutset.catalog.ResourceType.DnsZone;
import dev.cutset.stack.PropertyPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what a type means in the DNS: a zone, a record or a delegation. */
final class DnsReader {
  private static final List<String> ZONE = List.of("name", "private");
  private static final List<String> RECORD =
      List.of(
          "zone",
          "name",
          "type",
          "answers",
          "alias",
          "evaluatesTarget",
          "healthCheck",
          "failover",
          "weight",
          "routing");
  private static final List<String> ROUTING =
      List.of("latency", "geolocation", "geoproximity", "cidr", "multivalue");

  private final Origin origin;
  private final ConditionReader conditions;

  DnsReader(Origin origin) {
    this.origin = origin;
    this.conditions = new ConditionReader(origin);
  }

  Dns read(Node node) {
    Block block = Block.of(origin, node, List.of("zone", "record", "delegation"));
    if (block.values().size() != 1) {
      throw block.mistake("`dns` has one of `zone`, `record` and `delegation`");
    }
    return block
        .get("zone", this::zone)
        .or(() -> block.get("delegation", this::delegation))
        .orElseGet(() -> block.need("record", this::dnsRecord));
  }

  private Dns delegation(Node node) {
    Block block = Block.of(origin, node, List.of("name", "servers"));
    return new Delegation(block.need("name", origin::path), block.need("servers", origin::path));
  }

  private Dns zone(Node node) {
    Block block = Block.of(origin, node, ZONE);
    return new DnsZone(block.need("name", origin::path), conditions.read(block, "private"));
  }

  private Dns dnsRecord(Node node) {
    Block block = Block.of(origin, node, RECORD);
    return new DnsRecord(
        block.need("zone", origin::path),
        block.need("name", origin::path),
        block.path("type"),
        block.path("answers"),
        block.path("alias"),
        block.path("evaluatesTarget"),
        block.path("healthCheck"),
        block.path("failover"),
        block.path("weight"),
        block.get("routing", this::routing).orElse(Map.of()));
  }

  private Map<String, PropertyPath> routing(Node node) {
    Map<String, PropertyPath> kinds = new LinkedHashMap<>();
    Block.of(origin, node, ROUTING)
        .values()
        .forEach((kind, path) -> kinds.put(kind, origin.path(path)));
    return kinds;
  }
}
