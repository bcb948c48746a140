package dev.cutset.rego.builtin;

import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoNull;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoSet;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts of a document told by paths, which become a tree whose leaves are null. */
final class JsonPaths {
  private JsonPaths() {}

  /** The paths of the second argument as a tree. */
  static RegoValue tree(RegoValue[] x) {
    RegoValue root = RegoObject.EMPTY;
    for (RegoValue path : Operands.elements(x, 1, "set", "array")) {
      List<RegoValue> parts = parse(path);
      if (!parts.isEmpty()) {
        root = grown(root, parts, 0);
      }
    }
    return root;
  }

  private static RegoValue grown(@Nullable RegoValue node, List<RegoValue> path, int depth) {
    if (depth == path.size() || node instanceof RegoNull) {
      return RegoNull.NULL;
    }
    RegoObject.Builder copy =
        node instanceof RegoObject object ? object.toBuilder() : RegoObject.builder();
    RegoValue key = path.get(depth);
    return copy.put(key, grown(copy.get(key), path, depth + 1)).build();
  }

  /** The parts of a path, written with slashes or as an array. */
  static List<RegoValue> parse(RegoValue path) {
    List<RegoValue> parts = new ArrayList<>();
    if (path instanceof RegoString text) {
      if (!text.value().isEmpty()) {
        String bare = text.value().replaceFirst("^/+", "");
        for (String part : bare.split("/", -1)) {
          parts.add(new RegoString(part.replace("~1", "/").replace("~0", "~")));
        }
      }
    } else if (path instanceof RegoArray array) {
      array.forEach(parts::add);
    } else {
      throw BuiltinException.operand(
          2,
          "must be one of {set, array} containing string paths or array of path segments but got "
              + path.typeName());
    }
    return parts;
  }

  private static @Nullable RegoValue branch(RegoValue tree, RegoValue key) {
    return tree instanceof RegoObject object ? object.get(key) : null;
  }

  private static RegoString index(int position) {
    return new RegoString(Integer.toString(position));
  }

  /** What of the document the tree names. */
  static RegoValue filter(RegoValue document, RegoValue tree) {
    if (tree instanceof RegoNull) {
      return document;
    }
    if (document instanceof RegoObject object) {
      RegoObject.Builder kept = RegoObject.builder();
      object.forEach(
          (key, value) -> {
            RegoValue branch = branch(tree, key);
            if (branch != null) {
              kept.put(key, filter(value, branch));
            }
          });
      return kept.build();
    } else if (document instanceof RegoArray array) {
      List<RegoValue> kept = new ArrayList<>();
      for (int i = 0; i < array.size(); i++) {
        RegoValue branch = branch(tree, index(i));
        if (branch != null) {
          kept.add(filter(array.at(i), branch));
        }
      }
      return RegoArray.of(kept);
    } else if (document instanceof RegoSet set) {
      RegoSet.Builder kept = RegoSet.builder();
      for (RegoValue element : set) {
        RegoValue branch = branch(tree, element);
        if (branch != null) {
          kept.add(filter(element, branch));
        }
      }
      return kept.build();
    }
    return document;
  }

  /** What is left of the document without what the tree names; null when nothing is. */
  static @Nullable RegoValue remove(RegoValue document, @Nullable RegoValue tree) {
    if (tree instanceof RegoNull) {
      return null;
    }
    if (!(tree instanceof RegoObject)) {
      return document;
    }
    if (document instanceof RegoObject object) {
      RegoObject.Builder left = RegoObject.builder();
      object.forEach(
          (key, value) -> {
            RegoValue rest = remove(value, branch(tree, key));
            if (rest != null) {
              left.put(key, rest);
            }
          });
      return left.build();
    } else if (document instanceof RegoArray array) {
      List<RegoValue> left = new ArrayList<>();
      for (int i = 0; i < array.size(); i++) {
        RegoValue rest = remove(array.at(i), branch(tree, index(i)));
        if (rest != null) {
          left.add(rest);
        }
      }
      return RegoArray.of(left);
    } else if (document instanceof RegoSet set) {
      RegoSet.Builder left = RegoSet.builder();
      for (RegoValue element : set) {
        RegoValue rest = remove(element, branch(tree, element));
        if (rest != null) {
          left.add(rest);
        }
      }
      return left.build();
    }
    return document;
  }
}
