package dev.cutset.rego.builtin;

import dev.cutset.rego.Builtin;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builtins on arrays. */
final class Arrays {
  private Arrays() {}

  static @Nullable Builtin find(String name) {
    return switch (name) {
      case "array.concat" -> (context, x) -> concat(x);
      case "array.flatten" -> (context, x) -> flatten(Operands.array(x, 0));
      case "array.reverse" -> (context, x) -> reverse(Operands.array(x, 0));
      case "array.slice" -> (context, x) -> slice(x);
      default -> null;
    };
  }

  private static RegoValue concat(RegoValue[] x) {
    List<RegoValue> all = new ArrayList<>();
    Operands.array(x, 0).forEach(all::add);
    Operands.array(x, 1).forEach(all::add);
    return RegoArray.of(all);
  }

  private static RegoValue flatten(RegoArray array) {
    List<RegoValue> all = new ArrayList<>();
    for (RegoValue element : array) {
      if (element instanceof RegoArray inner) {
        inner.forEach(all::add);
      } else {
        all.add(element);
      }
    }
    return RegoArray.of(all);
  }

  private static RegoValue reverse(RegoArray array) {
    List<RegoValue> all = new ArrayList<>();
    array.forEach(all::add);
    Collections.reverse(all);
    return RegoArray.of(all);
  }

  private static RegoValue slice(RegoValue[] x) {
    RegoArray array = Operands.array(x, 0);
    int to = Math.max(0, Math.min(Operands.size(x, 2), array.size()));
    int from = Math.max(0, Math.min(Operands.size(x, 1), to));
    return array.slice(from, to);
  }
}
