package dev.cutset.architecture.builder;

import dev.cutset.architecture.Need;
import dev.cutset.architecture.draft.Doubts;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.architecture.draft.NeedTrees;
import dev.cutset.stack.Urn;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * Finds what cannot serve because something cold is all that it leads to, and takes it out of every
 * choice that has something better.
 *
 * <p>Where there is no choice the cold copy stays: it is what the service hangs by.
 */
final class Dormancy {
  private final Drafts drafts;

  Dormancy(Drafts drafts) {
    this.drafts = drafts;
  }

  /** Returns what stands by now: it serves nobody. */
  Set<Urn> resolve() {
    return resolve(Draft::cold, Draft::needsWithoutSpares, Draft::dropDormant);
  }

  /**
   * Does without what may be cold: to be asked last, since it is no other architecture for it.
   *
   * @return whether there is any
   */
  boolean resolveDoubts(Doubts doubts) {
    boolean any = drafts.all().stream().anyMatch(Draft::maybeCold) && !doubts.kindest();
    if (any) {
      resolve(
          draft -> draft.cold() || draft.maybeCold(),
          (draft, dormant) -> draft.needs(),
          Draft::withoutDormant);
    }
    return any;
  }

  private Set<Urn> resolve(
      Predicate<Draft> cold,
      BiFunction<Draft, Set<Urn>, Collection<Need>> needs,
      BiFunction<Draft, Map<Urn, Draft>, Set<Urn>> without) {
    Map<Urn, Draft> dormant = new LinkedHashMap<>();
    for (Draft draft : drafts.all()) {
      if (cold.test(draft)) {
        dormant.put(draft.urn(), draft);
      }
    }
    Set<Urn> idle = new LinkedHashSet<>();
    if (!dormant.isEmpty()) {
      spread(dormant, needs);
      // Only now is it known which choices have something better.
      for (Draft draft : List.copyOf(drafts.all())) {
        idle.addAll(without.apply(draft, dormant));
      }
    }
    return idle;
  }

  /** Adds whatever leads to nothing but what is dormant. */
  private void spread(
      Map<Urn, Draft> dormant, BiFunction<Draft, Set<Urn>, Collection<Need>> needs) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Draft draft : drafts.all()) {
        if (!dormant.containsKey(draft.urn())) {
          Optional<Draft> root = rootBelow(draft, needs, dormant);
          root.ifPresent(found -> dormant.put(draft.urn(), found));
          changed |= root.isPresent();
        }
      }
    }
  }

  /** The cold thing for which a draft cannot serve. */
  private static Optional<Draft> rootBelow(
      Draft draft, BiFunction<Draft, Set<Urn>, Collection<Need>> needs, Map<Urn, Draft> dormant) {
    if (!draft.balanced().isEmpty() && dormant.keySet().containsAll(draft.balanced())) {
      return Optional.ofNullable(dormant.get(draft.balanced().iterator().next()));
    }
    return needs.apply(draft, dormant.keySet()).stream()
        .flatMap(need -> NeedTrees.firstOf(need, dormant.keySet()).stream())
        .findFirst()
        .map(dormant::get);
  }
}
