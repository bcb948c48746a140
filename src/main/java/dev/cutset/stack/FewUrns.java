package dev.cutset.stack;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A set that is never changed and keeps the order in which it was made, in one array: nearly every
 * resource of a large stack has such a set of what it waits for.
 */
final class FewUrns extends AbstractSet<Urn> {
  /** Up to here it is as fast to look at all of them as to work out where one would be. */
  private static final int FEW = 12;

  private final Urn[] urns;

  private FewUrns(Set<Urn> set) {
    urns = set.toArray(new Urn[0]);
  }

  /** A copy of a set. */
  static Set<Urn> copyOf(Set<Urn> set) {
    if (set instanceof FewUrns) {
      return set;
    }
    // One or none, as for most, needs no order.
    if (set.size() < 2) {
      return Set.copyOf(set);
    }
    return set.size() <= FEW
        ? new FewUrns(set)
        : Collections.unmodifiableSet(new LinkedHashSet<>(set));
  }

  @Override
  public int size() {
    return urns.length;
  }

  @Override
  public boolean contains(@Nullable Object other) {
    for (Urn urn : urns) {
      if (urn.equals(other)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void forEach(Consumer<? super Urn> action) {
    for (Urn urn : urns) {
      action.accept(urn);
    }
  }

  @Override
  public Iterator<Urn> iterator() {
    return Arrays.asList(urns).iterator();
  }
}
