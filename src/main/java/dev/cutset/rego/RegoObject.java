package dev.cutset.rego;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Values by key, where a key can be any value; iterated in the order of the keys. */
public final class RegoObject implements RegoValue {
  public static final RegoObject EMPTY = builder().counted();

  private volatile @Nullable Map<?, ?> source;
  private ValueTable table;
  private final boolean open;
  private int hash;

  /** Whether no evaluation need count it any more as one that it made. */
  private boolean counted;

  private RegoObject(ValueTable table, boolean open, boolean counted) {
    this.counted = counted;
    this.table = table;
    this.open = open;
  }

  /** An object whose entries are converted when it is first looked into. */
  static RegoObject lazy(Map<?, ?> source) {
    RegoObject object = new RegoObject(EMPTY.table, false, true);
    object.source = source;
    return object;
  }

  /** An object that the evaluator still inserts into, counting what it inserts. */
  static RegoObject growing() {
    return new RegoObject(new ValueTable(true, 0), true, true);
  }

  /** Whether the evaluator made it and may insert into it. */
  boolean isOpen() {
    return open;
  }

  /** Whether this has yet to be counted; from now on it is. */
  boolean count() {
    boolean fresh = !counted;
    counted = true;
    return fresh;
  }

  void put(RegoValue key, RegoValue value) {
    table.put(key, value);
    hash = 0;
  }

  ValueTable table() {
    if (source != null) {
      load();
    }
    return table;
  }

  /** The table is written before {@code source} is cleared, so whoever sees null sees it. */
  private synchronized void load() {
    Map<?, ?> pending = source;
    if (pending != null) {
      ValueTable loaded = new ValueTable(true, pending.size());
      pending.forEach((key, value) -> loaded.put(RegoValue.of(key), RegoValue.of(value)));
      table = loaded;
      source = null;
    }
  }

  public int size() {
    return table().size();
  }

  /** The value at the key, or null. */
  public @Nullable RegoValue get(RegoValue key) {
    return table().get(key);
  }

  /** The value at the key, or null. */
  public @Nullable RegoValue get(String key) {
    return table().get(new RegoString(key));
  }

  /** The keys, in order. */
  public List<RegoValue> keys() {
    return List.of(table().sortedKeys());
  }

  /** Visits the entries in the order of their keys. */
  public void forEach(BiConsumer<RegoValue, RegoValue> visitor) {
    ValueTable.Sorted sorted = table().sorted();
    for (int i = 0; i < sorted.keys().length; i++) {
      visitor.accept(sorted.keys()[i], sorted.values()[i]);
    }
  }

  /**
   * Visits the fields that JSON has for the entries, in their order. The name of a field whose key
   * is no string is the JSON of the key; of two keys with one name, the later one counts.
   */
  public void forEachField(BiConsumer<String, RegoValue> visitor) {
    ValueTable.Sorted sorted = table().sorted();
    if (areStrings(sorted.keys())) {
      for (int i = 0; i < sorted.keys().length; i++) {
        visitor.accept(((RegoString) sorted.keys()[i]).value(), sorted.values()[i]);
      }
      return;
    }
    TreeMap<RegoString, RegoValue> fields = new TreeMap<>();
    for (int i = 0; i < sorted.keys().length; i++) {
      RegoValue key = sorted.keys()[i];
      fields.put(
          key instanceof RegoString text ? text : new RegoString(JsonText.ofKey(key)),
          sorted.values()[i]);
    }
    fields.forEach((name, value) -> visitor.accept(name.value(), value));
  }

  private static boolean areStrings(RegoValue[] sortedKeys) {
    // Arrays, objects and sets come after the strings, all else before them.
    return sortedKeys.length == 0
        || sortedKeys[0] instanceof RegoString
            && sortedKeys[sortedKeys.length - 1] instanceof RegoString;
  }

  /** A builder that starts from the entries of this object. */
  public Builder toBuilder() {
    return new Builder(table().copy());
  }

  @Override
  public String typeName() {
    return "object";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this || other instanceof RegoObject that && table().sameAs(that.table());
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = table().contentHash();
    }
    return hash;
  }

  @Override
  public String toString() {
    return toJson();
  }

  public static Builder builder() {
    return new Builder(new ValueTable(true, 0));
  }

  /** Collects the entries of an object. */
  public static final class Builder {
    private ValueTable table;

    private Builder(ValueTable table) {
      this.table = table;
    }

    /** Puts the value at the key, replacing one that is there. */
    public Builder put(RegoValue key, RegoValue value) {
      table.put(key, value);
      return this;
    }

    /** Puts the value at the key, replacing one that is there. */
    public Builder put(String key, RegoValue value) {
      return put(new RegoString(key), value);
    }

    public @Nullable RegoValue get(RegoValue key) {
      return table.get(key);
    }

    /** The object of what was put; the builder starts again from nothing. */
    public RegoObject build() {
      return build(false);
    }

    /** The object of what was put, which no evaluation need count. */
    RegoObject counted() {
      return build(true);
    }

    int size() {
      return table.size();
    }

    private RegoObject build(boolean counted) {
      RegoObject object = new RegoObject(table, false, counted);
      table = new ValueTable(true, 0);
      return object;
    }
  }
}
