package dev.cutset.pulumi.host;

import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * What a program declared, against what the real engine previewed, field by field. What is unknown
 * to the host can be anything in a preview that an offline provider completed.
 */
final class Comparison {
  private final List<String> differences = new ArrayList<>();

  private Comparison() {}

  static List<String> differences(Stack declared, Stack previewed) {
    Comparison comparison = new Comparison();
    Map<Urn, Resource> ours = byUrn(declared);
    Map<Urn, Resource> theirs = byUrn(previewed);
    comparison.same("", "URNs", new TreeSet<>(ours.keySet()), new TreeSet<>(theirs.keySet()));
    ours.forEach(
        (urn, resource) -> {
          if (theirs.containsKey(urn)) {
            comparison.compare(resource, theirs.get(urn));
          }
        });
    return comparison.differences;
  }

  private static Map<Urn, Resource> byUrn(Stack stack) {
    Map<Urn, Resource> resources = new LinkedHashMap<>();
    stack.resources().forEach(resource -> resources.put(resource.urn(), resource));
    return resources;
  }

  private void compare(Resource ours, Resource theirs) {
    String urn = ours.urn().text();
    same(urn, "type", ours.type(), theirs.type());
    same(urn, "custom", ours.custom(), theirs.custom());
    same(urn, "parent", ours.parent(), theirs.parent());
    same(urn, "provider", ours.provider(), theirs.provider());
    same(urn, "dependencies", sorted(ours.dependencies()), sorted(theirs.dependencies()));
    same(
        urn,
        "property dependencies",
        ours.propertyDependencies().keySet(),
        theirs.propertyDependencies().keySet());
    ours.propertyDependencies()
        .forEach(
            (property, on) ->
                same(
                    urn,
                    "dependencies of " + property,
                    sorted(on),
                    sorted(theirs.propertyDependencies().getOrDefault(property, List.of()))));
    same(
        urn,
        "inputs",
        new TreeSet<>(ours.inputs().keySet()),
        new TreeSet<>(theirs.inputs().keySet()));
    ours.inputs()
        .forEach(
            (name, value) -> value(urn, name, value, theirs.inputs().getOrDefault(name, value)));
  }

  private static TreeSet<Urn> sorted(Iterable<Urn> urns) {
    TreeSet<Urn> sorted = new TreeSet<>();
    urns.forEach(sorted::add);
    return sorted;
  }

  private void value(String urn, String path, Value ours, Value theirs) {
    if (ours instanceof Value.Unknown) {
      return;
    }
    if (ours instanceof Value.Items a
        && theirs instanceof Value.Items b
        && a.values().size() == b.values().size()) {
      for (int i = 0; i < a.values().size(); i++) {
        value(urn, path + "[" + i + "]", a.values().get(i), b.values().get(i));
      }
    } else if (ours instanceof Value.Fields a
        && theirs instanceof Value.Fields b
        && a.values().keySet().equals(b.values().keySet())) {
      a.values().forEach((name, v) -> value(urn, path + "." + name, v, b.values().get(name)));
    } else {
      same(urn, path, ours, theirs);
    }
  }

  private void same(String urn, String what, Object ours, Object theirs) {
    if (!Objects.equals(ours, theirs)) {
      differences.add(urn + " " + what + ": " + ours + ", but previewed " + theirs);
    }
  }
}
