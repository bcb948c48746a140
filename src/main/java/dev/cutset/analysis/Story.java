package dev.cutset.analysis;

import dev.cutset.analysis.Facts.Step;
import dev.cutset.architecture.Component;
import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.Replica;
import dev.cutset.architecture.Standby;
import dev.cutset.catalog.Scope;
import dev.cutset.stack.Urn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells a cut in words: from what fails, step by step, to the entry point. */
final class Story {
  private final Run run;
  private final int failure;
  private final Cut cut;
  private final List<Component> chain;

  Story(Run run, int failure, Cut cut) {
    this.run = run;
    this.failure = failure;
    this.cut = cut;
    this.chain = cut.confined() ? List.of() : chain();
  }

  /** The steps, what fails first. */
  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    if (cut.confined()) {
      steps.add(
          new Step(cut.cause().get(0), "everything that serves it is in " + cut.failure().name()));
      return steps;
    }
    for (Urn urn : cut.cause()) {
      Component fallen = run.graph().component(run.graph().gateOf(urn));
      steps.add(step(fallen, fall(fallen)));
    }
    for (int i = 1; i < chain.size(); i++) {
      Component component = chain.get(i);
      steps.add(step(component, dependence(component, chain.get(i - 1))));
    }
    return steps;
  }

  private static Step step(Component component, String because) {
    return new Step(component.resource(), component.kind().name(), because);
  }

  /** Why it is believed that one needs the other, where the program does not say so outright. */
  List<String> evidence() {
    Set<String> texts = new LinkedHashSet<>();
    for (int i = 1; i < chain.size(); i++) {
      Component needed = chain.get(i - 1);
      Component component = chain.get(i);
      evidence(component, needed.id())
          .filter(evidence -> evidence.kind() != Evidence.Kind.DECLARED)
          .ifPresent(
              evidence ->
                  texts.add(
                      toldFrom(needed, component)
                          + " needs "
                          + toldFrom(component, needed)
                          + ": "
                          + evidence.text()));
    }
    return List.copyOf(texts);
  }

  /** All components in the story. */
  Set<Urn> involved() {
    Set<Urn> urns = new LinkedHashSet<>(cut.cause());
    chain.forEach(component -> urns.add(component.id()));
    urns.removeIf(urn -> !run.architecture().components().containsKey(urn));
    return urns;
  }

  private String fall(Component component) {
    List<Replica> replicas = component.replicas();
    String standby =
        component.standbys().stream()
            .filter(other -> run.survives(other, failure))
            .map(
                other -> "; `" + other.name() + "` could take over, but " + hindrance(other.kind()))
            .findFirst()
            .orElse("");
    long struck = replicas.stream().filter(replica -> run.kills(failure, replica)).count();
    if (struck == 0) {
      return "what it leads to fails with " + failed() + standby;
    }
    String copies =
        replicas.size() == 1
            ? "its only copy fails" + (cut.scope() == Scope.INSTANCE ? "" : " with " + failed())
            : struck == replicas.size()
                // Where their number is not known, it is assumed.
                ? (struck == 2 ? "both of its" : "all of its") + " copies fail with " + failed()
                : struck
                    + " of its "
                    + replicas.size()
                    + (struck == 1 ? " copies fails with " : " copies fail with ")
                    + failed();
    return copies
        + (component.required() > 1
            ? ", and it needs " + component.required() + " of " + replicas.size()
            : "")
        + standby;
  }

  private String failed() {
    return cut.scope() == Scope.INSTANCE ? "`" + cut.failure().name() + "`" : cut.failure().name();
  }

  private static String hindrance(Standby.Kind kind) {
    return switch (kind) {
      case COLD -> "no copy of it runs";
      case MANUAL -> "a person must promote it";
      case UNANSWERED -> "DNS does not answer with it";
      case UNCHECKED -> "no health check tells DNS to turn to it";
      case UNATTACHED -> "nothing sends traffic to it";
    };
  }

  private static boolean isNamedLike(Component one, Component other) {
    return one.kind().name().equals(other.kind().name());
  }

  /** The name of the other, with its kind where the name alone would be that of the one too. */
  private static String toldFrom(Component one, Component other) {
    return isNamedLike(one, other)
        ? other.kind().title() + " " + other.kind().name()
        : other.kind().name();
  }

  private static String dependence(Component component, Component needed) {
    String name =
        isNamedLike(component, needed)
            ? needed.kind().title() + " `" + needed.kind().name() + "`"
            : "`" + needed.kind().name() + "`";
    return component.traits().balances().contains(needed.id())
        ? "sends its traffic to " + name
        : "needs " + name;
  }

  private static Optional<Evidence> evidence(Component component, Urn needed) {
    Deque<Need> open = new ArrayDeque<>(List.of(component.need()));
    component.replicas().forEach(replica -> open.add(replica.need()));
    while (!open.isEmpty()) {
      Need need = open.pop();
      if (need instanceof Need.On on && on.component().equals(needed)) {
        return Optional.of(on.evidence());
      }
      open.addAll(need.parts());
    }
    return Optional.empty();
  }

  /** The components from the cause to the first entry point, by the shortest way. */
  private List<Component> chain() {
    int goal = run.graph().gateOf(cut.cause().get(0));
    int start = run.gateOf(cut.entryPoints().get(0));
    Map<Integer, Integer> cameFrom = new HashMap<>();
    Deque<Integer> open = new ArrayDeque<>(List.of(start));
    cameFrom.put(start, -1);
    while (!open.isEmpty() && !cameFrom.containsKey(goal)) {
      int gate = open.remove();
      for (int child : run.graph().children(gate)) {
        if (run.isDown(child, failure) && cameFrom.putIfAbsent(child, gate) == null) {
          open.add(child);
        }
      }
    }
    List<Component> chain = new ArrayList<>();
    for (int gate = goal; gate >= 0; gate = cameFrom.getOrDefault(gate, -1)) {
      if (run.graph().isComponent(gate)) {
        chain.add(run.graph().component(gate));
      }
    }
    return chain;
  }
}
