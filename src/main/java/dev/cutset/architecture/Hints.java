package dev.cutset.architecture;

import dev.cutset.catalog.Role;
import dev.cutset.catalog.Scope;
import dev.cutset.stack.Urn;
import java.util.List;
import java.util.Optional;

/**
 * What people say of their stack beyond what it says itself.
 *
 * @param target the scope to survive where nothing else is asked for
 * @param components what is said of components
 * @param targets other targets for some entry points
 * @param declared further entry points
 * @param excluded what is not an entry point, whatever it looks like
 */
public record Hints(
    Scope target,
    List<ComponentHint> components,
    List<TargetHint> targets,
    List<EntryHint> declared,
    List<Match> excluded) {

  /** Nothing is said. */
  public static final Hints NONE =
      new Hints(Scope.ZONE, List.of(), List.of(), List.of(), List.of());

  public Hints {
    components = List.copyOf(components);
    targets = List.copyOf(targets);
    declared = List.copyOf(declared);
    excluded = List.copyOf(excluded);
  }

  /** Chooses resources by URN or name. */
  @FunctionalInterface
  public interface Match {

    /** Whether the resource is meant, by its URN or by the name under which it is known. */
    boolean matches(Urn urn, String name);
  }

  /**
   * What is said of a component.
   *
   * @param zone the zone it is in
   * @param region the region it is in
   * @param provider the DNS provider that it is with
   * @param because why, for the evidence
   */
  public record ComponentHint(
      Match match,
      Optional<Role> role,
      List<Match> needs,
      List<Match> notNeeds,
      Optional<QuorumHint> quorum,
      Optional<String> zone,
      Optional<String> region,
      Optional<String> provider,
      String because) {
    public ComponentHint {
      needs = List.copyOf(needs);
      notNeeds = List.copyOf(notNeeds);
    }
  }

  /**
   * Components with the same group decide together.
   *
   * @param least how many must live; empty for a majority
   */
  public record QuorumHint(String group, Optional<Integer> least) {}

  /** The scope that an entry point must survive. */
  public record TargetHint(Match match, Scope target) {}

  /** A further entry point. */
  public record EntryHint(Match match, Optional<String> name, Optional<Scope> target) {}
}
