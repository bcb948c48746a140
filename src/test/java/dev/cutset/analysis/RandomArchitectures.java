package dev.cutset.analysis;

import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Component;
import dev.cutset.architecture.Domain;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.Placement;
import dev.cutset.architecture.Replica;
import dev.cutset.catalog.Failover;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Scope;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Draws small architectures with every kind of need, cycles, domains and unknown zones. */
final class RandomArchitectures {
  private static final Domain CLOUD = Domain.cloud("cloud");
  private static final Domain WEST = Domain.region(CLOUD, "west");
  private static final Domain EAST = Domain.region(CLOUD, "east");
  private static final List<Placement> PLACES =
      List.of(
          Placement.in(Domain.zone(WEST, "west-a")),
          Placement.in(Domain.zone(WEST, "west-b")),
          Placement.in(Domain.zone(EAST, "east-a")),
          Placement.in(EAST),
          Placement.in(CLOUD),
          Placement.in(Domain.dnsProvider(CLOUD, "names")),
          Placement.somewhere(WEST, "x"),
          Placement.somewhere(WEST, "y"));

  private final Random random;

  RandomArchitectures(long seed) {
    this.random = new Random(seed);
  }

  Architecture draw() {
    int size = 1 + random.nextInt(7);
    List<Component> components = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      components.add(component(i, size));
    }
    List<EntryPoint> entryPoints = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(2); i++) {
      entryPoints.add(
          new EntryPoint(new Urn("entry-" + i), "entry-" + i, Scope.ZONE, need(size, 3)));
    }
    return Architecture.of(components, entryPoints);
  }

  private Component component(int number, int size) {
    List<Replica> replicas = new ArrayList<>();
    int copies = random.nextInt(4);
    for (int i = 0; i < copies; i++) {
      replicas.add(replica(number, i, size));
    }
    int required = copies == 0 ? 0 : 1 + random.nextInt(copies);
    return new Component(
        urn(number),
        new Component.Kind("c" + number, "type", "thing", Optional.of(Role.COMPUTE)),
        replicas,
        required,
        Failover.AUTOMATIC,
        random.nextBoolean() ? Need.NOTHING : need(size, 2),
        List.of(),
        Component.Traits.NONE);
  }

  private Replica replica(int number, int copy, int size) {
    return new Replica(
        "c" + number + "#" + copy,
        urn(number),
        "c" + number,
        PLACES.get(random.nextInt(PLACES.size())),
        random.nextBoolean(),
        random.nextInt(3) > 0 ? Need.NOTHING : need(size, 1));
  }

  private Need need(int size, int depth) {
    if (depth == 0 || random.nextInt(3) == 0) {
      return new Need.On(urn(random.nextInt(size)), Evidence.declared("drawn"));
    }
    List<Need> parts = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      parts.add(need(size, depth - 1));
    }
    return switch (random.nextInt(4)) {
      case 0 -> new Need.All(parts);
      case 1 -> new Need.AtLeast(1 + random.nextInt(parts.size()), parts);
      default -> new Need.Any(parts, Failover.values()[random.nextInt(Failover.values().length)]);
    };
  }

  private static Urn urn(int number) {
    return new Urn("c" + number);
  }
}
