package dev.cutset.rego.graphql;

import static dev.cutset.rego.graphql.SchemaBuilder.refused;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Refuses inputs that would have to hold one of themselves, which nobody could write. */
final class InputCycles {
  private final Schema schema;
  private final Effort effort;
  private final Set<String> visited = new HashSet<>();
  private final List<Node> path = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();

  InputCycles(Schema schema, Effort effort) {
    this.schema = schema;
    this.effort = effort;
  }

  void check(Collection<Node> types) {
    for (Node type : types) {
      if (type.isKind("INPUT_OBJECT")) {
        visit(type);
      }
    }
  }

  private void visit(Node type) {
    String name = type.text("Name");
    if (!visited.add(name)) {
      return;
    }
    effort.enter();
    places.put(name, path.size());
    for (Node field : type.nodes("Fields")) {
      Node next = needed(field);
      if (next != null) {
        path.add(field);
        refuseCycle(next.text("Name"));
        visit(next);
        path.remove(path.size() - 1);
      }
    }
    places.remove(name);
    effort.leave();
  }

  /** The input that a field always holds, if it is not null and no list. */
  private @Nullable Node needed(Node field) {
    effort.work();
    Node type = field.node("Type");
    Node definition = type.flag("NonNull") ? schema.type(type.text("NamedType")) : null;
    return definition != null && definition.isKind("INPUT_OBJECT") ? definition : null;
  }

  private void refuseCycle(String name) {
    Integer start = places.get(name);
    if (start != null) {
      List<Node> cycle = path.subList(start, path.size());
      String fields =
          cycle.stream().map(field -> field.text("Name")).collect(Collectors.joining("."));
      throw refused(
          cycle.get(0).position(),
          "Cannot reference Input Object %s within itself through a series of non-null fields: %s.",
          Texts.quoted(name),
          Texts.quoted(fields));
    }
  }
}
