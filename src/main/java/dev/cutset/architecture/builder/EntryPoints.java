package dev.cutset.architecture.builder;

import dev.cutset.architecture.EntryPoint;
import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.Hints;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.builder.Declared.Known;
import dev.cutset.catalog.Failover;
import dev.cutset.catalog.Link;
import dev.cutset.catalog.ResourceType.Entry;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Scope;
import dev.cutset.catalog.Truth;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds where users come in: public names, and what is public without a name. */
final class EntryPoints {
  private static final Set<Role> PLATFORM =
      EnumSet.of(
          Role.CONTROL_PLANE,
          Role.GATEWAY,
          Role.DATABASE,
          Role.CACHE,
          Role.QUEUE,
          Role.COORDINATOR);
  private static final Set<Role> WORK =
      EnumSet.complementOf(EnumSet.of(Role.DNS, Role.GATEWAY, Role.NETWORK));
  private static final Evidence ENTERED = Evidence.declared("users come in here");

  private static final String ADDRESSES = "publicAddresses";

  private final Reading reading;
  private final Relations relations;
  private final Places places;
  private final Firewalls firewalls;
  private final Drafts drafts;
  private final Hints hints;
  private final Reachability reachability;
  private final Purpose purpose;

  EntryPoints(
      Reading reading,
      Relations relations,
      Places places,
      Firewalls firewalls,
      Drafts drafts,
      Hints hints,
      Reachability reachability,
      Purpose purpose) {
    this.reading = reading;
    this.relations = relations;
    this.places = places;
    this.firewalls = firewalls;
    this.drafts = drafts;
    this.hints = hints;
    this.reachability = reachability;
    this.purpose = purpose;
  }

  /** Those that have a public name, or that people declare. */
  List<EntryPoint> named(List<DnsNames.Name> names) {
    return List.copyOf(namedOnes(names).values());
  }

  /**
   * All of them.
   *
   * @param idle what stands by for something else, and so is no way in of its own
   */
  List<EntryPoint> find(List<DnsNames.Name> names, Set<Urn> idle, List<String> notes) {
    Map<Urn, EntryPoint> found = namedOnes(names);
    unnamed(found, idle);
    Set<Urn> open = Set.copyOf(found.keySet());
    boolean works = leadsToWork(found);
    if (works) {
      provide(found, draft -> draft.is(Role.CONTROL_PLANE));
    } else {
      provide(found, draft -> draft.role().filter(PLATFORM::contains).isPresent());
      provide(found, purpose::servesOthers);
      dropReached(found);
      joinAlike(found);
    }
    List<String> provided =
        found.values().stream()
            .filter(entryPoint -> !open.contains(entryPoint.urn()))
            .map(EntryPoint::name)
            .toList();
    if (!provided.isEmpty()) {
      String why =
          works
              ? "nothing behind the public entry points uses them"
              : open.isEmpty()
                  ? "no public entry point is declared here"
                  : "nothing that is declared here works behind the public entry points";
      notes.add(
          why
              + "; taken as such: what this stack provides to others ("
              + String.join(", ", provided)
              + ")");
    }
    return List.copyOf(found.values());
  }

  /** Whether anything computes or holds data behind any of them, or may do so. */
  private boolean leadsToWork(Map<Urn, EntryPoint> found) {
    return reachability.from(found.values().stream().map(EntryPoint::need).toList()).stream()
        .flatMap(urn -> drafts.find(urn).stream())
        .anyMatch(draft -> draft.isOpen() || draft.role().filter(WORK::contains).isPresent());
  }

  private Map<Urn, EntryPoint> namedOnes(List<DnsNames.Name> names) {
    Map<Urn, EntryPoint> found = new LinkedHashMap<>();
    declared(found);
    names.forEach(name -> named(name, found));
    return found;
  }

  private void declared(Map<Urn, EntryPoint> found) {
    for (Hints.EntryHint hint : hints.declared()) {
      for (Draft draft : drafts.all()) {
        if (hint.match().matches(draft.known().urn(), draft.name())) {
          add(draft, hint.name().orElse(draft.name()), hint.target(), found);
        }
      }
    }
  }

  private void named(DnsNames.Name name, Map<Urn, EntryPoint> found) {
    List<Need> ways = new ArrayList<>();
    for (DnsNames.Way way : name.ways()) {
      Need answer = new Need.On(way.answers().urn(), ENTERED);
      ways.add(
          way.zone()
              .map(zone -> Need.all(List.of(new Need.On(zone.urn(), ENTERED), answer)))
              .orElse(answer));
    }
    Draft first = name.ways().get(0).answers();
    boolean leadsSomewhere =
        name.ways().stream().anyMatch(way -> reachability.leadsToService(way.answers()));
    if (leadsSomewhere && !isExcluded(first)) {
      // Resolvers ask another of a domain's name servers when one does not answer.
      Need need = Need.any(ways, Failover.CLIENT);
      found.putIfAbsent(
          first.urn(), new EntryPoint(first.urn(), name.name(), target(first, name.name()), need));
    }
  }

  private void unnamed(Map<Urn, EntryPoint> found, Set<Urn> idle) {
    Set<Urn> reached = reachability.from(found.values().stream().map(EntryPoint::need).toList());
    for (Draft draft : List.copyOf(drafts.all())) {
      Optional<Entry> entry = draft.known().type().entry();
      if (entry.isPresent()
          && draft.role().isPresent()
          && !reached.contains(draft.urn())
          && !idle.contains(draft.urn())
          && !draft.cold()
          && isPublic(draft, entry.get())
          && !isExcluded(draft)) {
        add(draft, publicName(draft, entry.get()), Optional.empty(), found);
      }
    }
    dropReached(found);
  }

  /** What one entry point needs is not another, unless the two need each other. */
  private void dropReached(Map<Urn, EntryPoint> found) {
    for (EntryPoint entryPoint : List.copyOf(found.values())) {
      if (found.containsKey(entryPoint.urn())) {
        Set<Urn> below = reachability.from(List.of(entryPoint.need()));
        below.remove(entryPoint.urn());
        below.forEach(urn -> found.computeIfPresent(urn, (key, other) -> keptIfNamed(other)));
      }
    }
  }

  /** What is not named is entered by itself. */
  private static @Nullable EntryPoint keptIfNamed(EntryPoint entryPoint) {
    boolean unnamed =
        entryPoint.need() instanceof Need.On on && on.component().equals(entryPoint.urn());
    return unnamed ? null : entryPoint;
  }

  /** What others can build on, whose users are not those of this stack. */
  private void provide(Map<Urn, EntryPoint> found, Predicate<Draft> wanted) {
    Set<Urn> reached = reachability.from(found.values().stream().map(EntryPoint::need).toList());
    for (Draft draft : List.copyOf(drafts.all())) {
      if (wanted.test(draft)
          && !reached.contains(draft.urn())
          && !draft.cold()
          && !isExcluded(draft)) {
        add(draft, draft.name(), Optional.empty(), found);
      }
    }
  }

  /** Machines that are numbered alike do the same work for whoever comes to one of them. */
  private void joinAlike(Map<Urn, EntryPoint> found) {
    Map<String, List<Draft>> alike = new LinkedHashMap<>();
    for (Urn urn : found.keySet()) {
      drafts
          .find(urn)
          .filter(draft -> draft.is(Role.COMPUTE) && Purpose.isMachine(draft))
          .ifPresent(
              draft ->
                  alike.computeIfAbsent(Usage.stem(draft), key -> new ArrayList<>()).add(draft));
    }
    alike.values().stream().filter(machines -> machines.size() > 1).forEach(m -> join(m, found));
  }

  private void join(List<Draft> machines, Map<Urn, EntryPoint> found) {
    Draft first = machines.get(0);
    machines.forEach(machine -> found.remove(machine.urn()));
    String name = String.join(", ", machines.stream().map(Draft::name).toList());
    List<Need> ways = new ArrayList<>();
    machines.forEach(machine -> ways.add(new Need.On(machine.urn(), ENTERED)));
    found.put(
        first.urn(),
        new EntryPoint(first.urn(), name, target(first, name), Need.any(ways, Failover.CLIENT)));
  }

  private boolean isPublic(Draft draft, Entry entry) {
    return reading.holds(draft.known(), entry.when()) != Truth.NO
        && (!entry.open() || (firewalls.isOpen(draft.known()) && hasAddress(draft, entry)));
  }

  /** Whether the world can address it: by its own wish, by an address of its own, or by default. */
  private boolean hasAddress(Draft draft, Entry entry) {
    boolean asked =
        entry.when().stream()
            .anyMatch(
                condition ->
                    reading
                        .text(draft.known(), condition.path())
                        .filter("true"::equals)
                        .isPresent());
    if (asked || !relations.to(Link.Verb.STANDS_FOR, draft.known()).isEmpty()) {
      return true;
    }
    List<Known> subnets =
        places.of(draft.known()).spots().stream().flatMap(spot -> spot.through().stream()).toList();
    return subnets.isEmpty() || subnets.stream().anyMatch(this::givesAddresses);
  }

  private boolean givesAddresses(Known subnet) {
    PropertyPath path = subnet.type().facts().get(ADDRESSES);
    return path == null
        || reading.values(subnet, path).stream()
            .anyMatch(value -> value.opaque() || value.equals(Value.of(true)));
  }

  private String publicName(Draft draft, Entry entry) {
    return entry
        .name()
        .flatMap(path -> reading.text(draft.known(), path))
        .filter(text -> text.length() <= 60)
        .map(text -> draft.name() + " (" + text + ")")
        .orElse(draft.name());
  }

  private void add(Draft draft, String name, Optional<Scope> target, Map<Urn, EntryPoint> found) {
    found.putIfAbsent(
        draft.urn(),
        new EntryPoint(
            draft.urn(),
            name,
            target.orElseGet(() -> target(draft, name)),
            new Need.On(draft.urn(), ENTERED)));
  }

  private Scope target(Draft draft, String name) {
    return hints.targets().stream()
        .filter(hint -> hint.match().matches(draft.known().urn(), name))
        .map(Hints.TargetHint::target)
        .findFirst()
        .orElse(hints.target());
  }

  private boolean isExcluded(Draft draft) {
    return hints.excluded().stream()
        .anyMatch(match -> match.matches(draft.known().urn(), draft.name()));
  }
}
