package dev.cutset.rego.builtin;

import dev.cutset.rego.Builtin;
import dev.cutset.rego.RegoBoolean;
import org.jspecify.annotations.Nullable;

/** Builtins that compare two values of any types. */
final class Comparison {
  private Comparison() {}

  static @Nullable Builtin find(String name) {
    return switch (name) {
      case "equal", "eq" -> (context, x) -> RegoBoolean.of(x[0].equals(x[1]));
      case "neq" -> (context, x) -> RegoBoolean.of(!x[0].equals(x[1]));
      case "lt" -> (context, x) -> RegoBoolean.of(x[0].compareTo(x[1]) < 0);
      case "lte" -> (context, x) -> RegoBoolean.of(x[0].compareTo(x[1]) <= 0);
      case "gt" -> (context, x) -> RegoBoolean.of(x[0].compareTo(x[1]) > 0);
      case "gte" -> (context, x) -> RegoBoolean.of(x[0].compareTo(x[1]) >= 0);
      default -> null;
    };
  }
}
