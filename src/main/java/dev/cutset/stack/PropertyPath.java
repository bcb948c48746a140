package dev.cutset.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in a resource's properties, such as {@code defaultActions.targetGroupArn}.
 *
 * <p>Lists are stepped through without being named, so that one path reads one block, a list of
 * blocks, and a list that another tool flattens to its only element.
 */
public record PropertyPath(List<String> steps) {

  public PropertyPath {
    steps = List.copyOf(steps);
    boolean named = !steps.isEmpty();
    for (String step : steps) {
      named &= !step.isBlank();
    }
    if (!named) {
      throw new IllegalArgumentException("a property path needs a name between its dots");
    }
  }

  public static PropertyPath of(String text) {
    return new PropertyPath(List.of(text.split("\\.", -1)));
  }

  /** The property of the resource in which the path begins. */
  public String property() {
    return steps.get(0);
  }

  /**
   * The values found, without nulls, lists taken apart. A value that is opaque on the way is
   * returned as it is: whatever lies behind it is not known either.
   */
  public List<Value> in(Resource resource) {
    Optional<Value> start = resource.property(property());
    if (start.isEmpty()) {
      return List.of();
    }
    List<Value> found = new ArrayList<>(2);
    descend(start.get(), 1, found);
    if (anyOpaque(found) && resource.outputs().containsKey(property())) {
      List<Value> settled = new ArrayList<>();
      descend(resource.outputs().get(property()), 1, settled);
      return settled;
    }
    return found;
  }

  /** Whether any of the values found, or what is on the way to them, is not known. */
  public boolean isUnknownIn(Resource resource) {
    return in(resource).stream().anyMatch(Value::opaque);
  }

  private static boolean anyOpaque(List<Value> values) {
    for (Value value : values) {
      if (value.opaque()) {
        return true;
      }
    }
    return false;
  }

  /** The values found in a value, as if it were the property in which the path begins. */
  public List<Value> within(Value start) {
    List<Value> found = new ArrayList<>();
    descend(start, 0, found);
    return found;
  }

  private void descend(Value value, int step, List<Value> found) {
    if (value instanceof Value.Items items) {
      for (Value item : items.values()) {
        descend(item, step, found);
      }
    } else if (value.opaque() || step == steps.size()) {
      if (!(value instanceof Value.Null)) {
        found.add(value);
      }
    } else if (value instanceof Value.Fields fields) {
      Value next = fields.values().get(steps.get(step));
      if (next != null) {
        descend(next, step + 1, found);
      }
    }
  }

  /** Written out, as in {@link Urn}. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PropertyPath path && steps.equals(path.steps);
  }

  @Override
  public int hashCode() {
    return steps.hashCode();
  }

  @Override
  public String toString() {
    return String.join(".", steps);
  }
}
