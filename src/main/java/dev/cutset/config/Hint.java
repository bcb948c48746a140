package dev.cutset.config;

import dev.cutset.catalog.Role;
import java.util.List;
import java.util.Optional;

/**
 * What a team knows of some resources and its program does not say.
 *
 * @param match the resources it is about
 * @param role what they are for
 * @param needs what each of them cannot do without
 * @param notNeeds what they do without, whatever else suggests that they need it
 * @param quorum the group in which they decide together
 * @param placement where they are
 * @param because why, in the team's own words; shown as evidence
 */
public record Hint(
    NamePattern match,
    Optional<Role> role,
    List<NamePattern> needs,
    List<NamePattern> notNeeds,
    Optional<Quorum> quorum,
    Optional<Placement> placement,
    Optional<String> because) {

  public Hint {
    needs = List.copyOf(needs);
    notNeeds = List.copyOf(notNeeds);
  }

  /** Whether it says anything about the resources that it matches. */
  public boolean saysSomething() {
    return role.isPresent()
        || !needs.isEmpty()
        || !notNeeds.isEmpty()
        || quorum.isPresent()
        || placement.isPresent();
  }

  /** A group of resources of which enough must live, whoever else matches the same group's name. */
  public record Quorum(String group, Needed needed) {}

  /** How many of a group must live. */
  public sealed interface Needed {}

  /** More than half. */
  public record Majority() implements Needed {}

  /** So many. */
  public record AtLeast(int count) implements Needed {
    public AtLeast {
      if (count < 1) {
        throw new IllegalArgumentException("a group needs at least one of its members");
      }
    }
  }

  /**
   * Where a resource is; what is empty is left as it was found.
   *
   * @param provider the DNS provider, for what is no part of a region
   */
  public record Placement(
      Optional<String> zone, Optional<String> region, Optional<String> provider) {
    public Placement {
      if (zone.isEmpty() && region.isEmpty() && provider.isEmpty()) {
        throw new IllegalArgumentException("a placement names a zone, a region or a provider");
      }
    }
  }
}
