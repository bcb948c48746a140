package dev.cutset.rego.builtin;

import dev.cutset.rego.Builtin;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoBoolean;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoSet;
import dev.cutset.rego.RegoValue;
import org.jspecify.annotations.Nullable;

/** Builtins on objects. */
final class Objects {
  private Objects() {}

  static @Nullable Builtin find(String name) {
    return switch (name) {
      case "object.get" -> (context, x) -> get(x);
      case "object.keys" -> (context, x) -> keys(Operands.object(x, 0));
      case "object.remove" -> (context, x) -> select(x, false);
      case "object.filter" -> (context, x) -> select(x, true);
      case "object.union" -> (context, x) -> union(Operands.object(x, 0), Operands.object(x, 1));
      case "object.union_n" -> (context, x) -> unionOfAll(x);
      case "object.subset" -> (context, x) -> RegoBoolean.of(Subset.test(x));
      default -> null;
    };
  }

  private static RegoValue get(RegoValue[] x) {
    RegoObject object = Operands.object(x, 0);
    if (!(x[1] instanceof RegoArray path)) {
      RegoValue found = object.get(x[1]);
      return found == null ? x[2] : found;
    }
    RegoValue current = object;
    for (RegoValue key : path) {
      current = child(current, key);
      if (current == null) {
        return x[2];
      }
    }
    return current;
  }

  /** What stands at a key of any collection, or null. */
  static @Nullable RegoValue child(RegoValue collection, RegoValue key) {
    if (collection instanceof RegoObject object) {
      return object.get(key);
    } else if (collection instanceof RegoArray array) {
      return array.get(key);
    }
    return collection instanceof RegoSet set ? set.get(key) : null;
  }

  private static RegoSet keys(RegoObject object) {
    RegoSet.Builder keys = RegoSet.builder();
    object.keys().forEach(keys::add);
    return keys.build();
  }

  private static RegoValue select(RegoValue[] x, boolean named) {
    RegoObject object = Operands.object(x, 0);
    RegoSet keys;
    if (x[1] instanceof RegoObject other) {
      keys = keys(other);
    } else {
      RegoSet.Builder all = RegoSet.builder();
      Operands.elements(x, 1, "object", "set", "array").forEach(all::add);
      keys = all.build();
    }
    RegoObject.Builder selected = RegoObject.builder();
    object.forEach(
        (key, value) -> {
          if (keys.contains(key) == named) {
            selected.put(key, value);
          }
        });
    return selected.build();
  }

  /** The entries of both, those of the second first; objects under one key are joined as well. */
  static RegoObject union(RegoObject a, RegoObject b) {
    RegoObject.Builder all = a.toBuilder();
    b.forEach(
        (key, value) ->
            all.put(
                key,
                value instanceof RegoObject over && a.get(key) instanceof RegoObject base
                    ? union(base, over)
                    : value));
    return all.build();
  }

  private static RegoValue unionOfAll(RegoValue[] x) {
    RegoObject all = RegoObject.EMPTY;
    for (RegoValue element : Operands.array(x, 0)) {
      if (!(element instanceof RegoObject object)) {
        throw Operands.wrongElement(x, 0, element, "object");
      }
      all = union(all, object);
    }
    return all;
  }
}
