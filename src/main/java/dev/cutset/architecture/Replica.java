package dev.cutset.architecture;

import dev.cutset.stack.Urn;
import java.util.Objects;

/**
 * One running copy of a component.
 *
 * @param id what tells it from all other replicas
 * @param resource the resource that declares it
 * @param name what people call it
 * @param placement where it is
 * @param failsAlone whether it can fail while everything around it lives
 * @param need what this copy must have, beside what the component as a whole must have
 */
public record Replica(
    String id, Urn resource, String name, Placement placement, boolean failsAlone, Need need) {

  public Replica {
    Objects.requireNonNull(id, "id");
  }

  /** The same copy with another need. */
  public Replica needing(Need other) {
    return new Replica(id, resource, name, placement, failsAlone, other);
  }
}
