package dev.cutset.rego;

import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Different values, iterated in their order. */
public final class RegoSet implements RegoValue, Iterable<RegoValue> {
  public static final RegoSet EMPTY = new RegoSet(new ValueTable(false, 0), false, true);

  private final ValueTable table;
  private final boolean open;
  private int hash;

  /** Whether no evaluation need count it any more as one that it made. */
  private boolean counted;

  private RegoSet(ValueTable table, boolean open, boolean counted) {
    this.counted = counted;
    this.table = table;
    this.open = open;
  }

  /** A set that the evaluator still adds to, counting what it adds. */
  static RegoSet growing() {
    return new RegoSet(new ValueTable(false, 0), true, true);
  }

  /** Whether the evaluator made it and may add to it. */
  boolean isOpen() {
    return open;
  }

  /** Whether this has yet to be counted; from now on it is. */
  boolean count() {
    boolean fresh = !counted;
    counted = true;
    return fresh;
  }

  void add(RegoValue element) {
    table.add(element);
    hash = 0;
  }

  ValueTable table() {
    return table;
  }

  public int size() {
    return table.size();
  }

  public boolean contains(RegoValue element) {
    return table.find(element) >= 0;
  }

  /** The element of the set that equals the key, or null. */
  public @Nullable RegoValue get(RegoValue key) {
    int position = table.find(key);
    return position < 0 ? null : table.key(position);
  }

  @Override
  public Iterator<RegoValue> iterator() {
    return Arrays.asList(table.sortedKeys()).iterator();
  }

  @Override
  public String typeName() {
    return "set";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this || other instanceof RegoSet that && table.sameAs(that.table);
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = table.contentHash();
    }
    return hash;
  }

  @Override
  public String toString() {
    return toJson();
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Collects the elements of a set. */
  public static final class Builder {
    private ValueTable table = new ValueTable(false, 0);

    private Builder() {}

    public Builder add(RegoValue element) {
      table.add(element);
      return this;
    }

    /** The set of what was added; the builder starts again from nothing. */
    public RegoSet build() {
      return build(false);
    }

    /** The set of what was added, which no evaluation need count. */
    RegoSet counted() {
      return build(true);
    }

    private RegoSet build(boolean counted) {
      RegoSet set = new RegoSet(table, false, counted);
      table = new ValueTable(false, 0);
      return set;
    }
  }
}
