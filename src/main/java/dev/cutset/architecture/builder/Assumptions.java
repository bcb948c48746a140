package dev.cutset.architecture.builder;

import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.Need;
import dev.cutset.catalog.Role;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Links what nothing links: data in the network of a service that nobody is known to use is taken
 * to be that service's.
 */
final class Assumptions {
  private static final Set<Role> DATA = EnumSet.of(Role.DATABASE, Role.CACHE);

  private final Networks networks;
  private final Drafts drafts;

  Assumptions(Networks networks, Drafts drafts) {
    this.networks = networks;
    this.drafts = drafts;
  }

  void link(Set<Urn> reached, List<String> notes) {
    Set<Urn> used = used();
    for (Draft data : List.copyOf(drafts.all())) {
      if (data.role().filter(DATA::contains).isEmpty()
          || used.contains(data.urn())
          || !Networks.concerns(data.known())) {
        continue;
      }
      Optional<Urn> network = networks.of(data.known());
      List<String> users = new ArrayList<>();
      for (Draft user : drafts.all()) {
        if (user.is(Role.COMPUTE)
            && reached.contains(user.urn())
            && networks.of(user.known()).equals(network)) {
          user.need(new Need.On(data.urn(), evidence(data)));
          users.add(user.name());
        }
      }
      if (!users.isEmpty()) {
        notes.add(
            "assumed: "
                + String.join(", ", users)
                + " use"
                + (users.size() == 1 ? "s `" : " `")
                + data.name()
                + "`, because they share a network and nothing else uses it; a hint in cutset.yaml"
                + " says otherwise");
      }
    }
  }

  private static Evidence evidence(Draft data) {
    return new Evidence(
        Evidence.Kind.ASSUMED,
        "assumed: they share a network, and nothing else uses `" + data.name() + "`");
  }

  private Set<Urn> used() {
    Set<Urn> used = new LinkedHashSet<>();
    Reachability reachability = new Reachability(drafts);
    for (Draft draft : drafts.all()) {
      used.addAll(reachability.directly(draft));
    }
    return used;
  }
}
