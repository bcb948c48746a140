package dev.cutset.architecture.builder;

import dev.cutset.architecture.Need;
import dev.cutset.architecture.Replica;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.catalog.Role;
import dev.cutset.stack.Urn;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Finds what others can build on, whose users are not those of this stack. */
final class Provided {
  private static final Set<Role> PLATFORM =
      EnumSet.of(
          Role.CONTROL_PLANE,
          Role.GATEWAY,
          Role.DATABASE,
          Role.CACHE,
          Role.QUEUE,
          Role.COORDINATOR);
  private static final Set<Role> DATA = EnumSet.of(Role.DATABASE, Role.CACHE, Role.COORDINATOR);

  private final Purpose purpose;
  private final Drafts drafts;

  Provided(Purpose purpose, Drafts drafts) {
    this.purpose = purpose;
    this.drafts = drafts;
  }

  /** Everything that is of use to others: nothing here works for users of its own. */
  void all(Entries found) {
    add(
        found,
        draft ->
            draft.role().filter(PLATFORM::contains).isPresent()
                && mayFail(draft)
                && !leadsToNetworks(draft)
                && !purpose.leadsToControllers(draft));
    add(found, purpose::servesOthers);
    found.dropReached();
  }

  /** What runs in a cluster and is declared elsewhere uses the data in the cluster's network. */
  void clusters(Entries found) {
    Set<Urn> before = found.urns();
    add(found, draft -> draft.is(Role.CONTROL_PLANE) && mayFail(draft));
    List<Draft> clusters =
        found.urns().stream()
            .filter(urn -> !before.contains(urn))
            .flatMap(urn -> drafts.find(urn).stream())
            .toList();
    add(
        found,
        draft ->
            draft.role().filter(DATA::contains).isPresent()
                && clusters.stream().anyMatch(cluster -> purpose.sharesNetwork(draft, cluster)));
  }

  /** A cluster of which nothing here is a part says nothing about what will run in it. */
  private static boolean mayFail(Draft draft) {
    return !draft.is(Role.CONTROL_PLANE)
        || !draft.allNeeds().isEmpty()
        || draft.replicas().stream().anyMatch(Replica::failsAlone);
  }

  /** The rules of a VPN hand packets to its gateway: they connect networks, and serve nobody. */
  private boolean leadsToNetworks(Draft draft) {
    List<Urn> ahead =
        draft.is(Role.GATEWAY)
            ? draft.allNeeds().stream().flatMap(Purpose::singles).map(Need.On::component).toList()
            : List.of();
    return !ahead.isEmpty()
        && ahead.stream()
            .allMatch(urn -> drafts.find(urn).filter(next -> next.is(Role.NETWORK)).isPresent());
  }

  private void add(Entries found, Predicate<Draft> wanted) {
    Set<Urn> reached = found.reached();
    for (Draft draft : List.copyOf(drafts.all())) {
      if (wanted.test(draft)
          && !reached.contains(draft.urn())
          && !draft.cold()
          && !found.isExcluded(draft)) {
        found.add(draft);
      }
    }
  }
}
