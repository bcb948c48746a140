package dev.cutset.report.picture;

import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Component;
import dev.cutset.architecture.Domain;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.Replica;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is drawn on a sheet: entry points, components or clusters of them, and whom they need.
 *
 * <p>A component without copies cannot fail by itself and is not drawn; who needs it is drawn to
 * need what it needs.
 */
final class Parts {
  /** More entry points than these are one card. */
  private static final int ENTRY_POINTS = 10;

  private final Architecture architecture;
  private final List<Group> groups = new ArrayList<>();
  private final Map<Urn, Integer> groupOf = new HashMap<>();

  /**
   * The parts of a sheet.
   *
   * @param drawn components and clusters of them
   * @param everything whether all entry points are on it, or only those that need what is on it
   */
  Parts(Architecture architecture, List<Group> drawn, boolean everything) {
    this.architecture = architecture;
    Set<Urn> here =
        drawn.stream()
            .flatMap(group -> group.components().stream())
            .map(Component::id)
            .collect(Collectors.toSet());
    List<EntryPoint> entries =
        architecture.entryPoints().stream()
            .filter(entry -> everything || reaches(entry.need(), here, new HashSet<>()))
            .toList();
    if (entries.size() > ENTRY_POINTS) {
      groups.add(Group.of(entries));
    } else {
      entries.forEach(entry -> groups.add(Group.of(List.of(entry))));
    }
    for (Group group : drawn) {
      group.components().forEach(component -> groupOf.put(component.id(), groups.size()));
      groups.add(group);
    }
  }

  /**
   * What is drawn as one card in each place.
   *
   * @param entries entry points, or none
   * @param components a component, or several
   * @param opens the sheet that shows what is in it
   */
  record Group(
      String title,
      String subtitle,
      List<EntryPoint> entries,
      List<Component> components,
      OptionalInt opens) {

    static Group of(List<EntryPoint> entries) {
      return entries.size() == 1
          ? new Group(entries.get(0).name(), "entry point", entries, List.of(), NOTHING)
          : new Group(
              entries.size() + " entry points", "listed beside", entries, List.of(), NOTHING);
    }

    static Group of(Clusters.Cluster cluster, OptionalInt opens) {
      List<Component> there = cluster.components();
      String kind = there.size() == 1 ? there.get(0).kind().title() : there.size() + " components";
      return new Group(cluster.name(), kind, List.of(), there, opens);
    }

    private static final OptionalInt NOTHING = OptionalInt.empty();

    List<String> members() {
      return entries.isEmpty()
          ? components.stream().map(component -> component.id().text()).toList()
          : entries.stream().map(entry -> entry.urn().text()).toList();
    }

    /** What it is called where these copies are: what runs there has names of its own. */
    String title(List<Replica> there) {
      if (components.size() != 1) {
        return title;
      }
      // A copy without a name of its own is called by the component's, with its number.
      Set<String> local =
          there.stream()
              .map(Replica::name)
              .filter(name -> !name.startsWith(title))
              .collect(Collectors.toCollection(LinkedHashSet::new));
      return local.isEmpty() ? title : String.join(", ", local);
    }

    /** The copies by the smallest domain around them; of a cluster, around all of them. */
    Map<Domain, List<Replica>> copies() {
      Map<Domain, List<Replica>> found = new LinkedHashMap<>();
      for (Component component : components) {
        for (Replica copy : component.replicas()) {
          found.computeIfAbsent(copy.placement().domain(), domain -> new ArrayList<>()).add(copy);
        }
      }
      return components.size() == 1 ? found : together(found);
    }

    private static Map<Domain, List<Replica>> together(Map<Domain, List<Replica>> copies) {
      Map<Domain, Domain> around = new LinkedHashMap<>();
      for (Domain domain : copies.keySet()) {
        around.merge(root(domain), domain, Group::common);
      }
      Map<Domain, List<Replica>> found = new LinkedHashMap<>();
      copies.forEach(
          (domain, there) ->
              found
                  .computeIfAbsent(
                      around.getOrDefault(root(domain), domain), key -> new ArrayList<>())
                  .addAll(there));
      return found;
    }

    private static Domain root(Domain domain) {
      return domain.parent().map(Group::root).orElse(domain);
    }

    private static Domain common(Domain one, Domain other) {
      for (Optional<Domain> at = Optional.of(one); at.isPresent(); at = at.get().parent()) {
        if (other.at(at.get().scope()).equals(at)) {
          return at.get();
        }
      }
      return root(one);
    }
  }

  List<Group> groups() {
    return List.copyOf(groups);
  }

  /** Whether any card stands for several components, so that not all domains have cards. */
  boolean clustered() {
    return groups.stream().anyMatch(group -> group.components().size() > 1);
  }

  /** For each group the numbers of those that it needs. */
  List<Set<Integer>> needs() {
    List<Set<Integer>> all = new ArrayList<>();
    for (Group group : groups) {
      Set<Integer> found = new LinkedHashSet<>();
      Set<Urn> passed = new HashSet<>();
      group.entries().forEach(entry -> follow(entry.need(), found, passed));
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
      } else if (passes(on.component(), passed)) {
        follow(architecture.component(on.component()).need(), found, passed);
      }
    }
    need.parts().forEach(part -> follow(part, found, passed));
  }

  private boolean reaches(Need need, Set<Urn> here, Set<Urn> passed) {
    if (need instanceof Need.On on) {
      return here.contains(on.component())
          || (passes(on.component(), passed)
              && reaches(architecture.component(on.component()).need(), here, passed));
    }
    return need.parts().stream().anyMatch(part -> reaches(part, here, passed));
  }

  private boolean passes(Urn component, Set<Urn> passed) {
    return architecture.component(component).replicas().isEmpty() && passed.add(component);
  }
}
