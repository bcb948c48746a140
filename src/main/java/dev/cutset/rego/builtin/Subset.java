package dev.cutset.rego.builtin;

import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoSet;
import dev.cutset.rego.RegoValue;

/** Whether one collection holds all that another holds, as {@code object.subset} tells it. */
final class Subset {
  private Subset() {}

  static boolean test(RegoValue[] x) {
    if (x[0] instanceof RegoObject all && x[1] instanceof RegoObject part) {
      return ofObject(all, part);
    } else if (x[0] instanceof RegoSet all && x[1] instanceof RegoSet part) {
      return ofSet(all, part);
    } else if (x[0] instanceof RegoArray all && x[1] instanceof RegoArray part) {
      return ofArray(all, part);
    } else if (x[0] instanceof RegoArray all && x[1] instanceof RegoSet part) {
      RegoSet.Builder elements = RegoSet.builder();
      all.forEach(elements::add);
      return ofSet(elements.build(), part);
    }
    throw BuiltinException.operand(
        1, "both arguments object.subset must be of the same type or array and set");
  }

  private static boolean ofObject(RegoObject all, RegoObject part) {
    for (RegoValue key : part.keys()) {
      RegoValue found = all.get(key);
      RegoValue wanted = part.get(key);
      if (found == null || wanted == null || !ofValue(found, wanted)) {
        return false;
      }
    }
    return true;
  }

  private static boolean ofValue(RegoValue all, RegoValue part) {
    if (all instanceof RegoObject a && part instanceof RegoObject b) {
      return ofObject(a, b);
    } else if (all instanceof RegoSet a && part instanceof RegoSet b) {
      return ofSet(a, b);
    } else if (all instanceof RegoArray a && part instanceof RegoArray b) {
      return ofArray(a, b);
    }
    return all.equals(part);
  }

  private static boolean ofSet(RegoSet all, RegoSet part) {
    for (RegoValue element : part) {
      if (!all.contains(element)) {
        return false;
      }
    }
    return true;
  }

  /** The part must stand in the array in one piece. */
  private static boolean ofArray(RegoArray all, RegoArray part) {
    for (int start = 0; start + part.size() <= all.size(); start++) {
      if (all.slice(start, start + part.size()).equals(part)) {
        return true;
      }
    }
    return false;
  }
}
