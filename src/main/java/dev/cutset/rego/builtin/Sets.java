package dev.cutset.rego.builtin;

import dev.cutset.rego.Builtin;
import dev.cutset.rego.RegoSet;
import dev.cutset.rego.RegoValue;
import org.jspecify.annotations.Nullable;

/** Builtins on sets. */
final class Sets {
  private Sets() {}

  static @Nullable Builtin find(String name) {
    return switch (name) {
      case "and" -> (context, x) -> intersection(Operands.set(x, 0), Operands.set(x, 1));
      case "or" -> (context, x) -> union(Operands.set(x, 0), Operands.set(x, 1));
      case "set_diff" -> (context, x) -> difference(Operands.set(x, 0), Operands.set(x, 1));
      case "union" -> (context, x) -> unionOfAll(x);
      case "intersection" -> (context, x) -> intersectionOfAll(x);
      default -> null;
    };
  }

  static RegoSet difference(RegoSet a, RegoSet b) {
    RegoSet.Builder rest = RegoSet.builder();
    for (RegoValue element : a) {
      if (!b.contains(element)) {
        rest.add(element);
      }
    }
    return rest.build();
  }

  private static RegoSet intersection(RegoSet a, RegoSet b) {
    RegoSet.Builder both = RegoSet.builder();
    for (RegoValue element : a) {
      if (b.contains(element)) {
        both.add(element);
      }
    }
    return both.build();
  }

  private static RegoSet union(RegoSet a, RegoSet b) {
    RegoSet.Builder all = RegoSet.builder();
    a.forEach(all::add);
    b.forEach(all::add);
    return all.build();
  }

  private static RegoSet inner(RegoValue[] x, RegoValue element) {
    if (element instanceof RegoSet set) {
      return set;
    }
    throw Operands.wrongElement(x, 0, element, "set");
  }

  private static RegoValue unionOfAll(RegoValue[] x) {
    RegoSet.Builder all = RegoSet.builder();
    for (RegoValue element : Operands.set(x, 0)) {
      inner(x, element).forEach(all::add);
    }
    return all.build();
  }

  private static RegoValue intersectionOfAll(RegoValue[] x) {
    RegoSet common = null;
    for (RegoValue element : Operands.set(x, 0)) {
      RegoSet set = inner(x, element);
      common = common == null ? set : intersection(common, set);
    }
    return common == null ? RegoSet.EMPTY : common;
  }
}
