package dev.cutset.source;

import dev.cutset.stack.Urn;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The managed resources of a plan and the modules that they are in, as configurations name them.
 */
final class PlannedResources {
  private final Map<String, Instances<Urn>> resources = new HashMap<>();
  private final Map<String, Instances<List<Address.Module>>> modules = new HashMap<>();
  private final Set<String> making = new HashSet<>();

  /**
   * Adds one.
   *
   * @param made whether it is something of which others can be made, not a mere help in planning
   */
  void add(Address address, Urn urn, boolean made) {
    if (made) {
      making.add(path(address.modules()));
    }
    resources
        .computeIfAbsent(within(address.modules(), address.local()), k -> new Instances<>())
        .put(address.key(), urn);
    for (int depth = 1; depth <= address.modules().size(); depth++) {
      List<Address.Module> module = address.modules().subList(0, depth);
      Address.Module last = module.get(depth - 1);
      modules
          .computeIfAbsent(
              within(module.subList(0, depth - 1), last.name()), k -> new Instances<>())
          .put(last.key(), List.copyOf(module));
    }
  }

  /** The instances of what a module instance calls so; null if there are none. */
  @Nullable Instances<Urn> find(List<Address.Module> module, String local) {
    return resources.get(within(module, local));
  }

  /** The instances of a call of a module; null if nothing is in them. */
  @Nullable Instances<List<Address.Module>> called(List<Address.Module> caller, String call) {
    return modules.get(within(caller, call));
  }

  /** Whether a module instance itself has nothing of which others can be made. */
  boolean makesNothing(List<Address.Module> module) {
    return !making.contains(path(module));
  }

  private static String within(List<Address.Module> modules, String name) {
    return modules.isEmpty() ? name : path(modules) + name;
  }

  private static String path(List<Address.Module> modules) {
    StringBuilder path = new StringBuilder();
    modules.forEach(m -> path.append(m.name()).append(m.key()).append('/'));
    return path.toString();
  }
}
