package dev.cutset.catalog;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads what decides between cases: {@code when: { multiAz: true, engine: [mysql, mariadb] }}. */
final class ConditionReader {
  private static final List<String> TESTS = List.of("atLeast", "elements", "matches", "not");

  private final Origin origin;

  ConditionReader(Origin origin) {
    this.origin = origin;
  }

  /** The conditions under a key of a block; none when the key is not there. */
  List<Condition> read(Block block, String key) {
    return block.get(key, this::conditions).orElse(List.of());
  }

  private List<Condition> conditions(Node node) {
    Block block = Block.of(origin, node);
    if (block.values().isEmpty()) {
      throw block.mistake("a condition needs a property and what to ask of it");
    }
    List<Condition> all = new ArrayList<>();
    block.byPath().forEach((path, test) -> all.add(new Condition(path, test(test))));
    return all;
  }

  private Condition.Test test(Node node) {
    if (node instanceof MappingNode) {
      return comparison(node);
    }
    if (node instanceof SequenceNode list) {
      return new Condition.OneOf(list.getValue().stream().map(this::known).toList());
    }
    return switch (((ScalarNode) node).getValue()) {
      case "present" -> new Condition.Present();
      case "absent" -> new Condition.Absent();
      default -> new Condition.OneOf(List.of(known(node)));
    };
  }

  private Value known(Node node) {
    Value value = origin.value(node);
    if (value instanceof Value.Null) {
      throw origin.mistake(node, "a condition needs a value; write `absent` for no value");
    }
    return value;
  }

  private Condition.Test comparison(Node node) {
    Block block = Block.of(origin, node, TESTS);
    if (block.values().size() != 1) {
      throw block.mistake("a condition asks one thing of a property");
    }
    return block
        .get("atLeast", origin::number)
        .<Condition.Test>map(Condition.AtLeast::new)
        .or(() -> block.get("elements", origin::whole).map(Condition.Elements::new))
        .or(() -> block.get("not", this::noneOf))
        .orElseGet(() -> new Condition.Matches(block.need("matches", this::pattern)));
  }

  private Condition.Test noneOf(Node node) {
    return new Condition.NoneOf(origin.items(node).stream().map(this::known).toList());
  }

  private String pattern(Node node) {
    String text = origin.text(node);
    try {
      Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw origin.mistake(node, "`" + text + "` is no regular expression: " + e.getDescription());
    }
    return text;
  }
}
