package dev.cutset.architecture.draft;

import dev.cutset.architecture.Need;
import dev.cutset.catalog.Failover;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a draft needs as a whole: all of its own needs, and any one of those that it sends traffic
 * to.
 */
final class DraftNeeds {
  private Set<Need> own = Set.of();
  private Map<Urn, Need> balanced = Map.of();

  Set<Need> own() {
    return own;
  }

  Set<Urn> balanced() {
    return balanced.keySet();
  }

  void add(Need need) {
    if (!need.equals(Need.NOTHING)) {
      own = Few.with(own, need);
    }
  }

  private void keep(List<Need> kept) {
    own = Set.of();
    kept.forEach(this::add);
  }

  void balance(Urn target, Need need) {
    balanced = Few.with(balanced, target, need);
  }

  Optional<Need> takeBalanced(Urn target) {
    return balanced.containsKey(target)
        ? Optional.ofNullable(balanced.remove(target))
        : Optional.empty();
  }

  /** Drops every need for these, wherever it stands alone or among others. */
  void forget(Set<Urn> others) {
    keep(own.stream().map(need -> NeedTrees.without(need, others)).toList());
    if (!balanced.isEmpty()) {
      balanced.keySet().removeAll(others);
    }
  }

  /** Of those that one property tells of, the one not in use is no loss, as between deployments. */
  void dropSpares(Set<Urn> dormant) {
    keep(withoutSpares(dormant));
  }

  List<Need> withoutSpares(Set<Urn> dormant) {
    return own.stream().filter(need -> !isSpare(need, dormant)).toList();
  }

  private boolean isSpare(Need need, Set<Urn> dormant) {
    return need instanceof Need.On on
        && dormant.contains(on.component())
        && own.stream()
            .anyMatch(
                other ->
                    other instanceof Need.On awake
                        && awake.evidence().equals(on.evidence())
                        && !dormant.contains(awake.component()));
  }

  /**
   * Drops what cannot serve from the choices that have others.
   *
   * @return what was dropped
   */
  Set<Urn> dropDormant(Set<Urn> dormant) {
    Set<Urn> dropped = new LinkedHashSet<>();
    keep(own.stream().map(need -> NeedTrees.awake(need, dormant, dropped)).toList());
    if (!balanced.isEmpty() && !dormant.containsAll(balanced.keySet())) {
      balanced.keySet().stream().filter(dormant::contains).forEach(dropped::add);
      balanced.keySet().removeAll(dropped);
    }
    return dropped;
  }

  void forEach(Consumer<Need> taker) {
    own.forEach(taker);
    balanced.values().forEach(taker);
  }

  /** All of them as one. */
  Need joined() {
    List<Need> all = new ArrayList<>(own);
    all.add(Need.any(List.copyOf(balanced.values()), Failover.AUTOMATIC));
    return Need.all(all);
  }
}
