package dev.cutset.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads how something is made redundant, by the scope of the failure to survive. */
final class RemedyReader {
  private static final List<String> SCOPES =
      List.of(Scope.values()).stream().map(Scope::word).toList();

  private final Origin origin;

  RemedyReader(Origin origin) {
    this.origin = origin;
  }

  Map<Scope, String> read(Node node) {
    Block block = Block.of(origin, node, SCOPES);
    Map<Scope, String> remedy = new LinkedHashMap<>();
    for (Scope scope : Scope.values()) {
      block.text(scope.word()).ifPresent(text -> remedy.put(scope, text));
    }
    return remedy;
  }
}
