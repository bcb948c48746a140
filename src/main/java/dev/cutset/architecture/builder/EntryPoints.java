package dev.cutset.architecture.builder;

import dev.cutset.architecture.EntryPoint;
import dev.cutset.architecture.Hints;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.declared.Reading;
import dev.cutset.architecture.declared.Relations;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.architecture.draft.Reachability;
import dev.cutset.catalog.Failover;
import dev.cutset.catalog.Link;
import dev.cutset.catalog.ResourceType.Entry;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Truth;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds where users come in: public names, and what is public without a name. */
final class EntryPoints {
  private static final Set<Role> WORK =
      EnumSet.complementOf(EnumSet.of(Role.DNS, Role.GATEWAY, Role.NETWORK));

  private static final String ADDRESSES = "publicAddresses";

  private final Reading reading;
  private final Relations relations;
  private final Places places;
  private final Firewalls firewalls;
  private final Drafts drafts;
  private final Hints hints;
  private final Reachability reachability;
  private final Purpose purpose;
  private final Provided provided;
  private final WorkerNodes workers;
  private final NumberedMachines numbered;
  private final OpenEnds openEnds;

  EntryPoints(
      Reading reading,
      Relations relations,
      Places places,
      Firewalls firewalls,
      Drafts drafts,
      Hints hints,
      Reachability reachability,
      Purpose purpose,
      WorkerNodes workers,
      OpenEnds openEnds) {
    this.reading = reading;
    this.relations = relations;
    this.places = places;
    this.firewalls = firewalls;
    this.drafts = drafts;
    this.hints = hints;
    this.reachability = reachability;
    this.purpose = purpose;
    this.openEnds = openEnds;
    this.provided = new Provided(purpose, drafts);
    this.workers = workers;
    this.numbered = new NumberedMachines(firewalls, openEnds, drafts);
  }

  /** Those that have a public name, or that people declare. */
  List<EntryPoint> named(List<DnsNames.Name> names) {
    return namedOnes(names).all();
  }

  /**
   * All of them.
   *
   * @param idle what stands by for something else, and so is no way in of its own
   */
  List<EntryPoint> find(List<DnsNames.Name> names, Set<Urn> idle, List<String> notes) {
    Entries found = namedOnes(names);
    unnamed(found, idle);
    dropTools(found);
    Set<Urn> open = found.urns();
    boolean works = leadsToWork(found);
    if (works) {
      provided.clusters(found);
    } else {
      provided.all(found);
    }
    joinWorkers(found);
    numbered.join(found, open);
    List<String> others =
        found.all().stream()
            .filter(entryPoint -> !open.contains(entryPoint.urn()))
            .map(EntryPoint::name)
            .toList();
    if (!others.isEmpty()) {
      String why =
          works
              ? "nothing behind the public entry points uses them"
              : open.isEmpty()
                  ? "no public entry point is declared here"
                  : "nothing that is declared here works behind the public entry points";
      notes.add(
          why
              + "; taken as such: what this stack provides to others ("
              + Unneeded.listed(others)
              + ")");
    }
    return found.all();
  }

  /** What is entered by each of its workers is entered by a cluster. */
  private void joinWorkers(Entries found) {
    workers.clusters(found.plain()).stream()
        .filter(all -> all.size() > 1)
        .forEach(all -> found.join(all, Entries::anyOf));
  }

  private boolean leadsToWork(Entries found) {
    return leadsToWork(found.reached());
  }

  /** Whether anything computes or holds data behind any of them, or may do so. */
  private boolean leadsToWork(Set<Urn> reached) {
    return reached.stream().flatMap(urn -> drafts.find(urn).stream()).anyMatch(EntryPoints::isWork);
  }

  private static boolean isWork(Draft draft) {
    return draft.isOpen() || draft.role().filter(WORK::contains).isPresent();
  }

  private Entries namedOnes(List<DnsNames.Name> names) {
    Entries found = new Entries(hints, drafts, reachability);
    declared(found);
    names.forEach(name -> named(name, found));
    return found;
  }

  private void declared(Entries found) {
    for (Hints.EntryHint hint : hints.declared()) {
      for (Draft draft : drafts.all()) {
        if (hint.match().matches(draft.known().urn(), draft.name())) {
          String name = hint.name().orElse(draft.name());
          found.add(draft, name, hint.target().orElseGet(() -> found.target(draft, name)));
        }
      }
    }
  }

  private void named(DnsNames.Name name, Entries found) {
    List<Need> ways = new ArrayList<>();
    List<Need> doubtful = new ArrayList<>();
    for (DnsNames.Way way : name.ways()) {
      Need answer = new Need.On(way.answers().urn(), Entries.ENTERED);
      (way.doubtful() && name.ways().size() > 1 ? doubtful : ways)
          .add(
              way.zone()
                  .map(zone -> Need.all(List.of(new Need.On(zone.urn(), Entries.ENTERED), answer)))
                  .orElse(answer));
    }
    Draft first = name.ways().get(0).answers();
    boolean leadsSomewhere =
        name.ways().stream().anyMatch(way -> reachability.leadsToService(way.answers()));
    if (leadsSomewhere && !found.isExcluded(first)) {
      // Resolvers ask another of a domain's name servers when one does not answer.
      doubtful.addAll(name.loose());
      found.add(first, name.name(), openEnds.choice(ways, doubtful, Failover.CLIENT));
    }
  }

  private void unnamed(Entries found, Set<Urn> idle) {
    Set<Urn> reached = found.reached();
    for (Draft draft : List.copyOf(drafts.all())) {
      Optional<Entry> entry = draft.known().type().entry();
      if (entry.isPresent()
          && draft.role().isPresent()
          && !reached.contains(draft.urn())
          && !idle.contains(draft.urn())
          && !draft.cold()
          && isPublic(draft, entry.get())
          && !found.isExcluded(draft)) {
        found.add(draft, publicName(draft, entry.get()));
      }
    }
    found.dropReached();
  }

  /** Beside a service of users, the public address of a build server is for those who build. */
  private void dropTools(Entries found) {
    List<Urn> tools = found.plain().stream().map(Draft::urn).filter(this::isForTools).toList();
    if (leadsToWork(found.without(tools))) {
      tools.forEach(found::remove);
    }
  }

  /** A tool, or a balancer with nothing but tools behind it. */
  private boolean isForTools(Urn urn) {
    Set<Urn> seen = new HashSet<>();
    Deque<Urn> ahead = new ArrayDeque<>(List.of(urn));
    boolean tools = false;
    while (!ahead.isEmpty()) {
      Urn next = ahead.pop();
      Draft draft = seen.add(next) ? drafts.find(next).orElse(null) : null;
      if (draft == null) {
        continue;
      }
      if (isWork(draft)) {
        if (!purpose.isToolMachine(draft)) {
          return false;
        }
        tools = true;
      } else {
        draft.allNeeds().stream()
            .flatMap(Purpose::singles)
            .forEach(need -> ahead.push(need.component()));
      }
    }
    return tools;
  }

  private boolean isPublic(Draft draft, Entry entry) {
    Truth told = reading.holds(draft.known(), entry.when());
    boolean asked = entry.certain() ? told == Truth.YES : told != Truth.NO;
    return entry.open()
        ? admitsTheWorld(draft, entry)
            && (asked && !entry.addressed()
                ? hasAddress(draft, entry)
                : hasAddressOfItsOwn(draft.known(), new HashSet<>()))
        : asked;
  }

  /** Who wants no address from its subnet may have one of its own, or its network card has. */
  private boolean hasAddressOfItsOwn(Known known, Set<Known> seen) {
    return seen.add(known)
        && relations.to(Link.Verb.STANDS_FOR, known).stream()
            .filter(relation -> isTold(relation.said()))
            .map(Relations.Relation::subject)
            .filter(subject -> subject.type().role().isEmpty())
            .anyMatch(
                subject -> subject.type().network().isEmpty() || hasAddressOfItsOwn(subject, seen));
  }

  /** Whether it is known that there is an address, and not only that there may be one. */
  private static boolean isTold(Known said) {
    return said.type().links().stream()
        .filter(link -> link.verb() == Link.Verb.STANDS_FOR)
        .map(link -> link.from().map(PropertyPath::property))
        .anyMatch(property -> property.isEmpty() || isTold(said.resource(), property.get()));
  }

  private static boolean isTold(Resource said, String property) {
    return said.property(property).filter(value -> !value.opaque()).isPresent()
        || !said.propertyDependencies().getOrDefault(property, List.of()).isEmpty();
  }

  private boolean admitsTheWorld(Draft draft, Entry entry) {
    return firewalls.isOpen(draft.known())
        || (entry.unguarded() && !firewalls.isGuarded(draft.known()));
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
        .filter(text -> !text.isBlank() && text.length() <= 60)
        .map(text -> draft.name() + " (" + text + ")")
        .orElse(draft.name());
  }
}
