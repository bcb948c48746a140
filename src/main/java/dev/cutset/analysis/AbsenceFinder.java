package dev.cutset.analysis;

import dev.cutset.analysis.Absence.Link;
import dev.cutset.analysis.Absence.Substitute;
import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Component;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.Need;
import dev.cutset.catalog.Scope;
import dev.cutset.stack.Urn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes a component away, and follows who falls for it and who has something else. */
public final class AbsenceFinder {
  private final Architecture architecture;
  private final Map<Urn, Set<Urn>> neededBy = new HashMap<>();

  public AbsenceFinder(Architecture architecture) {
    this.architecture = architecture;
    for (Component component : architecture.components().values()) {
      for (Need.On on : links(component)) {
        neededBy.computeIfAbsent(on.component(), urn -> new LinkedHashSet<>()).add(component.id());
      }
    }
  }

  public Absence of(Component missing) {
    Set<Urn> fallen = fallen(missing.id());
    Set<Urn> concerned = concerned(missing.id());
    List<String> down = new ArrayList<>();
    List<String> up = new ArrayList<>();
    List<Substitute> substitutes = new ArrayList<>();
    for (Urn urn : concerned) {
      if (!fallen.contains(urn)) {
        Component standing = architecture.component(urn);
        substitute(name(urn), needs(standing), fallen, substitutes);
      }
    }
    for (EntryPoint entry : architecture.entryPoints()) {
      if (!met(entry.need(), fallen)) {
        down.add(entry.name());
      } else if (links(List.of(entry.need())).stream()
          .anyMatch(on -> concerned.contains(on.component()))) {
        up.add(entry.name());
        substitute(entry.name(), List.of(entry.need()), fallen, substitutes);
      }
    }
    return new Absence(
        missing.resource(),
        missing.kind().name(),
        missing.kind().title(),
        missing.replicas().size(),
        missing.required(),
        places(missing),
        links(missing).stream().map(on -> link(on.component(), on.evidence())).toList(),
        dependents(missing.id()),
        fallen.stream().skip(1).map(this::name).distinct().toList(),
        down,
        up,
        substitutes,
        missing.traits().undecidedBy());
  }

  /** What falls in turn, what is taken away first. */
  private Set<Urn> fallen(Urn missing) {
    Set<Urn> fallen = new LinkedHashSet<>(List.of(missing));
    Deque<Urn> open = new ArrayDeque<>(fallen);
    while (!open.isEmpty()) {
      for (Urn dependent : neededBy.getOrDefault(open.remove(), Set.of())) {
        if (!fallen.contains(dependent) && falls(architecture.component(dependent), fallen)) {
          fallen.add(dependent);
          open.add(dependent);
        }
      }
    }
    return fallen;
  }

  private static boolean falls(Component component, Set<Urn> fallen) {
    long alive =
        component.replicas().stream().filter(replica -> met(replica.need(), fallen)).count();
    return !met(component.need(), fallen) || alive < component.required();
  }

  private static boolean met(Need need, Set<Urn> fallen) {
    if (need instanceof Need.On on) {
      return !fallen.contains(on.component());
    } else if (need instanceof Need.Any any) {
      return any.failover().countsAsRedundancy()
          ? any.needs().stream().anyMatch(each -> met(each, fallen))
          : met(any.needs().get(0), fallen);
    } else if (need instanceof Need.AtLeast some) {
      return some.needs().stream().filter(each -> met(each, fallen)).count() >= some.least();
    }
    return need.parts().stream().allMatch(each -> met(each, fallen));
  }

  /** What needs it, directly or not, and itself. */
  private Set<Urn> concerned(Urn missing) {
    Set<Urn> concerned = new LinkedHashSet<>(List.of(missing));
    Deque<Urn> open = new ArrayDeque<>(concerned);
    while (!open.isEmpty()) {
      for (Urn dependent : neededBy.getOrDefault(open.remove(), Set.of())) {
        if (concerned.add(dependent)) {
          open.add(dependent);
        }
      }
    }
    return concerned;
  }

  /** Adds whom a choice serves by what stands, where a part of the choice has fallen. */
  private void substitute(
      String served, List<Need> needs, Set<Urn> fallen, List<Substitute> substitutes) {
    Set<String> by = new LinkedHashSet<>();
    needs.forEach(need -> standing(need, fallen, by));
    if (!by.isEmpty()) {
      substitutes.add(new Substitute(served, List.copyOf(by)));
    }
  }

  private void standing(Need need, Set<Urn> fallen, Set<String> by) {
    boolean choice = need instanceof Need.Any || need instanceof Need.AtLeast;
    if (choice && need.parts().stream().anyMatch(part -> !met(part, fallen))) {
      for (Need part : need.parts()) {
        if (met(part, fallen)) {
          links(List.of(part)).forEach(on -> by.add(name(on.component())));
        }
      }
    } else {
      need.parts().forEach(part -> standing(part, fallen, by));
    }
  }

  private List<Link> dependents(Urn needed) {
    List<Link> links = new ArrayList<>();
    for (Urn dependent : neededBy.getOrDefault(needed, Set.of())) {
      links(architecture.component(dependent)).stream()
          .filter(on -> on.component().equals(needed))
          .findFirst()
          .ifPresent(on -> links.add(link(dependent, on.evidence())));
    }
    for (EntryPoint entry : architecture.entryPoints()) {
      links(List.of(entry.need())).stream()
          .filter(on -> on.component().equals(needed))
          .findFirst()
          .ifPresent(on -> links.add(link(entry.name(), on.evidence())));
    }
    return links;
  }

  private Link link(Urn end, Evidence evidence) {
    return link(name(end), evidence);
  }

  private static Link link(String end, Evidence evidence) {
    return new Link(end, evidence.text(), evidence.kind() == Evidence.Kind.ASSUMED);
  }

  private String name(Urn component) {
    return architecture.component(component).kind().name();
  }

  private static List<String> places(Component component) {
    return component.replicas().stream()
        .map(replica -> replica.placement().domain())
        .map(domain -> domain.at(Scope.ZONE).or(() -> domain.at(Scope.REGION)).orElse(domain))
        .map(domain -> domain.name())
        .distinct()
        .sorted()
        .toList();
  }

  private static List<Need> needs(Component component) {
    List<Need> needs = new ArrayList<>(List.of(component.need()));
    component.replicas().forEach(replica -> needs.add(replica.need()));
    return needs;
  }

  private static Collection<Need.On> links(Component component) {
    return links(needs(component));
  }

  /** Each component that the needs name, once. */
  private static Collection<Need.On> links(List<Need> needs) {
    List<Need.On> links = new ArrayList<>();
    Set<Urn> seen = new HashSet<>();
    Deque<Need> open = new ArrayDeque<>(needs);
    while (!open.isEmpty()) {
      Need need = open.remove();
      if (need instanceof Need.On on && seen.add(on.component())) {
        links.add(on);
      }
      open.addAll(need.parts());
    }
    return links;
  }
}
