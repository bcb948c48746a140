package dev.cutset.analysis;

import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Component;
import dev.cutset.architecture.Domain;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.Placement;
import dev.cutset.architecture.Replica;
import dev.cutset.architecture.Standby;
import dev.cutset.catalog.Failover;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Scope;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A small architecture, put together in the words of a test. */
final class Sketch {
  static final Domain CLOUD = Domain.cloud("cloud");
  static final Domain WEST = Domain.region(CLOUD, "west");
  static final Domain EAST = Domain.region(CLOUD, "east");
  static final Placement WEST_A = Placement.in(Domain.zone(WEST, "west-a"));
  static final Placement WEST_B = Placement.in(Domain.zone(WEST, "west-b"));
  static final Placement WEST_C = Placement.in(Domain.zone(WEST, "west-c"));
  static final Placement EAST_A = Placement.in(Domain.zone(EAST, "east-a"));
  static final Placement GLOBAL = Placement.in(CLOUD);

  private final Map<String, Component> components = new LinkedHashMap<>();
  private final List<EntryPoint> entryPoints = new ArrayList<>();

  /** A zone of the west that is not known yet. */
  static Placement somewhere(String label) {
    return Placement.somewhere(WEST, label);
  }

  static Need on(String name) {
    return new Need.On(new Urn(name), Evidence.declared("drawn so"));
  }

  static Need believed(String name, String why) {
    return new Need.On(new Urn(name), new Evidence(Evidence.Kind.LITERAL, why));
  }

  static Need any(String... names) {
    return new Need.Any(Arrays.stream(names).map(Sketch::on).toList(), Failover.CLIENT);
  }

  static Need atLeast(int least, String... names) {
    return new Need.AtLeast(least, Arrays.stream(names).map(Sketch::on).toList());
  }

  /** One copy that can fail by itself. */
  Sketch single(String name, Placement place, Need... needs) {
    return copies(name, 1, List.of(place), needs);
  }

  /** Copies that can each fail by themselves, of which so many must live. */
  Sketch copies(String name, int required, List<Placement> places, Need... needs) {
    List<Replica> replicas = new ArrayList<>();
    for (Placement place : places) {
      replicas.add(replica(name + "#" + replicas.size(), name, place, true));
    }
    return add(name, required, replicas, needs);
  }

  /** A managed service: its copies go only with what they are in. */
  Sketch service(String name, Placement place, Need... needs) {
    return add(name, 1, List.of(replica(name + "#0", name, place, false)), needs);
  }

  /** Something that cannot fail by itself. */
  Sketch group(String name, Need... needs) {
    return add(name, 0, List.of(), needs);
  }

  /** Changes the component that was added last. */
  Sketch but(Change change) {
    String last = List.copyOf(components.keySet()).get(components.size() - 1);
    components.computeIfPresent(last, (name, component) -> change.of(component));
    return this;
  }

  /** A change to a component. */
  interface Change {
    Component of(Component component);
  }

  /** Another component stands by for the one that was added last. */
  Sketch standby(Standby.Kind kind, String name, Placement... places) {
    List<Replica> replicas =
        Arrays.stream(places).map(place -> replica("standby " + name, name, place, true)).toList();
    return but(
        component ->
            component.standingBy(List.of(new Standby(kind, new Urn(name), name, replicas))));
  }

  /** Each copy of the component that was added last has a need of its own. */
  Sketch eachNeeding(Need... needs) {
    return but(
        component ->
            new Component(
                component.id(),
                component.kind(),
                component.replicas().stream()
                    .map(r -> r.needing(needs[component.replicas().indexOf(r) % needs.length]))
                    .toList(),
                component.required(),
                component.failover(),
                component.need(),
                component.standbys(),
                component.traits()));
  }

  /** The component that was added last has another role. */
  Sketch as(Role role) {
    return as(of(role));
  }

  /** The component that was added last only passes on what it needs. */
  Sketch asPassage() {
    return as(Optional.empty());
  }

  private Sketch as(Optional<Role> role) {
    return but(
        c ->
            new Component(
                c.id(),
                new Component.Kind(c.kind().name(), c.kind().type(), c.kind().title(), role),
                c.replicas(),
                c.required(),
                c.failover(),
                c.need(),
                c.standbys(),
                c.traits()));
  }

  private static Optional<Role> of(Role role) {
    return Optional.of(role);
  }

  /** The component that was added last has other traits. */
  Sketch with(Component.Traits traits) {
    return but(
        c ->
            new Component(
                c.id(),
                c.kind(),
                c.replicas(),
                c.required(),
                c.failover(),
                c.need(),
                c.standbys(),
                traits));
  }

  static Component.Traits balancing(String... names) {
    return new Component.Traits(
        List.of(),
        false,
        true,
        Arrays.stream(names).map(Urn::new).toList(),
        Map.of(),
        Map.of(),
        List.of());
  }

  static Component.Traits madeFrom(String... resources) {
    return new Component.Traits(
        Arrays.stream(resources).map(Urn::new).toList(),
        false,
        true,
        List.of(),
        Map.of(),
        Map.of(),
        List.of());
  }

  static Component.Traits undecidedBy(String... properties) {
    return new Component.Traits(
        List.of(), false, true, List.of(), Map.of(), Map.of(), List.of(properties));
  }

  /** A way in; where no component has its name, one is added that only gives it a face. */
  Sketch entry(String name, Need... needs) {
    if (!components.containsKey(name)) {
      group(name);
    }
    entryPoints.add(new EntryPoint(new Urn(name), name, Scope.ZONE, Need.all(List.of(needs))));
    return this;
  }

  Architecture architecture() {
    return Architecture.of(List.copyOf(components.values()), entryPoints);
  }

  Analysis analysis() {
    Architecture architecture = architecture();
    return new Analysis(architecture, architecture);
  }

  /** What is to blame, without what lies with everything being in one place. */
  List<String> causes() {
    return analysis().cuts().stream().filter(cut -> !cut.confined()).map(Sketch::line).toList();
  }

  /** What lies with everything being in one place. */
  List<String> confined() {
    return analysis().cuts().stream().filter(Cut::confined).map(Sketch::line).toList();
  }

  private static String line(Cut cut) {
    return cut.verdict().word()
        + " at "
        + cut.scope().word()
        + " by "
        + cut.cause().stream().map(Urn::text).collect(Collectors.joining(" or "))
        + ": "
        + cut.entryPoints().stream().map(EntryPoint::name).collect(Collectors.joining(", "));
  }

  private Sketch add(String name, int required, List<Replica> replicas, Need... needs) {
    components.put(
        name,
        new Component(
            new Urn(name),
            new Component.Kind(name, "type", "thing", of(Role.COMPUTE)),
            replicas,
            required,
            Failover.AUTOMATIC,
            Need.all(List.of(needs)),
            List.of(),
            Component.Traits.NONE));
    return this;
  }

  private static Replica replica(String id, String name, Placement place, boolean failsAlone) {
    return new Replica(id, new Urn(name), name, place, failsAlone, Need.NOTHING);
  }
}
