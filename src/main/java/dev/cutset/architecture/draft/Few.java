package dev.cutset.architecture.draft;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Sets and maps that most drafts leave empty, in the order in which they were filled: a large stack
 * has very many drafts, so that one is made when there is a first element.
 */
final class Few {
  /** As many as most have that have any. */
  private static final int CAPACITY = 2;

  private Few() {}

  /** The set with one more, which is the same set once it has any. */
  static <T> Set<T> with(Set<T> set, T more) {
    Set<T> open = set.isEmpty() ? new LinkedHashSet<>(CAPACITY) : set;
    open.add(more);
    return open;
  }

  /** The map with one more unless it has that key, which is the same map once it has any. */
  static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
    Map<K, V> open = map.isEmpty() ? new LinkedHashMap<>(CAPACITY) : map;
    open.putIfAbsent(key, value);
    return open;
  }
}
