package dev.cutset.catalog;

import dev.cutset.catalog.ResourceType.Delegation;
import dev.cutset.catalog.ResourceType.DnsRecord;
import dev.cutset.catalog.ResourceType.DnsZone;
import dev.cutset.catalog.ResourceType.Ensemble;
import dev.cutset.catalog.ResourceType.Firewall;
import dev.cutset.catalog.ResourceType.Origins;
import dev.cutset.stack.PropertyPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The property names that an entry uses.
 *
 * @param properties the properties in which its paths begin
 * @param steps every name on the way of its paths
 */
record Vocabulary(Set<String> properties, Set<String> steps) {

  static Vocabulary of(Collection<PropertyPath> paths) {
    Set<String> properties = new LinkedHashSet<>();
    Set<String> steps = new LinkedHashSet<>();
    for (PropertyPath path : paths) {
      properties.add(path.property());
      steps.addAll(path.steps());
    }
    return new Vocabulary(Set.copyOf(properties), Set.copyOf(steps));
  }

  static Vocabulary of(ResourceType type) {
    return of(paths(type));
  }

  /** Every path that an entry names; those relative to a firewall rule with the rule in front. */
  static List<PropertyPath> paths(ResourceType type) {
    List<PropertyPath> all = new ArrayList<>(type.defaults().keySet());
    all.addAll(type.inherits().keySet());
    type.inherits().values().forEach(all::addAll);
    type.place().forEach(place -> of(place).ifPresent(all::add));
    type.copies().forEach(copies -> addCopies(all, copies));
    type.links().forEach(link -> addLink(all, link));
    all.addAll(type.identities());
    all.addAll(type.reads());
    all.addAll(type.facts().values());
    type.network()
        .ifPresent(
            network -> {
              all.addAll(network.groups());
              all.addAll(network.within());
              all.addAll(network.ports());
            });
    type.origins().ifPresent(origins -> addOrigins(all, origins));
    type.entry()
        .ifPresent(
            entry -> {
              entry.name().ifPresent(all::add);
              addConditions(all, entry.when());
            });
    type.dns().ifPresent(dns -> addDns(all, dns));
    type.firewall().ifPresent(firewall -> addFirewall(all, firewall));
    type.labels()
        .ifPresent(
            labels -> {
              labels.selects().ifPresent(all::add);
              labels.carries().ifPresent(all::add);
            });
    type.patches().forEach(patch -> addPatch(all, patch));
    type.ensemble().map(Ensemble::copies).orElse(List.of()).forEach(one -> addCopies(all, one));
    return all;
  }

  private static Optional<PropertyPath> of(Place place) {
    if (place instanceof Place.Zone zone) {
      return Optional.of(zone.path());
    }
    if (place instanceof Place.Region region) {
      return Optional.of(region.path());
    }
    if (place instanceof Place.Nodes nodes) {
      return Optional.of(nodes.path());
    }
    return place instanceof Place.In in ? Optional.of(in.path()) : Optional.empty();
  }

  private static void addConditions(List<PropertyPath> all, List<Condition> conditions) {
    conditions.forEach(condition -> all.add(condition.path()));
  }

  private static void addCopies(List<PropertyPath> all, Copies copies) {
    addConditions(all, copies.when());
    if (copies.count() instanceof Copies.Declared declared) {
      all.addAll(declared.paths());
    }
  }

  private static void addLink(List<PropertyPath> all, Link link) {
    link.from().ifPresent(all::add);
    link.to().ifPresent(all::add);
    addConditions(all, link.when());
  }

  private static void addPatch(List<PropertyPath> all, Patch patch) {
    addConditions(all, patch.when());
    addConditions(all, patch.unless());
    all.addAll(patch.set().keySet());
  }

  private static void addOrigins(List<PropertyPath> all, Origins origins) {
    List<PropertyPath> ofOne = new ArrayList<>(origins.at());
    ofOne.add(origins.id());
    origins.custom().ifPresent(ofOne::add);
    ofOne.forEach(path -> all.add(PropertyPath.of(origins.list() + "." + path)));
    origins
        .groups()
        .ifPresent(
            groups ->
                List.of(groups.id(), groups.members())
                    .forEach(path -> all.add(PropertyPath.of(groups.list() + "." + path))));
    all.addAll(origins.used());
  }

  private static void addDns(List<PropertyPath> all, ResourceType.Dns dns) {
    if (dns instanceof DnsZone zone) {
      all.add(zone.name());
      addConditions(all, zone.isPrivate());
    } else if (dns instanceof DnsRecord answer) {
      all.addAll(List.of(answer.zone(), answer.name()));
      List.of(
              answer.recordType(),
              answer.answers(),
              answer.alias(),
              answer.evaluatesTarget(),
              answer.healthCheck(),
              answer.failover(),
              answer.weight())
          .forEach(path -> path.ifPresent(all::add));
      all.addAll(answer.routing().values());
    } else if (dns instanceof Delegation delegation) {
      all.addAll(List.of(delegation.name(), delegation.servers()));
    }
  }

  private static void addFirewall(List<PropertyPath> all, Firewall firewall) {
    firewall.group().ifPresent(all::add);
    addConditions(all, firewall.when());
    List<PropertyPath> ofOneRule = new ArrayList<>(firewall.sources());
    ofOneRule.addAll(firewall.ranges());
    ofOneRule.add(firewall.fromPort());
    ofOneRule.add(firewall.toPort());
    firewall.morePorts().ifPresent(ofOneRule::add);
    addConditions(ofOneRule, firewall.rulesWhen());
    firewall.protocol().ifPresent(ofOneRule::add);
    firewall.self().ifPresent(ofOneRule::add);
    firewall
        .tags()
        .ifPresent(
            tags ->
                all.addAll(List.of(tags.network(), tags.sources(), tags.targets(), tags.ranges())));
    for (PropertyPath path : ofOneRule) {
      all.add(firewall.rules().map(rules -> PropertyPath.of(rules + "." + path)).orElse(path));
    }
  }
}
