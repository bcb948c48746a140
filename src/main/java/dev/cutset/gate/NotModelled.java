package dev.cutset.gate;

import dev.cutset.catalog.Catalog;
import dev.cutset.policy.Judgement.TypeCount;
import dev.cutset.stack.PulumiTypes;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds what nothing was said about: resources of types that the catalog does not know, and
 * components of which no children are seen, as when their provider is not here to make them.
 */
final class NotModelled {
  private final Catalog catalog;

  NotModelled(Catalog catalog) {
    this.catalog = catalog;
  }

  List<TypeCount> in(Stack stack) {
    Set<Urn> parents = new HashSet<>();
    stack.resources().forEach(resource -> resource.parent().ifPresent(parents::add));
    Map<String, Integer> counts = new TreeMap<>();
    for (Resource resource : stack.resources()) {
      boolean hollow = !parents.contains(resource.urn());
      if (resource.custom() ? isUnknown(resource) : hollow && groupsOthers(resource)) {
        counts.merge(resource.type(), 1, Integer::sum);
      }
    }
    List<TypeCount> found = new ArrayList<>();
    counts.forEach((type, count) -> found.add(new TypeCount(type, count)));
    return found;
  }

  /** A provider only says where others are. */
  private boolean isUnknown(Resource resource) {
    return !resource.isProvider() && catalog.find(resource.type()).isEmpty();
  }

  /**
   * Within a component of the same package there are helpers too, which have nothing to group, and
   * of what has a meaning of its own the children are not waited for.
   */
  private boolean groupsOthers(Resource component) {
    return !component.type().equals(PulumiTypes.STACK)
        && catalog.find(component.type()).filter(type -> !type.inert()).isEmpty()
        && !component
            .parent()
            .map(Urn::type)
            .map(NotModelled::packageOf)
            .equals(Optional.of(packageOf(component.type())));
  }

  private static String packageOf(String type) {
    return type.substring(0, Math.max(0, type.indexOf(':')));
  }
}
