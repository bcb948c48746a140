package dev.cutset.stack;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A property value as declared: known, not known yet, or secret.
 *
 * <p>How values are compared is written out, as in {@link Urn}.
 */
public sealed interface Value {

  /** An explicit null. */
  record Null() implements Value {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Null;
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }

  /** A truth value. */
  record Bool(boolean value) implements Value {
    private static final Bool TRUE = new Bool(true);
    private static final Bool FALSE = new Bool(false);

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Bool bool && value == bool.value;
    }

    @Override
    public int hashCode() {
      return Boolean.hashCode(value);
    }
  }

  /** A number; the protocol of the engine knows doubles only. */
  record Num(double value) implements Value {
    /** Ports, sizes and counts occur over and over, and are kept once. */
    private static final Num[] SMALL = new Num[1024];

    static {
      for (int i = 0; i < SMALL.length; i++) {
        SMALL[i] = new Num(i);
      }
    }

    private static Num of(double value) {
      int whole = (int) value;
      // Of the two zeros only one is kept.
      return whole > 0 && whole < SMALL.length && whole == value ? SMALL[whole] : new Num(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Num num && Double.compare(value, num.value) == 0;
    }

    @Override
    public int hashCode() {
      return Double.hashCode(value);
    }
  }

  /** A text. */
  record Text(String value) implements Value {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Text text && value.equals(text.value);
    }

    @Override
    public int hashCode() {
      return value.hashCode();
    }
  }

  /** A list, in order. */
  record Items(List<Value> values) implements Value {
    public Items {
      values = List.copyOf(values);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Items items && values.equals(items.values);
    }

    @Override
    public int hashCode() {
      return values.hashCode();
    }
  }

  /** An object, its keys in the order in which they were read. */
  record Fields(Map<String, Value> values) implements Value {
    public Fields {
      values = FewEntries.copyOf(values);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Fields fields && values.equals(fields.values);
    }

    @Override
    public int hashCode() {
      return values.hashCode();
    }
  }

  /**
   * A value that only the cloud knows; it can stand for a text, a number, a whole list or object.
   */
  record Unknown() implements Value {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Unknown;
    }

    @Override
    public int hashCode() {
      return 2;
    }
  }

  /** A value that must not be shown; the reader has dropped its content. */
  record Secret() implements Value {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Secret;
    }

    @Override
    public int hashCode() {
      return 3;
    }
  }

  Value NULL = new Null();
  Value UNKNOWN = new Unknown();
  Value SECRET = new Secret();

  static Value of(String text) {
    return new Text(text);
  }

  static Value of(boolean value) {
    return value ? Bool.TRUE : Bool.FALSE;
  }

  static Value of(double value) {
    return Num.of(value);
  }

  /** Whether the value itself, not something inside it, cannot be read: unknown or secret. */
  default boolean opaque() {
    return this instanceof Unknown || this instanceof Secret;
  }
}
