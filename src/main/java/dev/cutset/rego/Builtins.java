package dev.cutset.rego;

import dev.cutset.rego.builtin.StandardBuiltins;
import org.jspecify.annotations.Nullable;

/** The builtins that a plan may call, by name. */
@FunctionalInterface
public interface Builtins {
  /** The builtin of that name, or null. */
  @Nullable Builtin find(String name);

  /** OPA's builtins, but for those that reach outside the evaluation. */
  static Builtins standard() {
    return StandardBuiltins.ALL;
  }

  /** These and one more, which hides one of the same name. */
  default Builtins with(String name, Builtin builtin) {
    return wanted -> wanted.equals(name) ? builtin : find(wanted);
  }
}
