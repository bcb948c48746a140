package dev.cutset.remedy;

import dev.cutset.catalog.Catalog;
import dev.cutset.catalog.Patch;
import dev.cutset.catalog.ResourceType;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Knows which properties of a resource to set so that it is no single point of failure.
 *
 * <p>It looks at one resource and not at the stack: it cannot tell whether an entry point needs the
 * resource. It takes nothing back, leaves alone what is unknown or secret, and has nothing to say
 * of what it has mended. Safe for use by several threads, if the catalog is.
 */
public final class Remedies {
  private final Catalog catalog;

  public Remedies(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * What may be set without asking: nothing for which the provider would make the resource anew.
   *
   * @param type the type token
   * @param properties the inputs of the resource
   * @param policies the ids of the policies that may change it
   */
  public List<PropertyChange> changes(String type, Value.Fields properties, Set<String> policies) {
    return changes(type, properties, policies, patch -> !patch.replaces());
  }

  /** What a person may want to set: also that for which the provider makes the resource anew. */
  public List<PropertyChange> proposals(
      String type, Value.Fields properties, Set<String> policies) {
    return changes(type, properties, policies, patch -> true);
  }

  /** The properties after changes that were worked out for them; all others are as they were. */
  public static Value.Fields applied(Value.Fields properties, List<PropertyChange> changes) {
    Value.Fields changed = properties;
    for (PropertyChange change : changes) {
      changed = Writing.put(changed, change.property(), change.to());
    }
    return changed;
  }

  /** One patch after the other, each on what those before it leave. */
  private List<PropertyChange> changes(
      String type, Value.Fields properties, Set<String> policies, Predicate<Patch> allowed) {
    Optional<ResourceType> known = catalog.find(type);
    List<PropertyChange> all = new ArrayList<>();
    Value.Fields changed = properties;
    for (Patch patch : known.map(ResourceType::patches).orElse(List.of())) {
      Optional<String> policy = patch.policies().stream().filter(policies::contains).findFirst();
      if (policy.isPresent() && allowed.test(patch)) {
        List<PropertyChange> changes =
            new Attempt(known.get(), changed).changes(patch, policy.get());
        changed = applied(changed, changes);
        all.addAll(changes);
      }
    }
    return all;
  }
}
