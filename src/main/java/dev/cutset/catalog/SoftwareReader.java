package dev.cutset.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what is known of software, as strictly as the entries of resource types. */
final class SoftwareReader {
  static final String FILE = "software.yaml";
  private static final List<String> KEYS =
      List.of(
          "title",
          "role",
          "majority",
          "replicated",
          "clustered",
          "runs",
          "named",
          "ports",
          "ingressClasses",
          "remedy");

  List<Software> read(Node root) {
    List<Software> all = new ArrayList<>();
    Block.of(new Origin(FILE, FILE), root)
        .values()
        .forEach((name, node) -> all.add(software(name, node)));
    return List.copyOf(all);
  }

  private static Software software(String name, Node node) {
    Origin origin = new Origin(FILE, name);
    Block block = Block.of(origin, node, KEYS);
    return new Software(
        name,
        block.need("title", origin::text),
        block.need("role", role -> origin.word(role, Role.class)),
        block.flag("majority"),
        block.has("replicated") && block.flag("replicated"),
        block.get("clustered", needed -> origin.word(needed, Copies.Needed.class)),
        block.all("runs", sign -> new Sign(origin.text(sign))),
        block.all("named", origin::text),
        Set.copyOf(block.all("ports", port -> Integer.valueOf(origin.text(port)))),
        Set.copyOf(block.all("ingressClasses", origin::text)),
        block.get("remedy", new RemedyReader(origin)::read).orElse(Map.of()));
  }
}
