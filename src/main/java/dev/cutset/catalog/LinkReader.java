package dev.cutset.catalog;

import dev.cutset.stack.PropertyPath;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads what a resource says of itself and others: {@code { from: a, needs: b }}. */
final class LinkReader {
  private static final String SELF = "self";
  private static final Map<String, Link.Verb> VERBS =
      Map.of(
          "needs", Link.Verb.NEEDS,
          "balances", Link.Verb.BALANCES,
          "memberOf", Link.Verb.MEMBER_OF,
          "copyOf", Link.Verb.COPY_OF,
          "borrows", Link.Verb.BORROWS,
          "standsFor", Link.Verb.STANDS_FOR,
          "resizes", Link.Verb.RESIZES);
  private static final List<String> KEYS =
      Stream.concat(Stream.of("from", "when", "failover", "only"), VERBS.keySet().stream().sorted())
          .toList();

  private final Origin origin;
  private final ConditionReader conditions;

  LinkReader(Origin origin) {
    this.origin = origin;
    this.conditions = new ConditionReader(origin);
  }

  /** The links that a list declares; one item may name several objects. */
  List<Link> read(Node list) {
    if (!(list instanceof SequenceNode)) {
      throw origin.mistake(list, "links are a list");
    }
    return origin.items(list).stream().flatMap(node -> links(node).stream()).toList();
  }

  private List<Link> links(Node node) {
    Block block = Block.of(origin, node, KEYS);
    List<String> verbs = block.values().keySet().stream().filter(VERBS::containsKey).toList();
    if (verbs.size() != 1) {
      throw block.mistake(
          "a link has one verb of "
              + VERBS.keySet().stream().sorted().collect(Collectors.joining(", ")));
    }
    String verb = verbs.get(0);
    Optional<PropertyPath> from = block.get("from", this::end).flatMap(end -> end);
    List<Condition> when = conditions.read(block, "when");
    Optional<String> only = block.get("only", origin::text);
    Failover failover = block.word("failover", Failover.class, Failover.AUTOMATIC);
    return block.all(verb, this::end).stream()
        .map(
            to ->
                link(
                    block, Objects.requireNonNull(VERBS.get(verb)), from, to, when, failover, only))
        .toList();
  }

  private static Link link(
      Block block,
      Link.Verb verb,
      Optional<PropertyPath> from,
      Optional<PropertyPath> to,
      List<Condition> when,
      Failover failover,
      Optional<String> only) {
    if (from.isEmpty() && to.isEmpty()) {
      throw block.mistake("a link needs two ends: `self` alone says nothing");
    }
    return new Link(verb, from, to, when, failover, only);
  }

  private Optional<PropertyPath> end(Node node) {
    PropertyPath path = origin.path(node);
    return path.toString().equals(SELF) ? Optional.empty() : Optional.of(path);
  }
}
