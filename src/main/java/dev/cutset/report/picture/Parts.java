package dev.cutset.report.picture;

import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Component;
import dev.cutset.architecture.Domain;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.Replica;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What is drawn of an architecture: groups of components, and whom they need.
 *
 * <p>A component without copies cannot fail by itself and is not drawn; who needs it is drawn to
 * need what it needs. Where there are too many components to read, those of one type with the same
 * parent are one group, and if that does not do, those of one type.
 */
final class Parts {
  /** More cards than these are not read but searched. */
  private static final int READABLE = 120;

  private final Architecture architecture;
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final Map<Urn, Integer> groupOf = new LinkedHashMap<>();

  Parts(Architecture architecture, Map<Urn, Urn> parents) {
    this.architecture = architecture;
    List<Component> drawn =
        architecture.components().values().stream()
            .filter(component -> !component.replicas().isEmpty())
            .toList();
    architecture.entryPoints().forEach(this::entryPoint);
    Function<Component, String> byParent =
        component ->
            component.kind().title()
                + Optional.ofNullable(parents.get(component.id())).map(Urn::text).orElse("");
    Function<Component, String> key = component -> component.id().text();
    if (drawn.size() > READABLE) {
      key = byParent;
      if (drawn.stream().map(byParent).distinct().count() > READABLE) {
        key = component -> component.kind().title();
      }
    }
    for (Component component : drawn) {
      add(component, key.apply(component));
    }
  }

  /** Components that are drawn as one; an entry point when there are none. */
  record Group(Optional<EntryPoint> entry, List<Component> components) {
    String title() {
      if (entry.isPresent()) {
        return entry.get().name();
      }
      Component first = components.get(0);
      return components.size() == 1
          ? first.kind().name()
          : components.size() + " × " + first.kind().title();
    }

    String subtitle() {
      if (entry.isPresent()) {
        return "entry point";
      }
      return components.size() == 1 ? components.get(0).kind().title() : "a group: choose to see";
    }

    List<String> members() {
      return entry.isPresent()
          ? List.of(entry.get().urn().text())
          : components.stream().map(component -> component.id().text()).toList();
    }

    /** The copies by the smallest domain around them. */
    Map<Domain, List<String>> copies() {
      Map<Domain, List<String>> found = new LinkedHashMap<>();
      for (Component component : components) {
        for (Replica copy : component.replicas()) {
          found
              .computeIfAbsent(copy.placement().domain(), domain -> new ArrayList<>())
              .add(copy.id());
        }
      }
      return found;
    }
  }

  List<Group> groups() {
    return List.copyOf(groups.values());
  }

  /** For each group the numbers of those that it needs. */
  List<Set<Integer>> needs() {
    List<Set<Integer>> all = new ArrayList<>();
    for (Group group : groups.values()) {
      Set<Integer> found = new LinkedHashSet<>();
      Set<Urn> passed = new HashSet<>();
      group.entry().ifPresent(entry -> follow(entry.need(), found, passed));
      for (Component component : group.components()) {
        follow(component.need(), found, passed);
        component.replicas().forEach(copy -> follow(copy.need(), found, passed));
      }
      found.remove(all.size());
      all.add(found);
    }
    return all;
  }

  private void follow(Need need, Set<Integer> found, Set<Urn> passed) {
    if (need instanceof Need.On on) {
      Integer group = groupOf.get(on.component());
      if (group != null) {
        found.add(group);
      } else if (passed.add(on.component())) {
        follow(architecture.component(on.component()).need(), found, passed);
      }
    }
    need.parts().forEach(part -> follow(part, found, passed));
  }

  private void entryPoint(EntryPoint entry) {
    groups.put("entry " + entry.urn(), new Group(Optional.of(entry), List.of()));
  }

  private void add(Component component, String key) {
    Group group = groups.get("of " + key);
    if (group == null) {
      group = new Group(Optional.empty(), new ArrayList<>());
      numbers.put("of " + key, groups.size());
      groups.put("of " + key, group);
    }
    group.components().add(component);
    groupOf.put(component.id(), numbers.getOrDefault("of " + key, 0));
  }
}
