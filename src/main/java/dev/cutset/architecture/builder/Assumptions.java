package dev.cutset.architecture.builder;

import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.Need;
import dev.cutset.catalog.ResourceType.Labels;
import dev.cutset.catalog.Role;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Links what nothing links: data in the network of a service that nobody is known to use is taken
 * to be that service's.
 */
final class Assumptions {
  private static final Set<Role> DATA = EnumSet.of(Role.DATABASE, Role.CACHE);

  private final Networks networks;
  private final Purpose purpose;
  private final Drafts drafts;

  Assumptions(Networks networks, Purpose purpose, Drafts drafts) {
    this.networks = networks;
    this.purpose = purpose;
    this.drafts = drafts;
  }

  /**
   * Links them, and notes that.
   *
   * @return whether there was anything to link
   */
  boolean link(Set<Urn> reached, List<String> notes) {
    Reachability reachability = new Reachability(drafts);
    Set<Urn> used = reachability.used();
    Map<Optional<String>, List<Draft>> computing = null;
    Map<List<String>, List<String>> assumed = new LinkedHashMap<>();
    for (Draft data : List.copyOf(drafts.all())) {
      if (used.contains(data.urn())
          || reached.contains(data.urn())
          || data.copy()
          || !isForOthers(data)) {
        continue;
      }
      if (computing == null) {
        computing = computing(reached);
      }
      // What uses a component itself, as monitoring does, is not what that component uses.
      Set<Urn> below = reachability.from(data.allNeeds());
      List<String> users = new ArrayList<>();
      for (Draft user : candidates(data, computing)) {
        if (!below.contains(user.urn())) {
          user.need(new Need.On(data.urn(), evidence(data)));
          users.add(user.name());
        }
      }
      if (!users.isEmpty()) {
        assumed.computeIfAbsent(users, key -> new ArrayList<>()).add("`" + data.name() + "`");
      }
    }
    assumed.forEach((users, data) -> notes.add(note(users, data)));
    return !assumed.isEmpty();
  }

  /** What works for users, by the network that it is in. */
  private Map<Optional<String>, List<Draft>> computing(Set<Urn> reached) {
    Map<Optional<String>, List<Draft>> computing = new HashMap<>();
    for (Draft draft : drafts.all()) {
      if (draft.is(Role.COMPUTE) && reached.contains(draft.urn()) && purpose.worksForUsers(draft)) {
        computing.computeIfAbsent(networks.of(draft.known()), key -> new ArrayList<>()).add(draft);
      }
    }
    return computing;
  }

  /** Those in the same network; while it cannot be told which that is, those in any. */
  private List<Draft> candidates(Draft data, Map<Optional<String>, List<Draft>> computing) {
    return networks.isOpen(data.known())
        ? computing.values().stream().flatMap(List::stream).toList()
        : computing.getOrDefault(networks.of(data.known()), List.of());
  }

  private static String note(List<String> users, List<String> used) {
    return "assumed: "
        + String.join(", ", users)
        + (users.size() == 1 ? " uses " : " use ")
        + String.join(", ", used)
        + ", in the same network and not known to be used by anything; a hint in cutset.yaml can"
        + " say otherwise";
  }

  /** Data in a network, or a service within a cluster: neither is there for its own sake. */
  private static boolean isForOthers(Draft draft) {
    boolean data =
        draft.role().filter(DATA::contains).isPresent() && Networks.concerns(draft.known());
    return data || draft.known().type().labels().flatMap(Labels::selects).isPresent();
  }

  private static Evidence evidence(Draft data) {
    return new Evidence(
        Evidence.Kind.ASSUMED,
        "assumed: they share a network, and nothing else uses `" + data.name() + "`");
  }
}
