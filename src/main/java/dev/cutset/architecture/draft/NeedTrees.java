package dev.cutset.architecture.draft;

import dev.cutset.architecture.Need;
import dev.cutset.stack.Urn;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Needs with some of their components left out. */
public final class NeedTrees {
  private NeedTrees() {}

  /**
   * The need without what is dormant, wherever there is something better; notes what it dropped.
   */
  static Need awake(Need need, Set<Urn> dormant, Set<Urn> dropped) {
    if (need instanceof Need.All all) {
      return Need.all(all.needs().stream().map(part -> awake(part, dormant, dropped)).toList());
    } else if (need instanceof Need.Any any) {
      List<Need> awake =
          any.needs().stream().filter(part -> firstOf(part, dormant).isEmpty()).toList();
      if (awake.isEmpty() || awake.size() == any.needs().size()) {
        return need;
      }
      any.needs().forEach(part -> firstOf(part, dormant).ifPresent(dropped::add));
      return Need.any(awake, any.failover());
    }
    return need;
  }

  /** The first of these that a need cannot be met without. */
  public static Optional<Urn> firstOf(Need need, Set<Urn> urns) {
    if (need instanceof Need.On on) {
      return Optional.of(on.component()).filter(urns::contains);
    } else if (need instanceof Need.All all) {
      return all.needs().stream().flatMap(part -> firstOf(part, urns).stream()).findFirst();
    } else if (need instanceof Need.Any any
        && any.needs().stream().allMatch(part -> firstOf(part, urns).isPresent())) {
      return firstOf(any.needs().get(0), urns);
    }
    return Optional.empty();
  }

  /** The need without any of these, wherever they stand. */
  static Need without(Need need, Set<Urn> others) {
    if (need instanceof Need.On on) {
      return others.contains(on.component()) ? Need.NOTHING : need;
    } else if (need instanceof Need.All all) {
      return Need.all(all.needs().stream().map(part -> without(part, others)).toList());
    } else if (need instanceof Need.Any any) {
      List<Need> parts =
          any.needs().stream()
              .map(part -> without(part, others))
              .filter(part -> !part.equals(Need.NOTHING))
              .toList();
      return Need.any(parts, any.failover());
    }
    return need;
  }
}
