package dev.cutset.stack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A property value as declared: known, not known yet, or secret. */
public sealed interface Value {

  /** An explicit null. */
  record Null() implements Value {}

  /** A truth value. */
  record Bool(boolean value) implements Value {}

  /** A number; the protocol of the engine knows doubles only. */
  record Num(double value) implements Value {}

  /** A text. */
  record Text(String value) implements Value {}

  /** A list, in order. */
  record Items(List<Value> values) implements Value {
    public Items {
      values = Collections.unmodifiableList(new ArrayList<>(values));
    }
  }

  /** An object, its keys in the order in which they were read. */
  record Fields(Map<String, Value> values) implements Value {
    public Fields {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  /**
   * A value that only the cloud knows; it can stand for a text, a number, a whole list or object.
   */
  record Unknown() implements Value {}

  /** A value that must not be shown; the reader has dropped its content. */
  record Secret() implements Value {}

  Value NULL = new Null();
  Value UNKNOWN = new Unknown();
  Value SECRET = new Secret();

  static Value of(String text) {
    return new Text(text);
  }

  static Value of(boolean value) {
    return new Bool(value);
  }

  static Value of(double value) {
    return new Num(value);
  }

  /** Whether the value itself, not something inside it, cannot be read: unknown or secret. */
  default boolean opaque() {
    return this instanceof Unknown || this instanceof Secret;
  }
}
