package dev.cutset.rego;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A text. */
public final class RegoString implements RegoValue {
  public static final RegoString EMPTY = new RegoString("");

  private final String value;

  public RegoString(String value) {
    this.value = Objects.requireNonNull(value);
  }

  public String value() {
    return value;
  }

  @Override
  public String typeName() {
    return "string";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this || other instanceof RegoString that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return toJson();
  }
}
