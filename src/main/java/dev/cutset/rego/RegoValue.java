package dev.cutset.rego;

import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value of Rego: null, a boolean, a number, a string, an array, an object or a set.
 *
 * <p>Values are immutable. {@code equals} and {@code compareTo} are those of OPA: {@code 1} equals
 * {@code 1.0}, strings are ordered by code point, and values of different types are ordered null,
 * boolean, number, string, array, object, set.
 */
public sealed interface RegoValue extends Comparable<RegoValue>
    permits RegoNull, RegoBoolean, RegoNumber, RegoString, RegoArray, RegoObject, RegoSet {

  /** The name of the type as Rego's {@code type_name} tells it. */
  String typeName();

  @Override
  default int compareTo(RegoValue other) {
    return ValueOrder.compare(this, other);
  }

  /** The value as compact JSON; a set is written as an array, in order. */
  default String toJson() {
    return JsonText.of(this);
  }

  /**
   * Reads one JSON value.
   *
   * @throws IllegalArgumentException telling the line and column of a mistake
   */
  static RegoValue parse(String json) {
    return JsonReader.read(json);
  }

  /**
   * Reads one JSON value, UTF-8.
   *
   * @throws IllegalArgumentException telling the line and column of a mistake
   */
  static RegoValue parse(InputStream json) {
    return JsonReader.read(json);
  }

  /**
   * The value of a plain Java object: null, {@link Boolean}, {@link Number}, {@link CharSequence},
   * {@link Map} (its keys converted too), {@link Set}, any other {@link Collection} as an array, or
   * a {@code RegoValue}.
   *
   * <p>Maps and collections other than sets are converted one level at a time, when a policy first
   * looks into them: a large document costs only what is touched. They must not change afterwards.
   */
  static RegoValue of(@Nullable Object value) {
    if (value == null) {
      return RegoNull.NULL;
    } else if (value instanceof RegoValue rego) {
      return rego;
    } else if (value instanceof CharSequence text) {
      return new RegoString(text.toString());
    } else if (value instanceof Boolean truth) {
      return RegoBoolean.of(truth);
    } else if (value instanceof Number number) {
      return RegoNumber.of(number);
    } else if (value instanceof Map<?, ?> map) {
      return RegoObject.lazy(map);
    } else if (value instanceof Set<?> set) {
      RegoSet.Builder elements = RegoSet.builder();
      set.forEach(element -> elements.add(of(element)));
      return elements.counted();
    } else if (value instanceof Collection<?> list) {
      return RegoArray.lazy(list);
    }
    throw new IllegalArgumentException(
        "a `" + value.getClass().getName() + "` cannot be made a Rego value");
  }
}
