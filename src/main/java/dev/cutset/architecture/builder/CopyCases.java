package dev.cutset.architecture.builder;

import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.declared.Reading;
import dev.cutset.architecture.declared.Relations;
import dev.cutset.architecture.draft.Doubts;
import dev.cutset.catalog.Condition;
import dev.cutset.catalog.Copies;
import dev.cutset.catalog.Link;
import dev.cutset.catalog.Truth;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Chooses which of the cases of a type applies to a resource. */
final class CopyCases {
  /** Which of several cases that may apply serves the stack better. */
  private static final Comparator<Copies> BY_STRENGTH =
      (one, other) -> Integer.compare(strength(one), strength(other));

  private final Reading reading;
  private final Doubts doubts;
  private final Relations relations;

  CopyCases(Reading reading, Doubts doubts, Relations relations) {
    this.reading = reading;
    this.doubts = doubts;
    this.relations = relations;
  }

  Optional<Copies> choose(Known known, List<Copies> cases) {
    List<Copies> candidates = new ArrayList<>();
    for (Copies copies : cases) {
      Truth truth = applies(known, copies);
      if (truth != Truth.NO) {
        candidates.add(copies);
      }
      if (truth == Truth.YES) {
        break;
      }
    }
    if (candidates.size() < 2) {
      return candidates.stream().findFirst();
    }
    candidates.get(0).when().forEach(condition -> noteUnknown(known, condition));
    return doubts.kindest()
        ? candidates.stream().max(BY_STRENGTH)
        : candidates.stream().min(BY_STRENGTH);
  }

  private Truth applies(Known known, Copies copies) {
    if (copies.count() instanceof Copies.Members
        && relations.to(Link.Verb.MEMBER_OF, known).isEmpty()) {
      // A member that does not know yet whose it is may be one of these.
      return relations.hasLooseMembers() ? Truth.MAYBE : Truth.NO;
    }
    return reading.holds(known, copies.when());
  }

  private void noteUnknown(Known known, Condition condition) {
    if (reading.values(known, condition.path()).stream().anyMatch(Value::opaque)) {
      doubts.undecided(known, condition.path());
    }
  }

  /**
   * What it survives first, then how many there are, then whether anybody takes over, without which
   * several are worth no more than one, then how many must be left, then where they are.
   */
  @SuppressWarnings("EnumOrdinal") // scopes stand in the order of their size
  private static int strength(Copies copies) {
    int strength = copies.survives().isPresent() ? 1 + copies.survives().get().ordinal() : 0;
    strength = strength * 2 + (isSingle(copies) ? 0 : 1);
    strength = strength * 2 + (copies.failover().countsAsRedundancy() ? 1 : 0);
    strength = strength * 3 + (copies.needed() == Copies.Needed.ANY ? 2 : 0);
    strength += copies.needed() == Copies.Needed.MAJORITY ? 1 : 0;
    return strength * 2 + (copies.spread() == Copies.Spread.APART ? 1 : 0);
  }

  private static boolean isSingle(Copies copies) {
    return copies.count() instanceof Copies.Fixed fixed && fixed.copies() <= 1;
  }
}
