package dev.cutset.architecture.declared;

import dev.cutset.stack.Resource;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
  private final PriorityQueue<Turn> ready = new PriorityQueue<>();
  private final List<Resource> ordered;

  /** When the turn of a resource comes. */
  private static final class Turn implements Comparable<Turn> {
    private final Resource resource;

    /** Its place among all by their URNs: texts are compared once, and not at each turn. */
    private int place;

    private int waitsFor;
    private boolean taken;
    private List<Turn> waiting = List.of();

    Turn(Resource resource) {
      this.resource = resource;
    }

    void comesAfter(Turn other) {
      waitsFor++;
      if (other.waiting.isEmpty()) {
        other.waiting = new ArrayList<>(2);
      }
      other.waiting.add(this);
    }

    @Override
    public int compareTo(Turn other) {
      return Integer.compare(place, other.place);
    }
  }

  private SteadyOrder(List<Resource> resources) {
    Map<Urn, Turn> turns = new LinkedHashMap<>(resources.size() * 4 / 3 + 1);
    for (Resource resource : resources) {
      turns.put(resource.urn(), new Turn(resource));
    }
    // Most tools write resources sorted, and what is sorted is soon sorted again.
    List<Turn> byUrn = new ArrayList<>(turns.values());
    byUrn.sort((one, other) -> one.resource.urn().compareTo(other.resource.urn()));
    ordered = new ArrayList<>(turns.size());
    for (int place = 0; place < byUrn.size(); place++) {
      byUrn.get(place).place = place;
    }
    for (Turn turn : byUrn) {
      for (Urn urn : turn.resource.dependencies()) {
        Turn other = turns.get(urn);
        if (other != null) {
          turn.comesAfter(other);
        }
      }
      if (turn.waitsFor == 0) {
        ready.add(turn);
      }
    }
    release();
    if (ordered.size() < turns.size()) {
      addCircles(byUrn);
    }
  }

  static List<Resource> of(List<Resource> resources) {
    return new SteadyOrder(resources).ordered;
  }

  private void release() {
    for (Turn turn = ready.poll(); turn != null; turn = ready.poll()) {
      turn.taken = true;
      ordered.add(turn.resource);
      for (Turn next : turn.waiting) {
        if (--next.waitsFor == 0) {
          ready.add(next);
        }
      }
    }
  }

  /** Only those in a circle, and what waits for one, are left, which no engine lets pass. */
  private void addCircles(List<Turn> byUrn) {
    for (Turn turn : byUrn) {
      if (!turn.taken) {
        ordered.add(turn.resource);
      }
    }
  }
}
