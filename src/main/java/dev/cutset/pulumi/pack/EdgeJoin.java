package dev.cutset.pulumi.pack;

import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives the resources that the engine saw the edges that another run of the program saw: on a first
 * preview the Java SDK forgets what a value depends on while the value is not known.
 *
 * @param stack the engine's resources with their own values and all edges
 * @param lost the properties whose edges nobody saw
 */
record EdgeJoin(Stack stack, List<Lost> lost) {

  /** A property that is not known, of which nobody can tell what it refers to. */
  record Lost(Urn resource, String property) {}

  EdgeJoin {
    lost = List.copyOf(lost);
  }

  /**
   * Joins by URN.
   *
   * @param declared what the other run of the program declared; empty if there is none to go by
   */
  static EdgeJoin of(Stack engine, Optional<Stack> declared) {
    Map<Urn, Resource> others = new HashMap<>();
    declared.ifPresent(stack -> stack.resources().forEach(one -> others.put(one.urn(), one)));
    Set<Urn> known = new HashSet<>();
    engine.resources().forEach(one -> known.add(one.urn()));
    List<Resource> joined = new ArrayList<>();
    List<Lost> lost = new ArrayList<>();
    for (Resource resource : engine.resources()) {
      Resource other = others.get(resource.urn());
      if (other == null) {
        joined.add(resource);
        missing(resource).forEach(property -> lost.add(new Lost(resource.urn(), property)));
      } else {
        joined.add(join(resource, other, known));
      }
    }
    return new EdgeJoin(engine.with(joined), lost);
  }

  /** Whether a resource has values that are not known and depend on nothing that was told. */
  static boolean isIncomplete(Stack engine) {
    return engine.resources().stream().anyMatch(resource -> !missing(resource).isEmpty());
  }

  private static List<String> missing(Resource resource) {
    return resource.inputs().entrySet().stream()
        .filter(input -> holdsUnknown(input.getValue()))
        .map(Map.Entry::getKey)
        .filter(name -> resource.propertyDependencies().getOrDefault(name, List.of()).isEmpty())
        .sorted()
        .toList();
  }

  static boolean holdsUnknown(Value value) {
    if (value instanceof Value.Items items) {
      return items.values().stream().anyMatch(EdgeJoin::holdsUnknown);
    }
    if (value instanceof Value.Fields fields) {
      return fields.values().values().stream().anyMatch(EdgeJoin::holdsUnknown);
    }
    return value instanceof Value.Unknown;
  }

  private static Resource join(Resource resource, Resource other, Set<Urn> known) {
    Set<Urn> dependencies = new LinkedHashSet<>(resource.dependencies());
    other.dependencies().stream().filter(known::contains).forEach(dependencies::add);
    Map<String, List<Urn>> byProperty = new LinkedHashMap<>(resource.propertyDependencies());
    other
        .propertyDependencies()
        .forEach(
            (property, on) -> {
              Set<Urn> all = new LinkedHashSet<>(byProperty.getOrDefault(property, List.of()));
              on.stream().filter(known::contains).forEach(all::add);
              if (!all.isEmpty()) {
                byProperty.put(property, List.copyOf(all));
              }
            });
    return new Resource(
        resource.urn(),
        resource.custom(),
        resource.type(),
        resource.id(),
        resource.inputs(),
        resource.outputs(),
        resource.parent(),
        resource.provider(),
        dependencies,
        byProperty);
  }
}
