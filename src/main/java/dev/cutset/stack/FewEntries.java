package dev.cutset.stack;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A map that is never changed and keeps the order in which it was made, in one array.
 *
 * <p>A large stack is hundreds of thousands of maps of a handful of properties; with entries and
 * tables of their own they would be most of what a check holds in memory.
 */
public final class FewEntries<V> extends AbstractMap<String, V> {
  /** Up to here it is as fast to look at all names as to work out where one would be. */
  private static final int FEW = 12;

  /** Each name, and after it its value. */
  private final Object[] entries;

  private FewEntries(Object[] entries) {
    this.entries = entries;
  }

  /** A copy of a map. */
  public static <V> Map<String, V> copyOf(Map<String, V> map) {
    if (map.isEmpty()) {
      return Map.of();
    }
    if (map instanceof FewEntries) {
      return map;
    }
    if (map.size() > FEW) {
      return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
    Builder<V> copy = new Builder<>();
    for (Map.Entry<String, V> entry : map.entrySet()) {
      copy.put(entry.getKey(), entry.getValue());
    }
    return copy.build();
  }

  /** Such a map while it is made; no other table is made for it meanwhile. */
  public static final class Builder<V> {
    private static final int AT_FIRST = 8;

    private Object[] entries = new Object[AT_FIRST];
    private int end;
    private @Nullable Map<String, V> many;

    /** Puts an entry at the end, or in the place of the one of this name. */
    public void put(String name, V value) {
      if (many != null) {
        many.put(name, value);
        return;
      }
      for (int at = 0; at < end; at += 2) {
        if (entries[at].equals(name)) {
          entries[at + 1] = value;
          return;
        }
      }
      if (end == 2 * FEW) {
        many = new LinkedHashMap<>(new FewEntries<V>(entries));
        many.put(name, value);
        return;
      }
      if (end == entries.length) {
        entries = Arrays.copyOf(entries, Math.min(2 * end, 2 * FEW));
      }
      entries[end] = name;
      entries[end + 1] = value;
      end += 2;
    }

    /** The map; nothing more may be put into it. */
    public Map<String, V> build() {
      if (many != null) {
        return Collections.unmodifiableMap(many);
      }
      return end == 0 ? Map.of() : new FewEntries<>(Arrays.copyOf(entries, end));
    }
  }

  @Override
  public int size() {
    return entries.length / 2;
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

  /** Where a name stands; -1 where it does not. */
  private int indexOf(@Nullable Object key) {
    for (int at = 0; at < entries.length; at += 2) {
      if (entries[at].equals(key)) {
        return at;
      }
    }
    return -1;
  }

  private String name(int at) {
    return (String) entries[at];
  }

  @SuppressWarnings("unchecked") // only values of the map that it was made of are in there
  private V value(int at) {
    return (V) entries[at + 1];
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super V> action) {
    for (int at = 0; at < entries.length; at += 2) {
      action.accept(name(at), value(at));
    }
  }

  @Override
  public Set<Map.Entry<String, V>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return FewEntries.this.size();
      }

      @Override
      public Iterator<Map.Entry<String, V>> iterator() {
        return inOrder();
      }
    };
  }

  private Iterator<Map.Entry<String, V>> inOrder() {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < entries.length;
      }

      @Override
      public Map.Entry<String, V> next() {
        if (next == entries.length) {
          throw new NoSuchElementException();
        }
        next += 2;
        return Map.entry(name(next - 2), value(next - 2));
      }
    };
  }
}
