package dev.cutset.rego.graphql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types and directives that queries can use, and where these begin. */
final class Schema {
  private final Map<String, Node> types = new LinkedHashMap<>();
  private final Map<String, Node> directives = new LinkedHashMap<>();
  private final Map<String, List<@Nullable Node>> possible = new HashMap<>();
  private final Map<String, Set<String>> possibleNames = new HashMap<>();
  private final Map<String, Node> roots = new HashMap<>();

  Map<String, Node> types() {
    return types;
  }

  Map<String, Node> directives() {
    return directives;
  }

  /** The type at which operations of a sort begin, by the name of the sort. */
  Map<String, Node> roots() {
    return roots;
  }

  @Nullable Node type(String name) {
    return types.get(name);
  }

  /** The definition of the type that something is of. */
  @Nullable Node typeOf(Node typed) {
    return types.get(Types.name(typed.node("Type")));
  }

  void addPossible(String name, @Nullable Node type) {
    possible.computeIfAbsent(name, key -> new ArrayList<>()).add(type);
  }

  /**
   * The types that a value of a type can be of; null stands for one that is not there, which only a
   * broken schema has.
   */
  List<@Nullable Node> possible(String name) {
    return possible.getOrDefault(name, List.of());
  }

  /** The names of the {@link #possible} types, of a schema that is whole. */
  Set<String> possibleNames(String name) {
    return possibleNames.computeIfAbsent(
        name,
        key -> {
          Set<String> names = new HashSet<>();
          for (Node type : possible(key)) {
            if (type != null) {
              names.add(type.text("Name"));
            }
          }
          return names;
        });
  }
}
