package dev.cutset.pulumi.host;

import dev.cutset.stack.PulumiTypes;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The resources that a program has declared so far. */
final class Declarations {
  private final String prefix;
  private final Map<Urn, Resource> resources = new LinkedHashMap<>();
  private boolean complete;

  Declarations(String project, String stack) {
    this.prefix = "urn:pulumi:" + stack + "::" + project + "::";
  }

  /** The name that the engine gives a resource. */
  Urn name(String parent, String type, String name) {
    String types = "";
    if (!parent.isEmpty() && !parentType(parent).equals(PulumiTypes.STACK)) {
      types = parentType(parent) + "$";
    }
    return new Urn(prefix + types + type + "::" + name);
  }

  private static String parentType(String parent) {
    String[] parts = parent.split("::", 4);
    return parts.length > 2 ? parts[2] : "";
  }

  /** Takes a resource down; false where the name is taken already. */
  synchronized boolean add(Resource resource) {
    return resources.putIfAbsent(resource.urn(), resource) == null;
  }

  /** Puts another in the place of a resource, if it is there. */
  synchronized void replace(Urn urn, UnaryOperator<Resource> other) {
    resources.computeIfPresent(urn, (name, resource) -> other.apply(resource));
  }

  synchronized Optional<Resource> find(Urn urn) {
    return Optional.ofNullable(resources.get(urn));
  }

  /** The outputs of the stack itself come last, when all else was declared. */
  synchronized void outputsOf(Urn urn) {
    complete |= urn.type().equals(PulumiTypes.STACK);
  }

  /** Whether the program came to its end, and not only its process. */
  synchronized boolean isComplete() {
    return complete;
  }

  synchronized boolean isEmpty() {
    return resources.isEmpty();
  }

  /**
   * The resources in an order that does not depend on how the program's threads ran: each follows
   * what it waits for, and otherwise comes by name.
   */
  synchronized List<Resource> inOrder() {
    Map<Urn, Integer> waiting = new LinkedHashMap<>();
    Map<Urn, List<Urn>> followers = new LinkedHashMap<>();
    PriorityQueue<Urn> ready = new PriorityQueue<>();
    for (Resource resource : resources.values()) {
      Set<Urn> needs = needs(resource);
      needs.forEach(n -> followers.computeIfAbsent(n, u -> new ArrayList<>()).add(resource.urn()));
      waiting.put(resource.urn(), needs.size());
      if (needs.isEmpty()) {
        ready.add(resource.urn());
      }
    }
    List<Resource> ordered = new ArrayList<>();
    while (!ready.isEmpty()) {
      Urn next = ready.remove();
      ordered.add(resources.get(next));
      for (Urn follower : followers.getOrDefault(next, List.of())) {
        if (waiting.merge(follower, -1, Integer::sum) == 0) {
          ready.add(follower);
        }
      }
    }
    // Resources that wait for each other have no such order, and are not lost for it.
    waiting.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .map(Map.Entry::getKey)
        .sorted()
        .forEach(urn -> ordered.add(resources.get(urn)));
    return ordered;
  }

  private Set<Urn> needs(Resource resource) {
    Set<Urn> needs = new HashSet<>(resource.dependencies());
    resource.parent().ifPresent(needs::add);
    resource.provider().ifPresent(needs::add);
    needs.retainAll(resources.keySet());
    needs.remove(resource.urn());
    return needs;
  }
}
