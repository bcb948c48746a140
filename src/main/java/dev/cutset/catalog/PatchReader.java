package dev.cutset.catalog;

import dev.cutset.catalog.Patch.Becoming;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads a remedy that consists of values: {@code set: { multiAz: true, maxSize: { atLeast: 2 } }}.
 */
final class PatchReader {
  private static final List<String> KEYS =
      List.of("policies", "when", "unless", "set", "replaces", "why");
  private static final List<String> BECOMING = List.of("to", "from", "atLeast", "ifPresent");
  private static final Pattern POLICY = Pattern.compile("SPOF-[A-Z]+(-[A-Z]+)*");

  private final Origin origin;
  private final ConditionReader conditions;

  PatchReader(Origin origin) {
    this.origin = origin;
    this.conditions = new ConditionReader(origin);
  }

  Patch read(Node node) {
    Block block = Block.of(origin, node, KEYS);
    return new Patch(
        block.need("policies", this::policies),
        conditions.read(block, "when"),
        conditions.read(block, "unless"),
        block.need("set", this::set),
        block.flag("replaces"),
        block.need("why", origin::text));
  }

  private List<String> policies(Node node) {
    List<String> ids = origin.items(node).stream().map(this::policy).toList();
    if (ids.isEmpty()) {
      throw origin.mistake(node, "`policies` needs the id of a policy whose findings it mends");
    }
    return ids;
  }

  private String policy(Node node) {
    String id = origin.text(node);
    if (!POLICY.matcher(id).matches()) {
      throw origin.mistake(node, "`" + id + "` is no id of a policy, such as `SPOF-DATABASE`");
    }
    return id;
  }

  private Map<PropertyPath, Becoming> set(Node node) {
    Map<PropertyPath, Becoming> set = new LinkedHashMap<>();
    Block block = Block.of(origin, node);
    if (block.values().isEmpty()) {
      throw block.mistake("`set` needs a property and what becomes of it");
    }
    block.byPath().forEach((path, becoming) -> set.put(path, becoming(becoming)));
    return set;
  }

  /** A switch is on or off; what another value may replace has to be said. */
  private Becoming becoming(Node node) {
    if (node instanceof MappingNode) {
      Block block = Block.of(origin, node, BECOMING);
      if (block.has("atLeast") == block.has("to")) {
        throw block.mistake("a property becomes `atLeast` a number, or one value that `to` names");
      }
      return block.has("to") ? exactly(block) : atLeast(block);
    }
    if (!origin.truth(node)) {
      throw origin.mistake(
          node, "nothing is switched off for redundancy; only `true` needs no map");
    }
    return new Patch.Exactly(Value.of(true), List.of(Value.of(false)), false);
  }

  private Becoming exactly(Block block) {
    Value value = block.need("to", origin::value);
    List<Value> from =
        block.need("from", old -> origin.items(old).stream().map(origin::value).toList());
    if (from.stream().anyMatch(old -> ConditionTester.same(old, value))) {
      throw block.mistake("`from` names the values that are less, and not what `to` names");
    }
    return new Patch.Exactly(value, from, block.flag("ifPresent"));
  }

  private Becoming atLeast(Block block) {
    if (block.has("from")) {
      throw block.mistake("`from` goes with `to`; a number that is smaller is always less");
    }
    return new Patch.AtLeast(block.need("atLeast", origin::whole), block.flag("ifPresent"));
  }
}
