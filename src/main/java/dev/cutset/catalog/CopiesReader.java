package dev.cutset.catalog;

import dev.cutset.stack.PropertyPath;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads how many copies there are: the cases under {@code copies}, or {@code survives} alone. */
final class CopiesReader {
  private static final List<String> KEYS =
      List.of("when", "survives", "count", "spread", "needed", "failover");
  private static final List<String> DECLARED = List.of("of", "plus", "default");
  private static final Copies.Count ONE = new Copies.Fixed(1);

  private final Origin origin;
  private final ConditionReader conditions;

  CopiesReader(Origin origin) {
    this.origin = origin;
    this.conditions = new ConditionReader(origin);
  }

  /** The cases of a block that has {@code copies} or {@code survives}, or neither. */
  List<Copies> read(Block block) {
    if (block.has("survives") && block.has("copies")) {
      throw block.mistake("has `copies` and `survives`: `survives` belongs into a case then");
    }
    Optional<Copies> managed =
        block.get("survives", node -> origin.word(node, Scope.class)).map(CopiesReader::managed);
    return managed.map(List::of).orElseGet(() -> block.all("copies", this::one));
  }

  /** The shorthand: one managed copy, which survives so much by itself. */
  private static Copies managed(Scope scope) {
    return new Copies(
        List.of(),
        Optional.of(scope),
        ONE,
        Copies.Spread.EVEN,
        Copies.Needed.ANY,
        Failover.AUTOMATIC);
  }

  private Copies one(Node node) {
    Block block = Block.of(origin, node, KEYS);
    return new Copies(
        conditions.read(block, "when"),
        block.get("survives", scope -> origin.word(scope, Scope.class)),
        block.get("count", this::count).orElse(ONE),
        block.word("spread", Copies.Spread.class, Copies.Spread.EVEN),
        block.word("needed", Copies.Needed.class, Copies.Needed.ANY),
        block.word("failover", Failover.class, Failover.AUTOMATIC));
  }

  private Copies.Count count(Node node) {
    if (node instanceof MappingNode) {
      return declared(Block.of(origin, node, DECLARED));
    }
    if (origin.isWhole(node)) {
      return fixed(node);
    }
    return switch (origin.text(node)) {
      case "each-place" -> new Copies.EachPlace();
      case "members" -> new Copies.Members();
      default -> new Copies.Declared(List.of(origin.path(node)), 0, 1);
    };
  }

  private Copies.Count fixed(Node node) {
    int copies = origin.whole(node);
    if (copies < 0) {
      throw origin.mistake(node, "there cannot be `" + copies + "` copies");
    }
    return new Copies.Fixed(copies);
  }

  private Copies.Count declared(Block block) {
    List<PropertyPath> paths = block.need("of", origin::paths);
    int plus = block.get("plus", origin::whole).orElse(0);
    return new Copies.Declared(paths, plus, block.get("default", origin::whole).orElse(1));
  }
}
