package dev.cutset.architecture.builder;

import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.declared.Declared;
import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.declared.Reading;
import dev.cutset.architecture.declared.VolumeZones;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.catalog.Failover;
import dev.cutset.catalog.Place;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which nodes a workload of Kubernetes asks for: those of some zones, or those of the groups whose
 * nodes carry a label. What it only prefers is no matter once that is gone.
 */
final class Pinning {
  private static final Set<String> ZONE =
      Set.of("topology.kubernetes.io/zone", "failure-domain.beta.kubernetes.io/zone");
  private static final List<String> GROUP =
      List.of(
          "eks.amazonaws.com/nodegroup",
          "alpha.eksctl.io/nodegroup-name",
          "cloud.google.com/gke-nodepool",
          "kubernetes.azure.com/agentpool",
          "agentpool",
          "doks.digitalocean.com/node-pool");
  private static final String NODE_LABELS = "nodeLabels";
  private static final PropertyPath SELECTOR = PropertyPath.of("nodeSelector");
  private static final String REQUIRED =
      "affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.";
  private static final List<PropertyPath> TERMS =
      List.of(
          PropertyPath.of(REQUIRED + "nodeSelectorTerms"),
          PropertyPath.of(REQUIRED + "nodeSelectorTerm"));
  private static final List<PropertyPath> NAMES =
      List.of(PropertyPath.of("nodeGroupName"), PropertyPath.of("name"));

  /**
   * What a workload asks for.
   *
   * @param zones the zones; none if it asks for none
   * @param groups the groups of nodes; none if it asks for nothing that tells them apart
   */
  record Wish(Set<String> zones, Set<Known> groups) {}

  private final Map<String, Set<Known>> labelled = new HashMap<>();

  private final VolumeZones volumes;

  Pinning(Declared declared, VolumeZones volumes) {
    this.volumes = volumes;
    for (Known known : declared.all()) {
      PropertyPath path = known.type().facts().get(NODE_LABELS);
      if (path != null) {
        label(known, path);
      }
    }
  }

  private void label(Known group, PropertyPath path) {
    for (Value labels : path.in(group.resource())) {
      if (labels instanceof Value.Fields fields) {
        fields
            .values()
            .forEach((key, value) -> Reading.asText(value).ifPresent(v -> label(group, key, v)));
      }
    }
    Set<String> names = new LinkedHashSet<>(List.of(group.name()));
    NAMES.forEach(
        name ->
            name.in(group.resource())
                .forEach(value -> Reading.asText(value).ifPresent(names::add)));
    GROUP.forEach(key -> names.forEach(name -> label(group, key, name)));
  }

  private void label(Known group, String key, String value) {
    labelled.computeIfAbsent(key + "=" + value, k -> new LinkedHashSet<>()).add(group);
  }

  /** What the specification of pods at a path asks for. */
  Wish of(Known known, PropertyPath path) {
    Map<String, Set<String>> asked = new LinkedHashMap<>();
    for (Value pods : path.in(known.resource())) {
      if (pods instanceof Value.Fields) {
        select(pods, asked);
        require(pods, asked);
      }
    }
    Set<String> zones = new LinkedHashSet<>();
    asked.forEach(
        (key, values) -> {
          if (ZONE.contains(key)) {
            zones.addAll(values);
          }
        });
    if (zones.isEmpty()) {
      zones.addAll(volumes.of(known));
    }
    return new Wish(zones, groups(asked));
  }

  private static void select(Value pods, Map<String, Set<String>> asked) {
    for (Value selector : SELECTOR.within(pods)) {
      if (selector instanceof Value.Fields fields) {
        fields
            .values()
            .forEach(
                (key, value) ->
                    Reading.asText(value).ifPresent(text -> asked.put(key, Set.of(text))));
      }
    }
  }

  /** Of several terms any will do, so that only what all of them ask for is asked for. */
  private static void require(Value pods, Map<String, Set<String>> asked) {
    List<Value> terms = new ArrayList<>();
    TERMS.forEach(path -> terms.addAll(path.within(pods)));
    Map<String, Set<String>> common = new LinkedHashMap<>();
    for (int i = 0; i < terms.size(); i++) {
      Map<String, Set<String>> one = expressions(terms.get(i));
      if (i == 0) {
        common.putAll(one);
      } else {
        common.keySet().retainAll(one.keySet());
        common.replaceAll((key, values) -> union(values, one.getOrDefault(key, Set.of())));
      }
    }
    common.forEach(asked::putIfAbsent);
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> union = new LinkedHashSet<>(some);
    union.addAll(others);
    return union;
  }

  private static Map<String, Set<String>> expressions(Value term) {
    Map<String, Set<String>> found = new LinkedHashMap<>();
    for (Value expression : PropertyPath.of("matchExpressions").within(term)) {
      Optional<String> key = text(expression, "key");
      Set<String> values = new LinkedHashSet<>();
      boolean known = true;
      for (Value value : PropertyPath.of("values").within(expression)) {
        known &= !value.opaque();
        Reading.asText(value).ifPresent(values::add);
      }
      boolean oneOf = text(expression, "operator").filter("In"::equals).isPresent();
      if (key.isPresent() && oneOf && known && !values.isEmpty()) {
        found.put(key.get(), values);
      }
    }
    return found;
  }

  private static Optional<String> text(Value fields, String name) {
    return PropertyPath.of(name).within(fields).stream()
        .flatMap(value -> Reading.asText(value).stream())
        .findFirst();
  }

  /** Labels that no group declares, such as the operating system, tell no nodes apart. */
  private Set<Known> groups(Map<String, Set<String>> asked) {
    Set<Known> groups = new LinkedHashSet<>();
    boolean told = false;
    for (Map.Entry<String, Set<String>> one : asked.entrySet()) {
      Set<Known> fitting = new LinkedHashSet<>();
      for (String value : one.getValue()) {
        fitting.addAll(labelled.getOrDefault(one.getKey() + "=" + value, Set.of()));
      }
      if (!fitting.isEmpty()) {
        if (told) {
          groups.retainAll(fitting);
        } else {
          groups.addAll(fitting);
        }
        told = true;
      }
    }
    return groups;
  }

  /** What runs on some nodes only needs any of those, whatever others its cluster has. */
  void connect(Drafts drafts) {
    for (Draft draft : List.copyOf(drafts.all())) {
      for (Place place : draft.known().type().place()) {
        if (place instanceof Place.Nodes nodes) {
          Evidence asked = Evidence.declared(draft.known().said(nodes.path()) + " asks for them");
          List<Need> ways =
              of(draft.known(), nodes.path()).groups().stream()
                  .map(group -> drafts.on(group, asked))
                  .toList();
          draft.need(Need.any(ways, Failover.AUTOMATIC));
        }
      }
    }
  }
}
