package dev.cutset.architecture.builder;

import dev.cutset.stack.Urn;
import java.util.ArrayList;
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
    return resolve(Draft::cold, Draft::dropDormant);
  }

  /**
   * Does without what may be cold: to be asked last, since it is no other architecture for it.
   *
   * @return whether there is any
   */
  boolean resolveDoubts(Doubts doubts) {
    boolean any = drafts.all().stream().anyMatch(Draft::maybeCold) && !doubts.kindest();
    if (any) {
      resolve(draft -> draft.cold() || draft.maybeCold(), Draft::withoutDormant);
    }
    return any;
  }

  private Set<Urn> resolve(
      Predicate<Draft> cold, BiFunction<Draft, Map<Urn, Draft>, Set<Urn>> without) {
    Set<Urn> idle = new LinkedHashSet<>();
    Map<Urn, Draft> dormant = new LinkedHashMap<>();
    for (Draft draft : drafts.all()) {
      if (cold.test(draft)) {
        dormant.put(draft.urn(), draft);
      }
    }
    boolean changed = !dormant.isEmpty();
    while (changed) {
      changed = false;
      List<Draft> all = new ArrayList<>(drafts.all());
      for (Draft draft : all) {
        changed |= idle.addAll(without.apply(draft, dormant));
        if (!dormant.containsKey(draft.urn())) {
          Optional<Draft> root = rootBelow(draft, dormant);
          root.ifPresent(found -> dormant.put(draft.urn(), found));
          changed |= root.isPresent();
        }
      }
    }
    return idle;
  }

  /** The cold thing for which a draft cannot serve. */
  private static Optional<Draft> rootBelow(Draft draft, Map<Urn, Draft> dormant) {
    if (!draft.balanced().isEmpty() && dormant.keySet().containsAll(draft.balanced())) {
      return Optional.ofNullable(dormant.get(draft.balanced().iterator().next()));
    }
    return draft.needs().stream()
        .flatMap(need -> NeedTrees.firstOf(need, dormant.keySet()).stream())
        .findFirst()
        .map(dormant::get);
  }
}
