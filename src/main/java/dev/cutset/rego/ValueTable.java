package dev.cutset.rego;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A small hash table of values, the body of objects and sets.
 *
 * <p>Most tables have a handful of keys, which are found by looking at their hashes one by one;
 * only larger ones have an index. Nothing is ever removed. The sorted view is made when first asked
 * for, and may be asked for by several threads at once.
 */
final class ValueTable {
  private static final int LINEAR = 8;
  private static final RegoValue[] NONE = {};

  /** Keys in order, and beside each its value; a set has no values. */
  record Sorted(RegoValue[] keys, RegoValue[] values) {}

  private final boolean mapping;
  private RegoValue[] keys;
  private RegoValue[] values;
  private int[] hashes;
  private int[] index = {};
  private int size;
  private volatile @Nullable Sorted sorted;

  ValueTable(boolean mapping, int capacity) {
    this.mapping = mapping;
    keys = capacity == 0 ? NONE : new RegoValue[capacity];
    values = capacity == 0 || !mapping ? NONE : new RegoValue[capacity];
    hashes = new int[capacity];
  }

  private ValueTable(ValueTable other) {
    mapping = other.mapping;
    keys = other.keys.clone();
    values = other.values.clone();
    hashes = other.hashes.clone();
    index = other.index.clone();
    size = other.size;
  }

  ValueTable copy() {
    return new ValueTable(this);
  }

  boolean isMapping() {
    return mapping;
  }

  int size() {
    return size;
  }

  RegoValue key(int position) {
    return keys[position];
  }

  RegoValue value(int position) {
    return values[position];
  }

  /** Where the key is, or -1. */
  int find(RegoValue key) {
    return find(key, hash(key));
  }

  private int find(RegoValue key, int hash) {
    if (index.length == 0) {
      for (int i = 0; i < size; i++) {
        if (hashes[i] == hash && keys[i].equals(key)) {
          return i;
        }
      }
      return -1;
    }
    int mask = index.length - 1;
    for (int slot = hash & mask; index[slot] != 0; slot = (slot + 1) & mask) {
      int position = index[slot] - 1;
      if (hashes[position] == hash && keys[position].equals(key)) {
        return position;
      }
    }
    return -1;
  }

  /** The value at the key, or null. */
  @Nullable RegoValue get(RegoValue key) {
    int position = find(key);
    return position < 0 ? null : values[position];
  }

  boolean add(RegoValue key) {
    int hash = hash(key);
    if (find(key, hash) >= 0) {
      return false;
    }
    append(key, hash);
    return true;
  }

  /** Puts the value at the key, replacing one that is there. */
  void put(RegoValue key, RegoValue value) {
    int hash = hash(key);
    int position = find(key, hash);
    if (position < 0) {
      append(key, hash);
      position = size - 1;
    }
    values[position] = value;
    sorted = null;
  }

  private void append(RegoValue key, int hash) {
    if (size == keys.length) {
      int capacity = Math.max(4, size * 2);
      keys = Arrays.copyOf(keys, capacity);
      hashes = Arrays.copyOf(hashes, capacity);
      values = mapping ? Arrays.copyOf(values, capacity) : values;
    }
    keys[size] = key;
    hashes[size] = hash;
    size++;
    sorted = null;
    if (size > LINEAR && size * 2 > index.length) {
      reindex();
    } else if (index.length > 0) {
      enter(size - 1);
    }
  }

  private void reindex() {
    index = new int[Integer.highestOneBit(size) * 4];
    for (int i = 0; i < size; i++) {
      enter(i);
    }
  }

  private void enter(int position) {
    int mask = index.length - 1;
    int slot = hashes[position] & mask;
    while (index[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    index[slot] = position + 1;
  }

  private static int hash(RegoValue key) {
    int hash = key.hashCode();
    return hash ^ hash >>> 16;
  }

  RegoValue[] sortedKeys() {
    return sorted().keys();
  }

  Sorted sorted() {
    Sorted view = sorted;
    if (view == null) {
      view = sort();
      sorted = view;
    }
    return view;
  }

  private Sorted sort() {
    RegoValue[] ordered = Arrays.copyOf(keys, size);
    if (isAscending()) {
      return new Sorted(ordered, mapping ? Arrays.copyOf(values, size) : NONE);
    }
    if (!mapping) {
      Arrays.sort(ordered);
      return new Sorted(ordered, NONE);
    }
    Integer[] positions = new Integer[size];
    Arrays.setAll(positions, i -> i);
    Arrays.sort(positions, Comparator.comparing(position -> keys[position]));
    RegoValue[] beside = new RegoValue[size];
    for (int i = 0; i < size; i++) {
      ordered[i] = keys[positions[i]];
      beside[i] = values[positions[i]];
    }
    return new Sorted(ordered, beside);
  }

  private boolean isAscending() {
    for (int i = 1; i < size; i++) {
      if (keys[i - 1].compareTo(keys[i]) > 0) {
        return false;
      }
    }
    return true;
  }

  boolean sameAs(ValueTable other) {
    if (size != other.size) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      int there = other.find(keys[i], hashes[i]);
      if (there < 0 || mapping && !values[i].equals(other.values[there])) {
        return false;
      }
    }
    return true;
  }

  /** A hash that does not depend on the order in which the keys came. */
  int contentHash() {
    int sum = mapping ? 7 : 13;
    for (int i = 0; i < size; i++) {
      sum += mapping ? hashes[i] * 31 ^ values[i].hashCode() : hashes[i] * 17;
    }
    return sum;
  }
}
