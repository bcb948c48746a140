package dev.cutset.architecture.builder;

import dev.cutset.architecture.Need;
import dev.cutset.architecture.declared.Declared;
import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.declared.Reading;
import dev.cutset.architecture.declared.References;
import dev.cutset.architecture.declared.Relations;
import dev.cutset.architecture.draft.Doubts;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.catalog.Failover;
import dev.cutset.catalog.Link;
import dev.cutset.catalog.ResourceType.Origins;
import dev.cutset.catalog.Role;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells of what fetches from several origins which of them stand in for one another: those of a
 * group do, while each of the others has something that nobody else has.
 *
 * <p>What is known as an alternative of all others is sorted anew here, so this comes after the
 * declared links.
 */
final class OriginGroups {
  private static final PropertyPath ID = PropertyPath.of("id");

  private final Declared declared;
  private final References references;
  private final Relations relations;
  private final Doubts doubts;
  private final OpenEnds openEnds;
  private final Drafts drafts;

  OriginGroups(
      Declared declared,
      References references,
      Relations relations,
      Doubts doubts,
      OpenEnds openEnds,
      Drafts drafts) {
    this.declared = declared;
    this.references = references;
    this.relations = relations;
    this.doubts = doubts;
    this.openEnds = openEnds;
    this.drafts = drafts;
  }

  /** The targets of one origin; with those outside of the stack nothing is known to fail. */
  private record Origin(Set<Urn> targets, boolean outside) {}

  /** Origins and targets that belong together, of which nobody knows which to which. */
  private record Pool(Set<String> ids, Set<Urn> targets) {}

  void connect() {
    for (Known known : declared.all()) {
      known.type().origins().ifPresent(origins -> connect(known, origins));
    }
  }

  private void connect(Known known, Origins origins) {
    Draft draft = drafts.of(known);
    if (draft.balanced().size() < 2) {
      return;
    }
    boolean hidden = isHidden(known, origins);
    List<Set<String>> choices = choices(known, origins);
    Optional<Map<String, Origin>> told =
        hidden ? Optional.empty() : origins(draft, origins, choices);
    if (told.isPresent()) {
      if (told.get().values().stream().anyMatch(Origin::outside) && namesAreHidden()) {
        openEnds.hold(draft, known, origins.list());
      }
      sort(draft, told.get(), choices);
    } else if (hidden || !anyWillDo(known, origins, choices)) {
      // Which origin is which cannot be told: at best they all stand in for one another.
      doubts.undecided(known, origins.list());
      if (!doubts.kindest()) {
        List.copyOf(draft.balanced())
            .forEach(target -> draft.takeBalanced(target).ifPresent(draft::need));
      }
    }
  }

  /**
   * Whether blocks are not known that hold addresses: one that seems to be outside may be there.
   */
  private boolean namesAreHidden() {
    return declared.all().stream()
        .anyMatch(
            known ->
                known.type().identities().stream()
                    .filter(path -> path.steps().size() > 1)
                    .anyMatch(
                        path ->
                            known
                                .resource()
                                .property(path.property())
                                .filter(Value::opaque)
                                .isPresent()));
  }

  /** The first choice stays what it sends traffic to; it needs one of each of the others, too. */
  private static void sort(Draft draft, Map<String, Origin> told, List<Set<String>> choices) {
    Map<Urn, Need> wanted = new LinkedHashMap<>();
    List.copyOf(draft.balanced())
        .forEach(target -> draft.takeBalanced(target).ifPresent(n -> wanted.put(target, n)));
    boolean first = true;
    for (Set<String> choice : choices) {
      List<Origin> origins =
          choice.stream().filter(told::containsKey).map(id -> told.get(id)).toList();
      if (origins.isEmpty() || origins.stream().anyMatch(Origin::outside)) {
        continue;
      }
      Map<Urn, Need> ways = new LinkedHashMap<>();
      origins.forEach(origin -> origin.targets().forEach(t -> ways.put(t, wanted.get(t))));
      if (first) {
        ways.forEach(draft::balance);
        first = false;
      } else {
        draft.need(Need.any(List.copyOf(ways.values()), Failover.AUTOMATIC));
      }
    }
    // What it sends to beside its origins it goes on sending to.
    told.values().forEach(origin -> wanted.keySet().removeAll(origin.targets()));
    wanted.forEach(draft::balance);
  }

  /** The origins by what they are called; empty when one of them cannot be told. */
  private Optional<Map<String, Origin>> origins(
      Draft draft, Origins origins, List<Set<String>> choices) {
    Map<String, Origin> told = new LinkedHashMap<>();
    List<String> unknown = new ArrayList<>();
    Set<Urn> rest = new LinkedHashSet<>(draft.balanced());
    for (Value one : items(draft.known(), origins.list())) {
      String id = text(one, origins.id()).orElseThrow();
      Set<Urn> targets = new LinkedHashSet<>();
      boolean open = false;
      boolean listed = false;
      for (PropertyPath at : origins.at()) {
        List<Value> values = at.within(one);
        open |= values.stream().anyMatch(Value::opaque);
        listed |= !values.isEmpty();
        targets.addAll(targets(draft, PropertyPath.of(origins.list() + "." + at), values));
      }
      if (!listed) {
        targets.addAll(joined(draft, one));
      }
      if (open || (!listed && targets.isEmpty())) {
        unknown.add(id);
      } else {
        told.put(id, new Origin(targets, targets.isEmpty()));
        rest.removeAll(targets); // the same server may stand behind two origins, but seldom does
      }
    }
    for (Pool pool : pools(draft, origins, unknown, rest)) {
      // What is left belongs to the one that is left, or to members of one group, whichever they
      // are.
      if (pool.ids().size() > 1 && choices.stream().noneMatch(c -> c.containsAll(pool.ids()))) {
        return Optional.empty();
      }
      pool.ids().forEach(id -> told.put(id, new Origin(pool.targets(), pool.targets().isEmpty())));
    }
    return Optional.of(told);
  }

  /** What is not known of which origin is stored objects where origins say so, or else not. */
  private List<Pool> pools(Draft draft, Origins origins, List<String> unknown, Set<Urn> rest) {
    Set<String> served = new LinkedHashSet<>();
    for (Value one : items(draft.known(), origins.list())) {
      if (origins.custom().filter(custom -> custom.within(one).isEmpty()).isEmpty()) {
        text(one, origins.id()).ifPresent(served::add);
      }
    }
    Pool stored = new Pool(new LinkedHashSet<>(), new LinkedHashSet<>());
    Pool other = new Pool(new LinkedHashSet<>(), new LinkedHashSet<>());
    unknown.forEach(id -> (served.contains(id) ? other : stored).ids().add(id));
    rest.forEach(target -> (isStored(target) ? stored : other).targets().add(target));
    List<Pool> pools = List.of(stored, other);
    boolean fits =
        pools.stream().allMatch(pool -> pool.ids().isEmpty() == pool.targets().isEmpty());
    return fits
        ? pools.stream().filter(pool -> !pool.ids().isEmpty()).toList()
        : List.of(new Pool(new LinkedHashSet<>(unknown), rest));
  }

  /** Those that say themselves that they belong to an origin without a list of its own. */
  private Set<Urn> joined(Draft draft, Value one) {
    Optional<String> id = text(one, ID);
    Set<Urn> joined = new LinkedHashSet<>();
    for (Relations.Relation relation : relations.of(Link.Verb.BALANCES, draft.known())) {
      if (id.filter(name -> says(relation.said(), name)).isPresent()) {
        joined.add(drafts.represented(relation.object().urn()));
      }
    }
    joined.retainAll(draft.balanced());
    return joined;
  }

  private static boolean says(Known said, String id) {
    return said.type().links().stream()
        .filter(link -> link.verb() == Link.Verb.BALANCES)
        .flatMap(link -> link.from().stream())
        .flatMap(path -> path.in(said.resource()).stream())
        .anyMatch(value -> Reading.asText(value).filter(id::equalsIgnoreCase).isPresent());
  }

  private boolean isStored(Urn target) {
    return drafts.find(target).filter(draft -> draft.is(Role.STORAGE)).isPresent();
  }

  private Set<Urn> targets(Draft draft, PropertyPath path, List<Value> values) {
    List<Value> known = values.stream().filter(value -> !value.opaque()).toList();
    Set<Urn> targets = new LinkedHashSet<>();
    for (Value value : known) {
      if (value instanceof Value.Text text) {
        references.named(text.value()).stream()
            .flatMap(named -> references.meant(named).stream())
            .forEach(meant -> targets.add(drafts.represented(meant.urn())));
      } else {
        references
            .find(draft.known().resource(), path, List.of(value), other -> true)
            .resources()
            .forEach(other -> targets.add(drafts.represented(other.urn())));
      }
    }
    targets.retainAll(draft.balanced());
    return targets;
  }

  /** Whether all that is asked for is one group of all the origins there are. */
  private static boolean anyWillDo(Known known, Origins origins, List<Set<String>> choices) {
    return choices.isEmpty()
        || (choices.size() == 1
            && items(known, origins.list()).stream()
                .flatMap(one -> text(one, origins.id()).stream())
                .allMatch(choices.get(0)::contains));
  }

  /** What is asked for, each as the origins that can answer; all when it is not known what is. */
  private static List<Set<String>> choices(Known known, Origins origins) {
    Map<String, Set<String>> all = new LinkedHashMap<>();
    for (Value one : items(known, origins.list())) {
      text(one, origins.id()).ifPresent(id -> all.put(id, Set.of(id)));
    }
    Map<String, Set<String>> groups = new LinkedHashMap<>();
    origins
        .groups()
        .ifPresent(
            told -> {
              for (Value group : items(known, told.list())) {
                Set<String> members = new LinkedHashSet<>();
                for (Value member : told.members().within(group)) {
                  Reading.asText(member).ifPresent(members::add);
                }
                text(group, told.id()).ifPresent(id -> groups.put(id, members));
              }
            });
    Set<String> used = new LinkedHashSet<>();
    boolean open = false;
    for (PropertyPath path : origins.used()) {
      for (Value value : path.in(known.resource())) {
        open |= value.opaque();
        Reading.asText(value).ifPresent(used::add);
      }
    }
    if (open || used.isEmpty()) {
      Set<String> grouped = new LinkedHashSet<>();
      groups.values().forEach(grouped::addAll);
      used.addAll(groups.keySet());
      all.keySet().stream().filter(id -> !grouped.contains(id)).forEach(used::add);
    }
    all.putAll(groups);
    return used.stream().filter(all::containsKey).map(id -> all.get(id)).distinct().toList();
  }

  /** Whether some origins or members cannot be told apart at all, or a group may go unused. */
  private static boolean isHidden(Known known, Origins origins) {
    return items(known, origins.list()).stream()
            .anyMatch(one -> one.opaque() || text(one, origins.id()).isEmpty())
        || mayGoUnused(known, origins)
        || origins.groups().stream()
            .anyMatch(
                told ->
                    items(known, told.list()).stream()
                        .anyMatch(
                            group ->
                                group.opaque()
                                    || told.members().within(group).stream()
                                        .anyMatch(Value::opaque)));
  }

  private static boolean mayGoUnused(Known known, Origins origins) {
    return origins.groups().filter(told -> !items(known, told.list()).isEmpty()).isPresent()
        && origins.used().stream()
            .anyMatch(path -> path.in(known.resource()).stream().anyMatch(Value::opaque));
  }

  private static List<Value> items(Known known, PropertyPath path) {
    return path.in(known.resource()).stream()
        .flatMap(v -> v instanceof Value.Items items ? items.values().stream() : Stream.of(v))
        .toList();
  }

  private static Optional<String> text(Value one, PropertyPath path) {
    return path.within(one).stream().flatMap(v -> Reading.asText(v).stream()).findFirst();
  }
}
