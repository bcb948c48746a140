package dev.cutset.bench.stacks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The shapes that are there by name; beside {@link Web} each takes one thing far. */
final class Shapes {
  private static final int SHARED = 12;
  private static final int FRIENDS = 32;

  private Shapes() {}

  static Map<String, Shape> all() {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    shapes.put("web", new Web());
    shapes.put("wide", in((site, parts) -> wide(site, parts)));
    shapes.put("deep", in((site, parts) -> chain(site, parts, Integer.MAX_VALUE)));
    shapes.put("entries", in((site, parts) -> entries(site, parts, 0)));
    shapes.put("shared", in((site, parts) -> entries(site, parts, SHARED)));
    shapes.put("dense", in((site, parts) -> dense(site, parts)));
    shapes.put("worst", in((site, parts) -> chain(site, parts, 10)));
    return shapes;
  }

  private static Shape in(BiConsumer<Stack.Site, Parts> shape) {
    return site -> shape.accept(site, new Parts(new Network(site, "net", true)));
  }

  /** One balancer before ever so many servers. */
  private static void wide(Stack.Site site, Parts parts) {
    Made group = parts.group("servers", 8080, List.of());
    Made balancer = parts.balancer("wide", group, false);
    Made targets = parts.targets("wide", balancer);
    parts.record("wide", balancer, true);
    for (int i = 0; !site.full(); i++) {
      parts.attach("s-" + i, targets, parts.instance("s-" + i, group, i));
    }
  }

  /**
   * One server that needs the next, and so on: every one takes the first down. With an entry point
   * at every so many the answer itself is long: each has to name all that come before it.
   */
  private static void chain(Stack.Site site, Parts parts, int step) {
    Made group = parts.group("servers", 8080, List.of());
    Made last = parts.instance("s-0", group, 0);
    for (int i = 1; site.left() > 4; i++) {
      last = parts.instance("s-" + i, group, i, last);
      if (i % step == 0) {
        entry(parts, "e-" + i, group, last);
      }
    }
    entry(parts, "e", group, last);
  }

  private static void entry(Parts parts, String name, Made group, Made server) {
    Made balancer = parts.balancer(name, group, false);
    parts.attach(name, parts.targets(name, balancer), server);
  }

  /** Many balancers, each before two servers of its own, which need all of what is shared. */
  private static void entries(Stack.Site site, Parts parts, int shared) {
    Made group = parts.group("servers", 8080, List.of());
    List<Made> needs = new ArrayList<>();
    for (int i = 0; i < shared; i++) {
      Made store = parts.group("shared-" + i, 5432, List.of(group));
      needs.add(parts.database("shared-" + i, store, i % 2 == 0));
    }
    for (int i = 0; !site.full(); i++) {
      String name = "e-" + i;
      Made balancer = parts.balancer(name, group, false);
      Made targets = parts.targets(name, balancer);
      parts.record(name, balancer, true);
      for (int zone = 0; zone < 2; zone++) {
        Made server = parts.instance(name + "-" + zone, group, zone, needs.toArray(Made[]::new));
        parts.attach(name + "-" + zone, targets, server);
      }
    }
  }

  /** Servers with a security group each, that lets in all that were made before it in its ward. */
  private static void dense(Stack.Site site, Parts parts) {
    List<Made> friends = new ArrayList<>();
    for (int i = 0; !site.full(); i++) {
      if (i % FRIENDS == 0) {
        friends.clear();
        friends.add(parts.group("ward-" + i, 443, List.of()));
        Made balancer = parts.balancer("ward-" + i, friends.get(0), false);
        Made targets = parts.targets("ward-" + i, balancer);
        parts.attach("ward-" + i, targets, parts.instance("ward-" + i, friends.get(0), i));
      }
      Made group = parts.group("g-" + i, 7000, friends);
      friends.add(group);
      parts.instance("s-" + i, group, i);
    }
  }
}
