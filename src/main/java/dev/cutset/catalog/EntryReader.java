package dev.cutset.catalog;

import dev.cutset.catalog.ResourceType.Ensemble;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one entry of the catalog. */
final class EntryReader {
  static final List<String> KEYS =
      List.of(
          "like",
          "title",
          "terraform",
          "role",
          "inert",
          "defaults",
          "inherits",
          "place",
          "copies",
          "survives",
          "links",
          "identities",
          "reads",
          "origins",
          "network",
          "entry",
          "dns",
          "firewall",
          "ensemble",
          "labels",
          "facts",
          "remedy",
          "patches",
          "source");
  private static final List<String> OF_INERT = List.of("title", "terraform", "inert", "source");

  private final String token;
  private final Origin origin;

  EntryReader(String token, Origin origin) {
    this.token = token;
    this.origin = origin;
  }

  ResourceType read(Block block) {
    boolean inert = block.flag("inert");
    if (inert && !OF_INERT.containsAll(block.values().keySet())) {
      throw block.mistake("an inert type has only " + String.join(", ", OF_INERT));
    }
    AccessReader access = new AccessReader(origin);
    return new ResourceType(
        token,
        block.need("title", origin::text),
        block.text("terraform"),
        block.get("role", node -> origin.word(node, Role.class)),
        inert,
        block.get("defaults", this::defaults).orElse(Map.of()),
        block.get("inherits", this::inherits).orElse(Map.of()),
        block.all("place", new PlaceReader(origin)::read),
        new CopiesReader(origin).read(block),
        block.get("links", new LinkReader(origin)::read).orElse(List.of()),
        block.paths("identities"),
        block.paths("reads"),
        block.get("origins", access::origins),
        block.get("network", access::network),
        block.get("entry", access::entry),
        block.get("dns", new DnsReader(origin)::read),
        block.get("firewall", access::firewall),
        block.get("ensemble", this::ensemble),
        block.get("labels", access::labels),
        block.get("facts", this::facts).orElse(Map.of()),
        block.get("remedy", new RemedyReader(origin)::read).orElse(Map.of()),
        block.all("patches", new PatchReader(origin)::read),
        block.text("source"));
  }

  private Map<PropertyPath, Value> defaults(Node node) {
    Map<PropertyPath, Value> defaults = new LinkedHashMap<>();
    Block.of(origin, node)
        .byPath()
        .forEach((path, value) -> defaults.put(path, origin.value(value)));
    return defaults;
  }

  private Map<PropertyPath, List<PropertyPath>> inherits(Node node) {
    Map<PropertyPath, List<PropertyPath>> inherits = new LinkedHashMap<>();
    Block.of(origin, node).byPath().forEach((path, from) -> inherits.put(path, origin.paths(from)));
    return inherits;
  }

  private Ensemble ensemble(Node node) {
    Block block = Block.of(origin, node, List.of("name", "role", "copies", "survives"));
    List<Copies> copies = new CopiesReader(origin).read(block);
    if (copies.isEmpty()) {
      throw block.mistake("an ensemble needs `copies`");
    }
    return new Ensemble(
        block.need("name", origin::text),
        block.need("role", role -> origin.word(role, Role.class)),
        copies);
  }

  private Map<String, PropertyPath> facts(Node node) {
    Map<String, PropertyPath> facts = new LinkedHashMap<>();
    Block.of(origin, node).values().forEach((name, path) -> facts.put(name, origin.path(path)));
    return facts;
  }
}
