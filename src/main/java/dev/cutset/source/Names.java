package dev.cutset.source;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names met in one object; most objects have few, and a set for each would cost most time. */
final class Names {
  private static final int FEW = 12;

  /** Nobody writes an object with more; what is kept of the names would fill the memory. */
  private static final int MOST = 200_000;

  private final @Nullable String[] few = new @Nullable String[FEW];
  private int count;
  private @Nullable Set<String> many;

  /** Forgets them all. */
  void clear() {
    count = 0;
    many = null;
  }

  /** Whether there are more than an object of a stack can have. */
  boolean tooMany() {
    return many != null && many.size() > MOST;
  }

  /** Adds a name; false if it was there. */
  boolean add(String name) {
    if (many != null) {
      return many.add(name);
    }
    for (int i = 0; i < count; i++) {
      if (name.equals(few[i])) {
        return false;
      }
    }
    if (count == FEW) {
      many = new HashSet<>(Arrays.asList(few));
      return many.add(name);
    }
    few[count++] = name;
    return true;
  }
}
