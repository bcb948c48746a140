package dev.cutset.architecture.builder;

import dev.cutset.stack.Resource;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Puts resources in an order that does not depend on how they came: engines hand them over in
 * another order each time, and what is said of a stack must not change with it.
 *
 * <p>Each comes after what it waits for, as its author wrote it, and else they go by their URNs.
 */
final class SteadyOrder {
  private final Map<Urn, Integer> waitsFor = new HashMap<>();
  private final Map<Urn, List<Urn>> waiting = new HashMap<>();
  private final Map<Urn, Resource> left = new HashMap<>();
  private final List<Resource> ordered = new ArrayList<>();

  private SteadyOrder(List<Resource> resources) {
    resources.forEach(resource -> left.put(resource.urn(), resource));
    PriorityQueue<Urn> ready = new PriorityQueue<>();
    for (Resource resource : left.values()) {
      int open = 0;
      for (Urn urn : resource.dependencies()) {
        if (left.containsKey(urn)) {
          waiting.computeIfAbsent(urn, key -> new ArrayList<>()).add(resource.urn());
          open++;
        }
      }
      if (open == 0) {
        ready.add(resource.urn());
      } else {
        waitsFor.put(resource.urn(), open);
      }
    }
    release(ready);
    // Only those in a circle are left, which no engine lets pass.
    List<Resource> rest = new ArrayList<>(left.values());
    rest.sort((one, other) -> one.urn().compareTo(other.urn()));
    ordered.addAll(rest);
  }

  static List<Resource> of(List<Resource> resources) {
    return new SteadyOrder(resources).ordered;
  }

  private void release(PriorityQueue<Urn> ready) {
    while (!ready.isEmpty()) {
      Urn urn = ready.remove();
      Resource resource = left.remove(urn);
      if (resource != null) {
        ordered.add(resource);
      }
      for (Urn next : waiting.getOrDefault(urn, List.of())) {
        if (waitsFor.merge(next, -1, Integer::sum) == 0) {
          ready.add(next);
        }
      }
    }
  }
}
