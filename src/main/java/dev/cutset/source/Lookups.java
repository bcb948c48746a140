package dev.cutset.source;

import dev.cutset.stack.Value;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Terraform looks up beside what it manages: parts of a network that others made. */
final class Lookups {
  private Lookups() {}

  /**
   * Drops lookups of what is there already: a stack may look up what it manages itself, or the same
   * thing several times.
   */
  static void dropKnown(Collection<TerraformResource> resources) {
    if (resources.stream().allMatch(resource -> resource.address().managed())) {
      return;
    }
    Set<Value> known = new HashSet<>();
    for (TerraformResource resource : resources) {
      Value id = id(resource);
      if (resource.address().managed() && id != null) {
        known.add(id);
      }
    }
    resources.removeIf(
        resource -> {
          Value id = id(resource);
          return !resource.address().managed() && (id == null || !known.add(id));
        });
  }

  private static @Nullable Value id(TerraformResource resource) {
    return resource.values().get(TerraformNames.ID) instanceof Value.Text id ? id : null;
  }
}
