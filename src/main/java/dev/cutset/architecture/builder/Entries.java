package dev.cutset.architecture.builder;

import dev.cutset.architecture.EntryPoint;
import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.Hints;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.architecture.draft.Reachability;
import dev.cutset.catalog.Failover;
import dev.cutset.catalog.Scope;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The entry points that were found so far, one for each component that users come in by. */
final class Entries {
  static final Evidence ENTERED = Evidence.declared("users come in here");

  private final Hints hints;
  private final Drafts drafts;
  private final Reachability reachability;
  private final Map<Urn, EntryPoint> found = new LinkedHashMap<>();
  private @Nullable Set<Urn> reached;

  Entries(Hints hints, Drafts drafts, Reachability reachability) {
    this.hints = hints;
    this.drafts = drafts;
    this.reachability = reachability;
  }

  List<EntryPoint> all() {
    return List.copyOf(found.values());
  }

  Set<Urn> urns() {
    return Set.copyOf(found.keySet());
  }

  /** What any of them needs, worked out anew only where they have changed. */
  Set<Urn> reached() {
    Set<Urn> known = reached;
    if (known == null) {
      known = reachability.from(found.values().stream().map(EntryPoint::need).toList());
      reached = known;
    }
    return known;
  }

  /** What is needed by all of them but these. */
  Set<Urn> without(List<Urn> some) {
    return reachability.from(
        found.values().stream()
            .filter(entry -> !some.contains(entry.urn()))
            .map(EntryPoint::need)
            .toList());
  }

  /** A component that is entered by itself, under its own name. */
  void add(Draft draft) {
    add(draft, draft.name(), target(draft, draft.name()));
  }

  void add(Draft draft, String name) {
    add(draft, name, target(draft, name));
  }

  void add(Draft draft, String name, Scope target) {
    add(draft, name, target, new Need.On(draft.urn(), ENTERED));
  }

  /** A component that stands for ways in. */
  void add(Draft draft, String name, Need ways) {
    add(draft, name, target(draft, name), ways);
  }

  private void add(Draft draft, String name, Scope target, Need need) {
    if (found.putIfAbsent(draft.urn(), new EntryPoint(draft.urn(), name, target, need)) == null) {
      reached = null;
    }
  }

  /** Those that are entered by themselves, and that the configuration does not name. */
  List<Draft> plain() {
    List<Draft> plain = new ArrayList<>();
    for (Urn urn : unnamed()) {
      if (!isDeclared(urn)) {
        drafts.find(urn).ifPresent(plain::add);
      }
    }
    return plain;
  }

  /** Several of them are one, because they do the same work. */
  void join(List<Draft> alike, Function<List<Need>, Need> choice) {
    alike.forEach(draft -> remove(draft.urn()));
    List<Need> ways = new ArrayList<>();
    alike.forEach(draft -> ways.add(new Need.On(draft.urn(), ENTERED)));
    add(alike.get(0), nameOf(alike), choice.apply(ways));
  }

  /** Both names, or how many they are. */
  private static String nameOf(List<Draft> alike) {
    String first = alike.get(0).name();
    return alike.size() == 2
        ? first + ", " + alike.get(1).name()
        : first + " and " + (alike.size() - 1) + " alike";
  }

  /** Whoever uses them turns to the next when one fails. */
  static Need anyOf(List<Need> ways) {
    return Need.any(ways, Failover.CLIENT);
  }

  /** What one entry point needs is not another, unless the two need each other. */
  void dropReached() {
    if (unnamed().isEmpty()) {
      return;
    }
    List<Need> named =
        found.values().stream()
            .filter(entry -> !isUnnamed(entry.urn()))
            .map(EntryPoint::need)
            .toList();
    dropUnnamed(reachability.from(named));
    Set<Urn> reached = reachability.below(unnamed());
    dropUnnamed(reachability.below(unnamed().stream().filter(u -> !reached.contains(u)).toList()));
    // Only what needs each other in a circle, or is needed by a circle, is left to look at.
    for (Urn urn : unnamed()) {
      if (reached.contains(urn) && found.containsKey(urn)) {
        Set<Urn> below = reachability.from(List.of(new Need.On(urn, ENTERED)));
        below.remove(urn);
        dropUnnamed(below);
      }
    }
  }

  private List<Urn> unnamed() {
    return found.keySet().stream().filter(this::isUnnamed).toList();
  }

  private void dropUnnamed(Set<Urn> needed) {
    unnamed().stream().filter(needed::contains).forEach(this::remove);
  }

  void remove(Urn urn) {
    found.remove(urn);
    reached = null;
  }

  /** What is not named is entered by itself. */
  private boolean isUnnamed(Urn urn) {
    return Optional.ofNullable(found.get(urn))
        .map(EntryPoint::need)
        .filter(need -> need instanceof Need.On on && on.component().equals(urn))
        .isPresent();
  }

  private boolean isDeclared(Urn urn) {
    return hints.declared().stream().anyMatch(hint -> declares(hint, urn));
  }

  private boolean declares(Hints.EntryHint hint, Urn urn) {
    return drafts.find(urn).filter(draft -> hint.match().matches(urn, draft.name())).isPresent();
  }

  boolean isExcluded(Draft draft) {
    return hints.excluded().stream()
        .anyMatch(match -> match.matches(draft.known().urn(), draft.name()));
  }

  Scope target(Draft draft, String name) {
    return hints.targets().stream()
        .filter(hint -> hint.match().matches(draft.known().urn(), name))
        .map(Hints.TargetHint::target)
        .findFirst()
        .orElse(hints.target());
  }
}
