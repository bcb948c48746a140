package dev.cutset.remedy;

import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts a value into its place, and leaves everything beside it as it is. */
final class Writing {
  private Writing() {}

  static Value.Fields put(Value.Fields properties, PropertyAddress address, Value value) {
    return (Value.Fields) put(properties, address.steps(), value);
  }

  private static Value put(Value at, List<PropertyAddress.Step> steps, Value value) {
    if (steps.isEmpty()) {
      return value;
    }
    List<PropertyAddress.Step> rest = steps.subList(1, steps.size());
    if (steps.get(0) instanceof PropertyAddress.Index index && at instanceof Value.Items items) {
      List<Value> values = new ArrayList<>(items.values());
      values.set(index.position(), put(values.get(index.position()), rest, value));
      return new Value.Items(values);
    }
    if (steps.get(0) instanceof PropertyAddress.Key key
        && (at instanceof Value.Fields || at instanceof Value.Null)) {
      Map<String, Value> values =
          new LinkedHashMap<>(at instanceof Value.Fields fields ? fields.values() : Map.of());
      values.put(key.name(), put(values.getOrDefault(key.name(), Value.NULL), rest, value));
      return new Value.Fields(values);
    }
    throw new IllegalArgumentException("these are not the properties that the change is of");
  }
}
