package dev.cutset.architecture.builder;

import static java.util.Collections.disjoint;

import dev.cutset.architecture.Domain;
import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.draft.Doubts;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.architecture.draft.Reachability;
import dev.cutset.catalog.ResourceType.Labels;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Scope;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Links what nothing links: data in the network of a service that nobody is known to use is taken
 * to be that service's, and so is a balancer that only the network can reach.
 */
final class Assumptions {
  private static final Set<Role> DATA = EnumSet.of(Role.DATABASE, Role.CACHE);

  private final Entrances entrances;
  private final Networks networks;
  private final Purpose purpose;
  private final Doubts doubts;
  private final Drafts drafts;
  private final Reachability reachability;

  Assumptions(
      Entrances entrances, Networks networks, Purpose purpose, Doubts doubts, Drafts drafts) {
    this.entrances = entrances;
    this.networks = networks;
    this.purpose = purpose;
    this.doubts = doubts;
    this.drafts = drafts;
    this.reachability = new Reachability(drafts);
  }

  /**
   * Links them, and notes that.
   *
   * @return whether there was anything to link
   */
  boolean link(Set<Urn> reached, List<String> notes) {
    Set<Urn> used = reachability.used();
    Map<Optional<String>, List<Draft>> computing = null;
    // What is assumed of data, by who is taken to use it: in the same network, and in none.
    Map<List<String>, List<String>> inside = new LinkedHashMap<>();
    Map<List<String>, List<String>> elsewhere = new LinkedHashMap<>();
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
      boolean outside = networks.isOutside(data.known());
      for (Draft user : candidates(data, outside, computing)) {
        if (!below.contains(user.urn())) {
          user.need(new Need.On(data.urn(), evidence(data, outside)));
          users.add(user.name());
        }
      }
      if (!users.isEmpty()) {
        Map<List<String>, List<String>> assumed = outside ? elsewhere : inside;
        assumed.putIfAbsent(users, new ArrayList<>());
        assumed.get(users).add("`" + data.name() + "`");
      }
    }
    note(inside, ", in the same network", notes);
    note(elsewhere, ", in no network", notes);
    return !inside.isEmpty() || !elsewhere.isEmpty();
  }

  /**
   * Where nobody can tell whether a balancer is for users or for what is in its network, what works
   * there for users may need it.
   *
   * @return whether there is any such
   */
  boolean leaveOpen(Set<Urn> reached) {
    List<Draft> balancers = drafts.all().stream().filter(entrances::mayBeInner).toList();
    if (balancers.isEmpty()) {
      return false;
    }
    Map<Optional<String>, List<Draft>> computing = computing(reached);
    for (Draft balancer : balancers) {
      Set<Urn> below = reachability.from(balancer.allNeeds());
      for (Draft user : candidates(balancer, false, computing)) {
        if (!below.contains(user.urn())) {
          user.undecided(List.of("whether `" + balancer.name() + "` is public"));
          if (!doubts.kindest()) {
            user.need(new Need.On(balancer.urn(), evidence(balancer, false)));
          }
        }
      }
    }
    return true;
  }

  /** What works for users, by the network that it is in. */
  private Map<Optional<String>, List<Draft>> computing(Set<Urn> reached) {
    Map<Optional<String>, List<Draft>> computing = new HashMap<>();
    for (Draft draft : drafts.all()) {
      if (draft.is(Role.COMPUTE) && reached.contains(draft.urn()) && purpose.worksForUsers(draft)) {
        Optional<String> network = networks.of(draft.known());
        computing.putIfAbsent(network, new ArrayList<>());
        computing.get(network).add(draft);
      }
    }
    return computing;
  }

  /**
   * Those in the same network; where there is none, or while it cannot be told which it is, those
   * in any.
   */
  private List<Draft> candidates(
      Draft data, boolean outside, Map<Optional<String>, List<Draft>> computing) {
    if (outside) {
      return near(data, computing.values().stream().flatMap(List::stream).toList());
    }
    return networks.isOpen(data.known())
        ? computing.values().stream().flatMap(List::stream).toList()
        : computing.getOrDefault(networks.of(data.known()), List.of());
  }

  /** Of several regions each has data of its own, as far as it is known what is where. */
  private List<Draft> near(Draft data, List<Draft> computing) {
    Set<Domain> regions = regions(data);
    Set<Domain> all = new HashSet<>(regions);
    computing.forEach(user -> all.addAll(regions(user)));
    if (all.size() < 2) {
      return computing;
    }
    List<Draft> near = computing.stream().filter(user -> mayShare(regions(user), regions)).toList();
    boolean known = all.stream().noneMatch(Regions::isNameless);
    return near.isEmpty() && (known || !doubts.kindest()) ? computing : near;
  }

  private boolean mayShare(Set<Domain> some, Set<Domain> others) {
    return !disjoint(some, others)
        || (!doubts.kindest()
            && Stream.concat(some.stream(), others.stream()).anyMatch(Regions::isNameless));
  }

  private static Set<Domain> regions(Draft draft) {
    Set<Domain> regions = new HashSet<>();
    draft.replicas().forEach(r -> r.placement().domain().at(Scope.REGION).ifPresent(regions::add));
    return regions;
  }

  private static void note(
      Map<List<String>, List<String>> assumed, String where, List<String> notes) {
    for (Map.Entry<List<String>, List<String>> one : assumed.entrySet()) {
      List<String> users = one.getKey();
      notes.add(
          "assumed: "
              + String.join(", ", users)
              + (users.size() == 1 ? " uses " : " use ")
              + String.join(", ", one.getValue())
              + where
              + " and not known to be used by anything; a hint in cutset.yaml can"
              + " say otherwise");
    }
  }

  /**
   * Data or a balancer in a network, a service within a cluster: none is there for its own sake.
   */
  private boolean isForOthers(Draft draft) {
    boolean data =
        draft.role().filter(DATA::contains).isPresent()
            && (Networks.concerns(draft.known()) || networks.of(draft.known()).isPresent());
    return data
        || draft.known().type().labels().flatMap(Labels::selects).isPresent()
        || (entrances.isInner(draft) && leadsToWork(draft));
  }

  /** Not to a tool alone, which those who run the stack come to. */
  private boolean leadsToWork(Draft balancer) {
    return purpose.worksForUsers(balancer)
        && reachability.leadsTo(
            balancer, draft -> draft.is(Role.COMPUTE) && purpose.worksForUsers(draft));
  }

  private static Evidence evidence(Draft data, boolean outside) {
    String where = outside ? "it is in no network" : "they share a network";
    return new Evidence(
        Evidence.Kind.ASSUMED,
        "assumed: " + where + ", and nothing else uses `" + data.name() + "`");
  }
}
