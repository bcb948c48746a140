package dev.cutset.gate;

import dev.cutset.remedy.PropertyChange;
import dev.cutset.remedy.Remedies;
import dev.cutset.remedy.ResourceChange;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The changes of one resource that one patch asks for: made as a whole or not at all. */
record FixStep(Urn urn, List<PropertyChange> changes) {

  FixStep {
    changes = List.copyOf(changes);
  }

  /** Changes that one patch asks for have one reason, by which they are told apart from others. */
  private record Reason(Urn urn, String why, boolean replaces) {}

  /** What is proposed of a finding, patch by patch. */
  static List<FixStep> of(List<ResourceChange> proposed) {
    Map<Reason, List<PropertyChange>> patches = new LinkedHashMap<>();
    for (ResourceChange one : proposed) {
      patches
          .computeIfAbsent(
              new Reason(one.urn(), one.change().why(), one.change().replaces()),
              reason -> new ArrayList<>())
          .add(one.change());
    }
    return patches.entrySet().stream()
        .map(patch -> new FixStep(patch.getKey().urn(), patch.getValue()))
        .toList();
  }

  boolean replaces() {
    return changes.stream().anyMatch(PropertyChange::replaces);
  }

  Resource resource(Stack stack) {
    return stack.resources().stream()
        .filter(resource -> resource.urn().equals(urn))
        .findFirst()
        .orElseThrow();
  }

  /** The stack as it would be. */
  static Stack applied(Stack stack, Collection<FixStep> steps) {
    if (steps.isEmpty()) {
      return stack;
    }
    Map<Urn, List<PropertyChange>> changes = new HashMap<>();
    for (FixStep step : steps) {
      changes.computeIfAbsent(step.urn(), urn -> new ArrayList<>()).addAll(step.changes());
    }
    return stack.with(
        stack.resources().stream()
            .map(resource -> changed(resource, changes.getOrDefault(resource.urn(), List.of())))
            .toList());
  }

  private static Resource changed(Resource resource, List<PropertyChange> changes) {
    return changes.isEmpty()
        ? resource
        : resource.withInputs(
            Remedies.applied(new Value.Fields(resource.inputs()), changes).values());
  }
}
