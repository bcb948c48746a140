package dev.cutset.catalog;

import dev.cutset.catalog.ResourceType.Entry;
import dev.cutset.catalog.ResourceType.Firewall;
import dev.cutset.catalog.ResourceType.Labels;
import dev.cutset.catalog.ResourceType.Network;
import dev.cutset.catalog.ResourceType.OriginGroups;
import dev.cutset.catalog.ResourceType.Origins;
import dev.cutset.catalog.ResourceType.Tags;
import dev.cutset.stack.PropertyPath;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads how something is reached, and what it reaches for: its network, its origins, its way in for
 * users, the traffic it admits.
 */
final class AccessReader {
  private static final List<String> NETWORK = List.of("groups", "in", "port", "outside");
  private static final List<String> ENTRY =
      List.of("name", "when", "certain", "open", "unguarded", "addressed");
  private static final List<String> ORIGINS =
      List.of("list", "id", "at", "custom", "groups", "groupId", "members", "used");
  private static final List<String> FIREWALL =
      List.of(
          "group",
          "rules",
          "when",
          "rulesWhen",
          "sources",
          "ranges",
          "ports",
          "morePorts",
          "protocol",
          "self",
          "tags");

  private final Origin origin;
  private final ConditionReader conditions;

  AccessReader(Origin origin) {
    this.origin = origin;
    this.conditions = new ConditionReader(origin);
  }

  Network network(Node node) {
    Block block = Block.of(origin, node, NETWORK);
    return new Network(
        block.paths("groups"), block.paths("in"), block.paths("port"), block.flag("outside"));
  }

  Entry entry(Node node) {
    Block block = Block.of(origin, node, ENTRY);
    return new Entry(
        block.path("name"),
        conditions.read(block, "when"),
        block.flag("certain"),
        block.flag("open"),
        block.flag("unguarded"),
        block.flag("addressed"));
  }

  Origins origins(Node node) {
    Block block = Block.of(origin, node, ORIGINS);
    return new Origins(
        block.need("list", origin::path),
        block.need("id", origin::path),
        block.need("at", origin::paths),
        block.path("custom"),
        block.path("groups").map(list -> groups(block, list)),
        block.need("used", origin::paths));
  }

  private OriginGroups groups(Block block, PropertyPath list) {
    return new OriginGroups(
        list, block.need("groupId", origin::path), block.need("members", origin::path));
  }

  Labels labels(Node node) {
    Block block = Block.of(origin, node, List.of("selects", "carries"));
    return new Labels(block.path("selects"), block.path("carries"));
  }

  /**
   * Rules inline in a group, or a rule that names its group; one port path stands for both ends.
   */
  Firewall firewall(Node node) {
    Block block = Block.of(origin, node, FIREWALL);
    if (block.has("group") && block.has("rules")) {
      throw block.mistake("a firewall has `rules`, or is one rule of a `group`, not both");
    }
    List<PropertyPath> ports = block.need("ports", origin::paths);
    if (ports.size() > 2) {
      throw block.mistake("`ports` is one property, or the first and the last port");
    }
    return new Firewall(
        block.path("group"),
        block.path("rules"),
        conditions.read(block, "when"),
        conditions.read(block, "rulesWhen"),
        block.paths("sources"),
        block.paths("ranges"),
        ports.get(0),
        ports.get(ports.size() - 1),
        block.path("morePorts"),
        block.path("protocol"),
        block.path("self"),
        block.get("tags", this::tags));
  }

  private Tags tags(Node node) {
    Block block = Block.of(origin, node, List.of("network", "sources", "targets", "ranges"));
    return new Tags(
        block.need("network", origin::path),
        block.need("sources", origin::path),
        block.need("targets", origin::path),
        block.need("ranges", origin::path));
  }
}
