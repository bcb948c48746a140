package dev.cutset.architecture;

import dev.cutset.catalog.Failover;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Scope;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that can fail, or that passes on the failure of what it needs.
 *
 * <p>It is up when at least {@code required} of its replicas live and have what they need, and its
 * own need is met. A component without replicas, such as a target group, cannot fail by itself.
 *
 * @param id the resource that stands for it in results
 * @param standbys what could take over, but does not count
 * @param traits what policies want to know of it
 */
public record Component(
    Urn id,
    Kind kind,
    List<Replica> replicas,
    int required,
    Failover failover,
    Need need,
    List<Standby> standbys,
    Traits traits) {

  public Component {
    replicas = List.copyOf(replicas);
    standbys = List.copyOf(standbys);
    if (required < 0 || required > replicas.size() || (required == 0 && !replicas.isEmpty())) {
      throw new IllegalArgumentException(
          id + " cannot require " + required + " of " + replicas.size() + " replicas");
    }
  }

  /** Written out, as in {@link Urn}; an architecture has no two of one id. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || other instanceof Component component
            && id.equals(component.id)
            && required == component.required
            && failover == component.failover
            && kind.equals(component.kind)
            && replicas.equals(component.replicas)
            && need.equals(component.need)
            && standbys.equals(component.standbys)
            && traits.equals(component.traits);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** What a component is called, and what it is for. */
  public record Kind(String name, String type, String title, Optional<Role> role) {}

  /**
   * What policies want to know.
   *
   * @param resources the resources that make it up, beside the one that stands for it
   * @param quorum whether the replicas decide by majority
   * @param crossZone whether a gateway sends to targets in other zones
   * @param balances the components that it sends traffic to
   * @param properties the facts that the catalog names
   * @param remedy how to make it redundant, by scope
   * @param undecidedBy the unknown properties that its shape depends on
   */
  public record Traits(
      List<Urn> resources,
      boolean quorum,
      boolean crossZone,
      List<Urn> balances,
      Map<String, Value> properties,
      Map<Scope, String> remedy,
      List<String> undecidedBy) {

    public static final Traits NONE =
        new Traits(List.of(), false, true, List.of(), Map.of(), Map.of(), List.of());

    public Traits {
      resources = List.copyOf(resources);
      balances = List.copyOf(balances);
      properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
      remedy = Collections.unmodifiableMap(new LinkedHashMap<>(remedy));
      undecidedBy = List.copyOf(undecidedBy);
    }
  }

  /** The resource to change: its own, or the one that it is a part of. */
  public Urn resource() {
    return traits.resources().isEmpty() ? id : traits.resources().get(0);
  }

  /** The same component with another need. */
  public Component needing(Need other) {
    return new Component(id, kind, replicas, required, failover, other, standbys, traits);
  }

  /** The same component with other standbys. */
  public Component standingBy(List<Standby> others) {
    return new Component(id, kind, replicas, required, failover, need, others, traits);
  }
}
