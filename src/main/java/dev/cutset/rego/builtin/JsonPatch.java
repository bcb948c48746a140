package dev.cutset.rego.builtin;

import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoNull;
import dev.cutset.rego.RegoNumber;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoSet;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Documents changed by the operations of a JSON patch; sets can be changed like objects. */
final class JsonPatch {
  private JsonPatch() {}

  static RegoValue apply(RegoValue document, RegoArray operations) {
    RegoValue current = document;
    for (RegoValue operation : operations) {
      if (!(operation instanceof RegoObject object)) {
        throw BuiltinException.failed(
            "must be an array of JSON-Patch objects, but at least one element is not an object");
      }
      current = apply(current, object);
    }
    return current;
  }

  private static RegoValue apply(RegoValue document, RegoObject operation) {
    List<RegoValue> path = JsonPaths.parse(attribute(operation, "path"));
    if (!(attribute(operation, "op") instanceof RegoString name)) {
      throw BuiltinException.failed("attribute 'op' must be a string");
    }
    switch (name.value()) {
      case "add" -> {
        return insert(document, path, 0, attribute(operation, "value"));
      }
      case "remove" -> {
        return delete(document, path, 0);
      }
      case "replace" -> {
        RegoValue value = attribute(operation, "value");
        return path.isEmpty() ? value : insert(delete(document, path, 0), path, 0, value);
      }
      case "move" -> {
        List<RegoValue> from = JsonPaths.parse(attribute(operation, "from"));
        RegoValue moved = lookUp(document, from);
        return insert(delete(document, from, 0), path, 0, moved);
      }
      case "copy" -> {
        List<RegoValue> from = JsonPaths.parse(attribute(operation, "from"));
        return insert(document, path, 0, lookUp(document, from));
      }
      case "test" -> {
        if (!lookUp(document, path).equals(attribute(operation, "value"))) {
          throw BuiltinException.failed("value from EditTree != patch value");
        }
        return document;
      }
      default -> throw BuiltinException.failed("unrecognized op: '" + name.value() + "'");
    }
  }

  private static RegoValue attribute(RegoObject operation, String name) {
    RegoValue value = operation.get(name);
    if (value == null) {
      throw BuiltinException.failed("missing required attribute '" + name + "'");
    }
    return value;
  }

  private static BuiltinException noPath(List<RegoValue> path) {
    return BuiltinException.failed("path " + path + " does not exist");
  }

  private static RegoValue lookUp(RegoValue document, List<RegoValue> path) {
    RegoValue current = document;
    for (RegoValue key : path) {
      current = child(current, key, path);
    }
    return current;
  }

  private static RegoValue child(RegoValue parent, RegoValue key, List<RegoValue> path) {
    RegoValue found;
    if (parent instanceof RegoArray array) {
      int position = position(key, path);
      found = position < array.size() ? array.at(position) : null;
    } else {
      found = Objects.child(parent, key);
    }
    if (found == null) {
      throw noPath(path);
    }
    return found;
  }

  private static int position(RegoValue key, List<RegoValue> path) {
    String text =
        key instanceof RegoString s ? s.value() : key instanceof RegoNumber n ? n.text() : "";
    if (!text.matches("0|[1-9][0-9]{0,8}")) {
      throw noPath(path);
    }
    return Integer.parseInt(text);
  }

  private static RegoValue insert(
      RegoValue parent, List<RegoValue> path, int depth, RegoValue value) {
    if (depth == path.size()) {
      return value;
    }
    RegoValue key = path.get(depth);
    if (depth < path.size() - 1) {
      RegoValue changed = insert(child(parent, key, path), path, depth + 1, value);
      return with(parent, key, path, changed);
    }
    if (parent instanceof RegoObject object) {
      return object.toBuilder().put(key, value).build();
    } else if (parent instanceof RegoArray array) {
      boolean atEnd = key instanceof RegoString text && text.value().equals("-");
      int position = atEnd ? array.size() : position(key, path);
      if (position > array.size()) {
        throw noPath(path);
      }
      List<RegoValue> elements = elements(array);
      elements.add(position, value);
      return RegoArray.of(elements);
    } else if (parent instanceof RegoSet set && key.equals(value)) {
      return changed(set, null, value);
    }
    throw noPath(path);
  }

  private static List<RegoValue> elements(RegoArray array) {
    List<RegoValue> elements = new ArrayList<>(array.size() + 1);
    array.forEach(elements::add);
    return elements;
  }

  private static RegoValue changed(
      RegoSet set, @Nullable RegoValue without, @Nullable RegoValue with) {
    RegoSet.Builder elements = RegoSet.builder();
    for (RegoValue element : set) {
      if (!element.equals(without)) {
        elements.add(element);
      }
    }
    return with == null ? elements.build() : elements.add(with).build();
  }

  /** The parent with another value in the place of the one at the key. */
  private static RegoValue with(
      RegoValue parent, RegoValue key, List<RegoValue> path, RegoValue value) {
    if (parent instanceof RegoObject object) {
      return object.toBuilder().put(key, value).build();
    } else if (parent instanceof RegoArray array) {
      List<RegoValue> elements = elements(array);
      elements.set(position(key, path), value);
      return RegoArray.of(elements);
    } else if (parent instanceof RegoSet set) {
      return changed(set, key, value);
    }
    throw noPath(path);
  }

  private static RegoValue delete(RegoValue parent, List<RegoValue> path, int depth) {
    if (path.isEmpty()) {
      return RegoNull.NULL;
    }
    RegoValue key = path.get(depth);
    RegoValue found = child(parent, key, path);
    if (depth < path.size() - 1) {
      return with(parent, key, path, delete(found, path, depth + 1));
    }
    if (parent instanceof RegoObject object) {
      RegoObject.Builder left = RegoObject.builder();
      object.forEach(
          (name, value) -> {
            if (!name.equals(key)) {
              left.put(name, value);
            }
          });
      return left.build();
    } else if (parent instanceof RegoArray array) {
      List<RegoValue> elements = elements(array);
      elements.remove(position(key, path));
      return RegoArray.of(elements);
    } else if (parent instanceof RegoSet set) {
      return changed(set, key, null);
    }
    throw noPath(path);
  }
}
