package dev.cutset.analysis;

import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Component;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.Replica;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An architecture as numbered gates. A gate is down when one of its own failures happens, or when
 * at least {@link #tolerates} + 1 of its children are down.
 */
final class Graph {
  private static final int[] NONE = {};

  private final List<int[]> children = new ArrayList<>();
  private final List<int[]> own = new ArrayList<>();
  private final List<Integer> tolerates = new ArrayList<>();
  private final List<Integer> owners = new ArrayList<>();
  private final Map<Urn, Integer> gateOfComponent = new HashMap<>();
  private final List<Component> components;
  private final int[] gateOfEntryPoint;
  private final int everUp;

  Graph(Architecture architecture, DeathSets deaths) {
    components = List.copyOf(architecture.components().values());
    for (Component component : components) {
      gateOfComponent.put(component.id(), gate(NONE, NONE, 0));
    }
    everUp = gate(NONE, NONE, 0);
    for (int i = 0; i < components.size(); i++) {
      children.set(i, childrenOf(components.get(i), deaths));
    }
    gateOfEntryPoint = new int[architecture.entryPoints().size()];
    for (int i = 0; i < gateOfEntryPoint.length; i++) {
      EntryPoint entryPoint = architecture.entryPoints().get(i);
      gateOfEntryPoint[i] = gate(entryPoint.need());
    }
  }

  int size() {
    return children.size();
  }

  int[] children(int gate) {
    return children.get(gate);
  }

  int[] own(int gate) {
    return own.get(gate);
  }

  /** How many children may be down while the gate is up. */
  int tolerates(int gate) {
    return tolerates.get(gate);
  }

  int gateOf(Urn component) {
    Integer gate = gateOfComponent.get(component);
    if (gate == null) {
      throw new IllegalArgumentException("something needs `" + component + "`, which is not there");
    }
    return gate;
  }

  /** The gate of a component, or that of something that is ever up where there is no such. */
  int gateOfAny(Urn component) {
    return gateOfComponent.getOrDefault(component, everUp);
  }

  int gateOfEntryPoint(int index) {
    return gateOfEntryPoint[index];
  }

  /** Whether the gate is a component's; the first gates are, in order. */
  boolean isComponent(int gate) {
    return gate < components.size();
  }

  Component component(int gate) {
    return components.get(gate);
  }

  /** The component of which the gate is one replica; -1 for a gate of another kind. */
  int owner(int gate) {
    return owners.get(gate);
  }

  private int[] childrenOf(Component component, DeathSets deaths) {
    int need = gate(component.need());
    if (component.replicas().isEmpty()) {
      return new int[] {need};
    }
    int[] replicas = new int[component.replicas().size()];
    for (int i = 0; i < replicas.length; i++) {
      Replica replica = component.replicas().get(i);
      int replicaNeed = gate(replica.need());
      replicas[i] =
          gate(replicaNeed == everUp ? NONE : new int[] {replicaNeed}, deaths.of(replica), 0);
      owners.set(replicas[i], gateOf(component.id()));
    }
    return new int[] {gate(replicas, NONE, replicas.length - component.required()), need};
  }

  private int gate(Need need) {
    if (need instanceof Need.On on) {
      return gateOf(on.component());
    } else if (need instanceof Need.All all) {
      return all.needs().isEmpty() ? everUp : gate(gates(all.needs()), NONE, 0);
    } else if (need instanceof Need.Any any) {
      int[] gates = gates(any.needs());
      return any.failover().countsAsRedundancy() ? gate(gates, NONE, gates.length - 1) : gates[0];
    } else if (need instanceof Need.AtLeast some) {
      int[] gates = gates(some.needs());
      return gate(gates, NONE, gates.length - some.least());
    }
    throw new IllegalStateException("a need of a kind that is not known: " + need);
  }

  private int[] gates(List<Need> needs) {
    return needs.stream().mapToInt(this::gate).toArray();
  }

  private int gate(int[] gates, int[] failures, int mayFail) {
    children.add(gates);
    own.add(failures);
    tolerates.add(mayFail);
    owners.add(-1);
    return children.size() - 1;
  }
}
