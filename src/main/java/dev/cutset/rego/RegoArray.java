package dev.cutset.rego;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values in order. */
public final class RegoArray implements RegoValue, Iterable<RegoValue> {
  public static final RegoArray EMPTY = new RegoArray(new RegoValue[0], true);

  private volatile @Nullable Collection<?> source;
  private RegoValue[] elements;
  private int size;
  private int hash;

  /** Whether no evaluation need count it any more as one that it made. */
  private boolean counted;

  private RegoArray(RegoValue[] elements, boolean counted) {
    this.elements = elements;
    this.size = elements.length;
    this.counted = counted;
  }

  public static RegoArray of(RegoValue... elements) {
    return new RegoArray(elements.clone(), false);
  }

  public static RegoArray of(List<? extends RegoValue> elements) {
    return new RegoArray(elements.toArray(new RegoValue[0]), false);
  }

  /** An array whose elements are converted when it is first looked into. */
  static RegoArray lazy(Collection<?> source) {
    RegoArray array = new RegoArray(EMPTY.elements, true);
    array.source = source;
    return array;
  }

  /** An array that the evaluator still appends to, counting what it appends. */
  static RegoArray growing(int capacity) {
    return growing(capacity, true);
  }

  static RegoArray growing(int capacity, boolean counted) {
    RegoArray array = new RegoArray(new RegoValue[capacity], counted);
    array.size = 0;
    return array;
  }

  /** Whether this has yet to be counted; from now on it is. */
  boolean count() {
    boolean fresh = !counted;
    counted = true;
    return fresh;
  }

  void append(RegoValue element) {
    if (size == elements.length) {
      elements = Arrays.copyOf(elements, Math.max(4, size * 2));
    }
    elements[size++] = element;
    hash = 0;
  }

  private RegoValue[] elements() {
    if (source != null) {
      load();
    }
    return elements;
  }

  /** The elements are written before {@code source} is cleared, so whoever sees null sees them. */
  private synchronized void load() {
    Collection<?> pending = source;
    if (pending != null) {
      RegoValue[] loaded = new RegoValue[pending.size()];
      int i = 0;
      for (Object element : pending) {
        loaded[i++] = RegoValue.of(element);
      }
      elements = loaded;
      size = loaded.length;
      source = null;
    }
  }

  public int size() {
    elements();
    return size;
  }

  /** The element at a position from 0 on. */
  public RegoValue at(int position) {
    RegoValue[] all = elements();
    Objects.checkIndex(position, size);
    return all[position];
  }

  /** The element that Rego finds at the key, or null. */
  public @Nullable RegoValue get(RegoValue key) {
    if (key instanceof RegoNumber number && number.isLong()) {
      long position = number.longValue();
      RegoValue[] all = elements();
      return position >= 0 && position < size ? all[(int) position] : null;
    }
    return null;
  }

  /** The elements from one position up to, not including, another. */
  public RegoArray slice(int from, int to) {
    return new RegoArray(Arrays.copyOfRange(elements(), from, to), false);
  }

  @Override
  public Iterator<RegoValue> iterator() {
    RegoValue[] all = elements();
    int length = size;
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < length;
      }

      @Override
      public RegoValue next() {
        if (next >= length) {
          throw new NoSuchElementException();
        }
        return all[next++];
      }
    };
  }

  @Override
  public String typeName() {
    return "array";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (other == this) {
      return true;
    }
    return other instanceof RegoArray that
        && Arrays.equals(elements(), 0, size, that.elements(), 0, that.size);
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      int sum = 3;
      RegoValue[] all = elements();
      for (int i = 0; i < size; i++) {
        sum = sum * 31 + all[i].hashCode();
      }
      hash = sum;
    }
    return hash;
  }

  @Override
  public String toString() {
    return toJson();
  }
}
