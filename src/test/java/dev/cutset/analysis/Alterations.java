package dev.cutset.analysis;

import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Component;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.Placement;
import dev.cutset.architecture.Replica;
import dev.cutset.catalog.Failover;
import dev.cutset.catalog.Role;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Changes to an architecture of which it is known what they do to verdicts. */
final class Alterations {
  private Alterations() {}

  static Architecture shuffled(Architecture architecture, Random random) {
    List<Component> components = new ArrayList<>(architecture.components().values());
    List<EntryPoint> entryPoints = new ArrayList<>(architecture.entryPoints());
    Collections.shuffle(components, random);
    Collections.shuffle(entryPoints, random);
    return Architecture.of(components, entryPoints);
  }

  /** The same architecture with all components called otherwise; replicas keep their ids. */
  static Architecture renamed(Architecture architecture, UnaryOperator<Urn> names) {
    return Architecture.of(
        architecture.components().values().stream()
            .map(
                c ->
                    new Component(
                        names.apply(c.id()),
                        c.kind(),
                        c.replicas().stream()
                            .map(r -> r.needing(renamed(r.need(), names)))
                            .toList(),
                        c.required(),
                        c.failover(),
                        renamed(c.need(), names),
                        c.standbys(),
                        c.traits()))
            .toList(),
        architecture.entryPoints().stream()
            .map(e -> new EntryPoint(e.urn(), e.name(), e.target(), renamed(e.need(), names)))
            .toList());
  }

  private static Need renamed(Need need, UnaryOperator<Urn> names) {
    if (need instanceof Need.On on) {
      return new Need.On(names.apply(on.component()), on.evidence());
    } else if (need instanceof Need.Any any) {
      return new Need.Any(renamed(any.needs(), names), any.failover());
    } else if (need instanceof Need.AtLeast some) {
      return new Need.AtLeast(some.least(), renamed(some.needs(), names));
    }
    return new Need.All(renamed(((Need.All) need).needs(), names));
  }

  private static List<Need> renamed(List<Need> needs, UnaryOperator<Urn> names) {
    return needs.stream().map(need -> renamed(need, names)).toList();
  }

  /** The same architecture with a component of its own for each entry point, as stacks have it. */
  static Architecture grounded(Architecture architecture) {
    List<Component> components = new ArrayList<>(architecture.components().values());
    List<EntryPoint> entryPoints = new ArrayList<>();
    for (EntryPoint entry : architecture.entryPoints()) {
      components.add(
          new Component(
              entry.urn(),
              new Component.Kind(entry.name(), "type", "name", Optional.of(Role.DNS)),
              List.of(),
              0,
              Failover.AUTOMATIC,
              entry.need(),
              List.of(),
              Component.Traits.NONE));
      Need name = new Need.On(entry.urn(), Evidence.declared("drawn"));
      entryPoints.add(new EntryPoint(entry.urn(), entry.name(), entry.target(), name));
    }
    return Architecture.of(components, entryPoints);
  }

  /** The same architecture with a further copy of one component, if it has any. */
  static Architecture enlarged(Architecture architecture, Urn grown, Placement place) {
    return changed(
        architecture,
        component -> {
          if (!component.id().equals(grown) || component.replicas().isEmpty()) {
            return component;
          }
          List<Replica> replicas = new ArrayList<>(component.replicas());
          replicas.add(new Replica("more of " + grown, grown, "more", place, true, Need.NOTHING));
          return withReplicas(component, replicas);
        });
  }

  /** The same architecture with all that was in one place in another. */
  static Architecture moved(Architecture architecture, Placement from, Placement to) {
    return changed(
        architecture,
        component ->
            withReplicas(
                component,
                component.replicas().stream()
                    .map(r -> r.placement().equals(from) ? at(r, to) : r)
                    .toList()));
  }

  private static Replica at(Replica replica, Placement place) {
    return new Replica(
        replica.id(),
        replica.resource(),
        replica.name(),
        place,
        replica.failsAlone(),
        replica.need());
  }

  private static Architecture changed(Architecture architecture, UnaryOperator<Component> change) {
    return Architecture.of(
        architecture.components().values().stream().map(change).toList(),
        architecture.entryPoints());
  }

  private static Component withReplicas(Component component, List<Replica> replicas) {
    return new Component(
        component.id(),
        component.kind(),
        replicas,
        component.required(),
        component.failover(),
        component.need(),
        component.standbys(),
        component.traits());
  }
}
