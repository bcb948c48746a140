package dev.cutset.report;

import dev.cutset.architecture.Domain;
import dev.cutset.catalog.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A graph on its way to a drawing that people can read: what cannot fail by itself is left out, and
 * what does the same is drawn once.
 */
final class Sketch {
  private final Map<String, Part> parts = new LinkedHashMap<>();
  // From the one that needs, to what it needs, with what to write beside.
  private final Map<String, Map<String, String>> needs = new LinkedHashMap<>();
  private final Map<String, Set<String>> neededBy = new LinkedHashMap<>();

  /**
   * What is drawn as one.
   *
   * @param title what kind of thing it is; empty for an entry point
   * @param role {@code entry-point} for where users come in
   * @param places the domains of its copies
   */
  record Part(List<String> names, String title, String role, List<Domain> places) {
    Part {
      names = List.copyOf(names);
      places = List.copyOf(places);
    }

    Optional<Domain> only(Scope scope) {
      Set<Domain> around = at(scope);
      boolean everyCopy = places.stream().allMatch(place -> place.at(scope).isPresent());
      return around.size() == 1 && everyCopy
          ? Optional.of(around.iterator().next())
          : Optional.empty();
    }

    Set<Domain> at(Scope scope) {
      return places.stream()
          .flatMap(place -> place.at(scope).stream())
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Part with(Part other) {
      List<String> allNames = new ArrayList<>(names);
      allNames.addAll(other.names);
      List<Domain> allPlaces = new ArrayList<>(places);
      allPlaces.addAll(other.places);
      return new Part(allNames, title, role, allPlaces);
    }
  }

  void add(String id, Part part) {
    parts.put(id, part);
  }

  void need(String from, String to, String label) {
    if (!from.equals(to)) {
      needs.computeIfAbsent(from, key -> new LinkedHashMap<>()).putIfAbsent(to, label);
      neededBy.computeIfAbsent(to, key -> new LinkedHashSet<>()).add(from);
    }
  }

  Map<String, Part> parts() {
    return parts;
  }

  List<Drawing.Edge> edges() {
    List<Drawing.Edge> edges = new ArrayList<>();
    needs.forEach(
        (from, targets) ->
            targets.forEach((to, label) -> edges.add(new Drawing.Edge(from, to, label))));
    return edges;
  }

  /** Leaves a part out: who needs it needs what it needs. */
  void leaveOut(String id) {
    parts.remove(id);
    Map<String, String> onward = Objects.requireNonNullElse(needs.remove(id), Map.of());
    onward.keySet().forEach(to -> Objects.requireNonNull(neededBy.get(to)).remove(id));
    for (String from : Objects.requireNonNullElse(neededBy.remove(id), Set.<String>of())) {
      String label = Objects.requireNonNull(Objects.requireNonNull(needs.get(from)).remove(id));
      onward.forEach((to, further) -> need(from, to, further.isEmpty() ? label : further));
    }
  }

  /** The same graph with those parts as one that need the same and serve the same. */
  Sketch grouped() {
    Map<List<Object>, String> leaders = new LinkedHashMap<>();
    Map<String, String> leaderOf = new LinkedHashMap<>();
    Sketch grouped = new Sketch();
    parts.forEach(
        (id, part) -> {
          List<Object> alike =
              List.of(
                  part.role().equals("entry-point") ? id : part.role(),
                  part.title(),
                  part.at(Scope.REGION),
                  part.at(Scope.PROVIDER),
                  new TreeMap<>(needs.getOrDefault(id, Map.of())),
                  served(id));
          String leader = leaders.computeIfAbsent(alike, key -> id);
          leaderOf.put(id, leader);
          grouped.parts.merge(leader, part, Part::with);
        });
    for (Drawing.Edge edge : edges()) {
      grouped.need(
          leaderOf.getOrDefault(edge.from(), edge.from()),
          leaderOf.getOrDefault(edge.to(), edge.to()),
          edge.label());
    }
    return grouped;
  }

  private Map<String, String> served(String id) {
    Map<String, String> served = new TreeMap<>();
    for (String from : neededBy.getOrDefault(id, Set.of())) {
      served.put(from, Objects.requireNonNull(Objects.requireNonNull(needs.get(from)).get(id)));
    }
    return served;
  }

  /** The names of the domains at a scope, sorted. */
  static String names(Set<Domain> domains) {
    return domains.stream()
        .map(Domain::name)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining(", "));
  }
}
