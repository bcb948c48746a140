package dev.cutset.stack;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A map that is never changed and keeps the order in which it was made, in two arrays.
 *
 * <p>A large stack is hundreds of thousands of maps of a handful of properties; with entries and
 * tables of their own they would be most of what a check holds in memory.
 */
final class FewEntries<V> extends AbstractMap<String, V> {
  /** Up to here it is as fast to look at all names as to work out where one would be. */
  private static final int FEW = 12;

  private final String[] names;
  private final Object[] values;

  private FewEntries(Map<String, V> map) {
    names = new String[map.size()];
    values = new Object[map.size()];
    int at = 0;
    for (Map.Entry<String, V> entry : map.entrySet()) {
      names[at] = entry.getKey();
      values[at++] = entry.getValue();
    }
  }

  /** A copy of a map. */
  static <V> Map<String, V> copyOf(Map<String, V> map) {
    if (map.isEmpty()) {
      return Map.of();
    }
    if (map instanceof FewEntries) {
      return map;
    }
    return map.size() <= FEW
        ? new FewEntries<>(map)
        : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  @Override
  public int size() {
    return names.length;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return indexOf(key) >= 0;
  }

  @Override
  public @Nullable V get(@Nullable Object key) {
    int at = indexOf(key);
    return at < 0 ? null : value(at);
  }

  private int indexOf(@Nullable Object key) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(key)) {
        return i;
      }
    }
    return -1;
  }

  @SuppressWarnings("unchecked") // only values of the map that it was made of are in there
  private V value(int at) {
    return (V) values[at];
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super V> action) {
    for (int i = 0; i < names.length; i++) {
      action.accept(names[i], value(i));
    }
  }

  @Override
  public Set<Map.Entry<String, V>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return names.length;
      }

      @Override
      public Iterator<Map.Entry<String, V>> iterator() {
        return entries();
      }
    };
  }

  private Iterator<Map.Entry<String, V>> entries() {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < names.length;
      }

      @Override
      public Map.Entry<String, V> next() {
        if (next == names.length) {
          throw new NoSuchElementException();
        }
        return Map.entry(names[next], value(next++));
      }
    };
  }
}
