package dev.cutset.remedy;

import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place to which a path leads in the properties of a resource, and what stands there.
 *
 * @param value empty when nothing stands there yet
 */
record Site(PropertyAddress address, Optional<Value> value) {

  /** All places to which a path leads; lists are stepped through, each element for itself. */
  static List<Site> of(PropertyPath path, Value.Fields properties) {
    List<Site> sites = new ArrayList<>();
    descend(properties, path.steps(), List.of(), sites);
    return sites;
  }

  private static void descend(
      Value value, List<String> names, List<PropertyAddress.Step> above, List<Site> sites) {
    if (value instanceof Value.Items items && !names.isEmpty()) {
      for (int i = 0; i < items.values().size(); i++) {
        descend(items.values().get(i), names, with(above, new PropertyAddress.Index(i)), sites);
      }
    } else if (value instanceof Value.Fields fields && !names.isEmpty()) {
      List<PropertyAddress.Step> steps = with(above, new PropertyAddress.Key(names.get(0)));
      Value next = fields.values().getOrDefault(names.get(0), Value.NULL);
      descend(next, names.subList(1, names.size()), steps, sites);
    } else {
      List<PropertyAddress.Step> steps = new ArrayList<>(above);
      // A null in a list is an element that somebody left out, and no place for a new one.
      boolean missing = value instanceof Value.Null && isField(above);
      if (missing) {
        names.forEach(name -> steps.add(new PropertyAddress.Key(name)));
      }
      sites.add(
          new Site(new PropertyAddress(steps), missing ? Optional.empty() : Optional.of(value)));
    }
  }

  private static boolean isField(List<PropertyAddress.Step> steps) {
    return steps.get(steps.size() - 1) instanceof PropertyAddress.Key;
  }

  private static List<PropertyAddress.Step> with(
      List<PropertyAddress.Step> above, PropertyAddress.Step step) {
    List<PropertyAddress.Step> steps = new ArrayList<>(above);
    steps.add(step);
    return steps;
  }
}
