package dev.cutset.architecture.declared;

import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The properties that a resource has from another one, such as a node pool from its cluster. */
final class Inheritance {
  private final Map<Known, Map<PropertyPath, List<Value>>> inherited = new HashMap<>();

  Inheritance(Declared declared, References references) {
    for (Known known : declared.all()) {
      known
          .type()
          .inherits()
          .forEach(
              (path, from) -> {
                if (path.in(known.resource()).isEmpty()) {
                  List<Known> givers =
                      from.stream()
                          .flatMap(
                              one ->
                                  references
                                      .find(known, one, o -> !path.in(o.resource()).isEmpty())
                                      .resources()
                                      .stream())
                          .distinct()
                          .toList();
                  if (givers.size() == 1) {
                    inherited
                        .computeIfAbsent(known, key -> new HashMap<>())
                        .put(path, path.in(givers.get(0).resource()));
                  }
                }
              });
    }
  }

  List<Value> values(Known known, PropertyPath path) {
    return inherited.getOrDefault(known, Map.of()).getOrDefault(path, List.of());
  }
}
