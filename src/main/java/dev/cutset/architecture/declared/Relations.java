package dev.cutset.architecture.declared;

import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.catalog.Failover;
import dev.cutset.catalog.Link;
import dev.cutset.catalog.Place;
import dev.cutset.catalog.ResourceType;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Truth;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What resources say about themselves and each other, by the links of their types. */
public final class Relations {

  /** One relation, with the resource that says so. */
  public record Relation(
      Known subject, Known object, Failover failover, Evidence evidence, Known said) {}

  /** A relation of which the object cannot be told: the property is unknown and left no edge. */
  public record Loose(Known subject, Known said, PropertyPath path, Link.Verb verb) {

    /** Whether it can change what the object is for others, and not only its own subject. */
    public boolean addsToObject() {
      return verb != Link.Verb.NEEDS && verb != Link.Verb.BALANCES;
    }
  }

  /**
   * A relation of which the subject cannot be told.
   *
   * @param objects what it would lead to
   * @param possible what the subject may be, where its type is told
   */
  public record Lost(Known said, PropertyPath path, List<Known> objects, List<Known> possible) {
    public Lost {
      objects = List.copyOf(objects);
      possible = List.copyOf(possible);
    }
  }

  /** Without these a verdict is not to be had; the others add to it. */
  private static final Set<Link.Verb> TELLING =
      EnumSet.of(Link.Verb.NEEDS, Link.Verb.BALANCES, Link.Verb.MEMBER_OF, Link.Verb.RESIZES);

  private final Declared declared;
  private final Reading reading;
  private final References references;
  private final Map<Link.Verb, Map<Urn, List<Relation>>> bySubject = new EnumMap<>(Link.Verb.class);
  private final Map<Link.Verb, Map<Urn, List<Relation>>> byObject = new EnumMap<>(Link.Verb.class);
  private final List<Loose> loose = new ArrayList<>();
  private boolean looseMembers;
  private final List<Known> looseResizers = new ArrayList<>();
  private final Map<Known, PropertyPath> looseBorrowers = new HashMap<>();
  private final Map<Urn, Set<String>> settled = new HashMap<>();
  private final List<Lost> lost = new ArrayList<>();

  public Relations(Declared declared, Reading reading, References references) {
    this.declared = declared;
    this.reading = reading;
    this.references = references;
    // Substitutions come first: every other relation must see through addresses and attachments.
    declared.all().forEach(known -> read(known, true));
    bySubject
        .getOrDefault(Link.Verb.STANDS_FOR, Map.of())
        .values()
        .forEach(list -> list.forEach(r -> references.substitute(r.subject(), r.object())));
    declared.all().forEach(known -> read(known, false));
  }

  public List<Relation> of(Link.Verb verb, Known subject) {
    return bySubject.getOrDefault(verb, Map.of()).getOrDefault(subject.urn(), List.of());
  }

  public List<Relation> to(Link.Verb verb, Known object) {
    return byObject.getOrDefault(verb, Map.of()).getOrDefault(object.urn(), List.of());
  }

  /** One for each property: of one block, several paths may be open, and one of them is meant. */
  public List<Loose> loose() {
    Map<String, Loose> byProperty = new LinkedHashMap<>();
    for (Loose one : loose) {
      if (!settled.getOrDefault(one.said().urn(), Set.of()).contains(one.path().property())) {
        byProperty.putIfAbsent(one.subject().urn() + " " + key(one.said(), one.path()), one);
      }
    }
    return List.copyOf(byProperty.values());
  }

  /** Whether something is a member of what cannot be told. */
  public boolean hasLooseMembers() {
    return looseMembers;
  }

  /** What may decide how many there are, of something that is not known by name. */
  public List<Known> mayResize(Known known) {
    return references.mayBeNamed(known) ? looseResizers : List.of();
  }

  /** The property of which nobody can tell whose texts are its own as well. */
  public Optional<PropertyPath> borrowsUnknown(Known known) {
    return Optional.ofNullable(looseBorrowers.get(known));
  }

  private static String key(Known said, PropertyPath path) {
    return said.urn() + " " + path.property();
  }

  public List<Lost> lost() {
    return lost;
  }

  private void read(Known known, boolean substitutions) {
    for (Link link : known.type().links()) {
      if ((link.verb() == Link.Verb.STANDS_FOR) == substitutions
          && reading.holds(known, link.when()) != Truth.NO) {
        read(known, link);
      }
    }
  }

  private void read(Known known, Link link) {
    List<Known> told = ends(known, link, link.from(), link.to());
    List<Known> possible = told.isEmpty() ? possible(known, link) : List.of();
    List<Known> subjects =
        possible.size() == 1 && !isUnknownAsAWhole(known, link) ? possible : told;
    List<Known> objects = objects(known, link);
    if (!subjects.isEmpty() && !objects.isEmpty()) {
      Evidence evidence = evidence(known, link);
      for (Known subject : subjects) {
        for (Known object : objects) {
          if (!subject.urn().equals(object.urn())) {
            add(link, new Relation(subject, object, link.failover(), evidence, known));
          }
        }
      }
    }
    if (objects.isEmpty() && link.verb() == Link.Verb.RESIZES) {
      looseResizers.add(known);
    }
    if (!objects.isEmpty() && link.to().isPresent()) {
      settle(known, link.to().get());
    }
    if (TELLING.contains(link.verb())
        && objects.isEmpty()
        && link.to().isPresent()
        && isOpen(known, link, link.to().get())) {
      subjects.forEach(
          subject -> loose.add(new Loose(subject, known, link.to().get(), link.verb())));
      looseMembers |= link.verb() == Link.Verb.MEMBER_OF;
    }
    if (link.verb() == Link.Verb.BORROWS
        && objects.isEmpty()
        && link.to().isPresent()
        && isOpen(known, link, link.to().get())) {
      subjects.forEach(subject -> looseBorrowers.putIfAbsent(subject, link.to().get()));
    }
    if (TELLING.contains(link.verb())
        && subjects.isEmpty()
        && link.from().isPresent()
        && (isOpen(known, link, link.from().get()) || !possible.isEmpty())) {
      lost.add(new Lost(known, link.from().get(), objects, possible));
    }
  }

  /** An id that is put together from names leaves no edge to what it is the id of. */
  private List<Known> possible(Known known, Link link) {
    List<Known> possible = new ArrayList<>();
    if (link.only().isPresent()
        && link.from().stream()
            .flatMap(path -> path.in(known.resource()).stream())
            .anyMatch(Value::opaque)) {
      for (Known other : declared.all()) {
        if (other.type().token().equals(link.only().get())) {
          possible.add(other);
        }
      }
    }
    return possible;
  }

  /** Then nobody can tell whether there is such a block in it. */
  private static boolean isUnknownAsAWhole(Known known, Link link) {
    return link.from()
        .flatMap(path -> known.resource().property(path.property()))
        .filter(Value::opaque)
        .isPresent();
  }

  /** What a network card says of traffic to itself it says of the machine that it is in. */
  private List<Known> objects(Known known, Link link) {
    return link.to().isEmpty() && link.verb() == Link.Verb.BALANCES
        ? references.meant(known)
        : ends(known, link, link.to(), link.from());
  }

  /** A target is told with the subnet that it is in, which takes no traffic itself. */
  private static boolean isBesideTarget(Link link, Known known) {
    return link.verb() == Link.Verb.BALANCES
        && known.type().role().isEmpty()
        && known.type().identities().isEmpty()
        && isInside(known);
  }

  /** Another path within the same property need not lead anywhere. */
  private void settle(Known known, PropertyPath path) {
    settled.merge(known.urn(), Set.of(path.property()), Relations::both);
  }

  private static Set<String> both(Set<String> some, Set<String> more) {
    if (some.containsAll(more)) {
      return some;
    }
    Set<String> both = new HashSet<>(some);
    both.addAll(more);
    return both;
  }

  private List<Known> ends(
      Known known, Link link, Optional<PropertyPath> end, Optional<PropertyPath> otherEnd) {
    if (end.isEmpty()) {
      return List.of(known);
    }
    boolean sameProperty =
        otherEnd.isPresent() && otherEnd.get().property().equals(end.get().property());
    List<Known> found =
        references.find(known, end.get(), other -> fits(link, known, other)).resources();
    return sameProperty
        ? found.stream().filter(other -> !other.urn().equals(known.urn())).toList()
        : found;
  }

  /** Edges do not tell which of a property's sources is meant: some can be ruled out. */
  private static boolean fits(Link link, Known said, Known other) {
    return !other.urn().equals(said.urn())
        && !other.type().inert()
        && !isBesideTarget(link, other)
        && switch (link.verb()) {
          case BALANCES, MEMBER_OF, COPY_OF, RESIZES ->
              other.type().role().isPresent()
                  || isAddress(other)
                  || !other.type().links().isEmpty()
                  || other.type().place().isEmpty();
          // An address stands for something; a subnet, which tells a zone, never does.
          case STANDS_FOR ->
              !isMeantBesideIt(link, said, other)
                  && (other.type().role().isPresent()
                      || isAddress(other)
                      || other.type().place().stream().noneMatch(Place.Zone.class::isInstance));
          default -> true;
        };
  }

  /** One block of a network card names its address, its subnet and the gateways before it. */
  private static boolean isMeantBesideIt(Link link, Known said, Known other) {
    Optional<String> block = property(link);
    if (other.type().role().filter(Role.GATEWAY::equals).isPresent()) {
      return said.type().links().stream()
          .filter(beside -> beside.verb() == Link.Verb.BALANCES)
          .anyMatch(beside -> property(beside).equals(block));
    }
    return other.type().role().isEmpty()
        && (isInside(other) || isBare(other))
        && said.type().network().stream()
            .flatMap(network -> network.within().stream())
            .anyMatch(path -> block.equals(Optional.of(path.property())));
  }

  /** Whether it is a part of a network; a card, which has security groups, is in one of those. */
  private static boolean isInside(Known known) {
    return known
        .type()
        .network()
        .filter(network -> !network.within().isEmpty() && network.groups().isEmpty())
        .isPresent();
  }

  /** A network as a whole: what could be reached has an address, or leads somewhere. */
  private static boolean isBare(Known known) {
    ResourceType type = known.type();
    return type.identities().isEmpty() && type.network().isEmpty() && type.links().isEmpty();
  }

  private static Optional<String> property(Link link) {
    return link.from().map(PropertyPath::property);
  }

  /** What has names that are no place: a public address, whatever zones it may be kept in. */
  private static boolean isAddress(Known known) {
    return !known.type().identities().isEmpty()
        && known.type().links().stream().noneMatch(link -> link.verb() == Link.Verb.NEEDS)
        && known.type().network().isEmpty();
  }

  private boolean isOpen(Known known, Link link, PropertyPath path) {
    return references.find(known, path, other -> true).open() || tellsOnlyBeside(known, link, path);
  }

  /** Whether edges lead to what is told beside an unknown target, and not to any target. */
  private boolean tellsOnlyBeside(Known known, Link link, PropertyPath path) {
    List<Known> edges = references.linked(known.resource(), path.property());
    return !edges.isEmpty()
        && edges.stream().allMatch(other -> isBesideTarget(link, other))
        && path.in(known.resource()).stream().anyMatch(Value::opaque);
  }

  private static Evidence evidence(Known said, Link link) {
    PropertyPath path = link.to().or(link::from).orElse(null);
    return Evidence.declared(path == null ? "`" + said.name() + "`" : said.said(path));
  }

  private void add(Link link, Relation relation) {
    put(bySubject, link.verb(), relation.subject().urn(), relation);
    put(byObject, link.verb(), relation.object().urn(), relation);
  }

  private static void put(
      Map<Link.Verb, Map<Urn, List<Relation>>> index, Link.Verb verb, Urn urn, Relation relation) {
    index
        .computeIfAbsent(verb, key -> new HashMap<>())
        .computeIfAbsent(urn, key -> new ArrayList<>())
        .add(relation);
  }
}
