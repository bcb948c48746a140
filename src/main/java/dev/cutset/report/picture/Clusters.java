package dev.cutset.report.picture;

import dev.cutset.architecture.Component;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which components are drawn as one where there are too many to read: those of one component
 * resource or module, else those of one type, else one run of neighbours.
 */
final class Clusters {
  /** More cards than these are not read but searched. */
  static final int READABLE = 120;

  private static final Pattern MODULE = Pattern.compile("module\\.[^.\\[]+(\\[[^\\]]*\\])?");

  private final Map<Urn, Urn> parents;

  /** With the component resource that each resource belongs to. */
  Clusters(Map<Urn, Urn> parents) {
    this.parents = Map.copyOf(parents);
  }

  /** Components that are drawn as one, or one by itself. */
  record Cluster(String name, List<Component> components) {
    Cluster {
      components = List.copyOf(components);
    }

    static Cluster of(Component component) {
      return new Cluster(component.kind().name(), List.of(component));
    }
  }

  /** Not more clusters than can be read, each smaller than all of these. */
  List<Cluster> split(List<Component> components) {
    if (components.size() <= READABLE) {
      return components.stream().map(Cluster::of).toList();
    }
    List<Cluster> clusters = byOwner(components);
    if (clusters.size() < 2) {
      clusters = byType(components);
    }
    if (clusters.size() < 2) {
      clusters = components.stream().map(Cluster::of).toList();
    }
    return clusters.size() <= READABLE ? clusters : runs(clusters);
  }

  private List<Cluster> byOwner(List<Component> components) {
    List<List<String>> owners =
        components.stream().map(component -> owners(component.id())).toList();
    int depth = 0;
    while (isShared(depth, owners)) {
      depth++;
    }
    Map<String, List<Component>> owned = new LinkedHashMap<>();
    List<Component> loose = new ArrayList<>();
    for (int i = 0; i < components.size(); i++) {
      boolean deeper = owners.get(i).size() > depth;
      (deeper ? owned.computeIfAbsent(owners.get(i).get(depth), key -> new ArrayList<>()) : loose)
          .add(components.get(i));
    }
    List<Cluster> clusters = new ArrayList<>();
    if (owned.size() + loose.size() <= READABLE) {
      loose.forEach(component -> clusters.add(Cluster.of(component)));
    } else {
      clusters.addAll(byType(loose));
    }
    owned.forEach((owner, there) -> clusters.add(named(lastPart(owner), there)));
    return clusters;
  }

  private static boolean isShared(int depth, List<List<String>> owners) {
    Set<String> found = new HashSet<>();
    for (List<String> each : owners) {
      if (each.size() <= depth) {
        return false;
      }
      found.add(each.get(depth));
    }
    return found.size() == 1;
  }

  /** The component resources or modules around a resource, the outermost first. */
  private List<String> owners(Urn urn) {
    List<String> owners = new ArrayList<>();
    Set<Urn> seen = new HashSet<>();
    for (Optional<Urn> at = parent(urn); at.isPresent() && seen.add(at.get()); ) {
      owners.add(0, at.get().text());
      at = parent(at.get());
    }
    return owners.isEmpty() ? modules(urn.text()) : owners;
  }

  /** Terraform's addresses tell the modules. */
  private static List<String> modules(String address) {
    List<String> modules = new ArrayList<>();
    Matcher module = MODULE.matcher(address);
    int at = 0;
    while (at < address.length() && module.region(at, address.length()).lookingAt()) {
      modules.add(address.substring(0, module.end()));
      at = module.end() + 1;
    }
    return modules;
  }

  private Optional<Urn> parent(Urn urn) {
    return Optional.ofNullable(parents.get(urn));
  }

  private static String lastPart(String owner) {
    return owner.substring(owner.lastIndexOf("::") < 0 ? 0 : owner.lastIndexOf("::") + 2);
  }

  private static List<Cluster> byType(List<Component> components) {
    Map<String, List<Component>> types = new LinkedHashMap<>();
    for (Component component : components) {
      types.computeIfAbsent(component.kind().title(), key -> new ArrayList<>()).add(component);
    }
    return types.entrySet().stream().map(type -> named(type.getKey(), type.getValue())).toList();
  }

  private static Cluster named(String name, List<Component> components) {
    return components.size() == 1 ? Cluster.of(components.get(0)) : new Cluster(name, components);
  }

  private static List<Cluster> runs(List<Cluster> clusters) {
    int size = (clusters.size() + READABLE / 2 - 1) / (READABLE / 2);
    List<Cluster> runs = new ArrayList<>();
    for (int from = 0; from < clusters.size(); from += size) {
      List<Cluster> run = clusters.subList(from, Math.min(clusters.size(), from + size));
      String last = run.get(run.size() - 1).name();
      runs.add(
          new Cluster(
              run.size() == 1 ? last : run.get(0).name() + " … " + last,
              run.stream().flatMap(each -> each.components().stream()).toList()));
    }
    return runs;
  }
}
