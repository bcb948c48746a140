package dev.cutset.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cutset.Draws;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Availability beside going through all combinations, and beside what a textbook says. */
class AvailabilityAnalysisTest {
  private static final int ARCHITECTURES = Draws.of(1_500);
  private static final int MOST_EVENTS = 11;
  private static final double P = 0.01;
  private static final double ZONE = 0.002;
  private static final Domain REGION = Domain.region(Domain.cloud("cloud"), "west");
  private static final Placement A = Placement.in(Domain.zone(REGION, "a"));
  private static final Placement B = Placement.in(Domain.zone(REGION, "b"));

  @Test
  void the_diagram_agrees_with_all_combinations() {
    int compared = 0;
    for (long seed = 0; seed < ARCHITECTURES; seed++) {
      Architecture architecture = new RandomArchitectures(seed).draw();
      Analysis analysis = new Analysis(architecture, architecture);
      List<Component> services = services(architecture);
      if (analysis.failures().size() + services.size() <= MOST_EVENTS) {
        List<Availability> found = new AvailabilityAnalysis(analysis, new Drawn()).entryPoints();
        for (int i = 0; i < found.size(); i++) {
          assertThat(found.get(i).exact()).isTrue();
          assertThat(found.get(i).down().best())
              .as("seed %d, best", seed)
              .isCloseTo(all(analysis, Verdict.DOWN, services, i, true), within(1e-12));
          assertThat(found.get(i).down().worst())
              .as("seed %d, worst", seed)
              .isCloseTo(all(analysis, Verdict.UNKNOWN, services, i, false), within(1e-12));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(Draws.of(300));
  }

  @Test
  void what_is_too_large_is_bounded_on_both_sides() {
    int bounded = 0;
    for (long seed = 0; seed < ARCHITECTURES; seed++) {
      Architecture architecture = new RandomArchitectures(seed).draw();
      Analysis analysis = new Analysis(architecture, architecture);
      List<Availability> exact = new AvailabilityAnalysis(analysis, new Drawn()).entryPoints();
      List<Availability> rough = new AvailabilityAnalysis(analysis, new Drawn(), 6).entryPoints();
      for (int i = 0; i < exact.size(); i++) {
        if (!rough.get(i).exact()) {
          bounded++;
          assertThat(rough.get(i).down().best())
              .as("seed %d", seed)
              .isLessThanOrEqualTo(exact.get(i).down().best() + 1e-12);
          assertThat(rough.get(i).down().worst())
              .as("seed %d", seed)
              .isGreaterThanOrEqualTo(exact.get(i).down().worst() - 1e-12);
        }
      }
    }
    assertThat(bounded).isGreaterThan(Draws.of(100));
  }

  @Test
  void wherever_unknown_zones_turn_out_to_be_the_truth_lies_between() {
    int compared = 0;
    for (long seed = 0; seed < ARCHITECTURES; seed++) {
      Architecture architecture = new RandomArchitectures(seed).draw();
      Analysis analysis = new Analysis(architecture, architecture);
      boolean open = analysis.failures().stream().anyMatch(f -> f.key().contains("/?"));
      if (open && analysis.failures().size() <= 9) {
        Figures figures = figures(0.05, 0.02, 0.01);
        List<Availability> found = new AvailabilityAnalysis(analysis, figures).entryPoints();
        for (Map<String, String> settlement : new BruteForce(architecture).settlements()) {
          for (int i = 0; i < found.size(); i++) {
            assertThat(settled(architecture, analysis, i, settlement, figures))
                .as("seed %d, %s", seed, settlement)
                .isBetween(found.get(i).down().best() - 1e-12, found.get(i).down().worst() + 1e-12);
            compared++;
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(Draws.of(500));
  }

  /** How much of the time it is down once all zones are known. */
  private static double settled(
      Architecture architecture,
      Analysis analysis,
      int entry,
      Map<String, String> settlement,
      Figures figures) {
    Map<String, Double> events = new TreeMap<>();
    for (Failure failure : analysis.failures()) {
      if (!failure.key().endsWith("/?")) {
        events.put(
            settlement.getOrDefault(failure.key(), failure.key()),
            failure.scope() == Scope.INSTANCE ? 0.05 : figures.domain(failure).best());
      }
    }
    List<String> keys = List.copyOf(events.keySet());
    BruteForce bruteForce = new BruteForce(architecture);
    double down = 0;
    for (int combination = 0; combination < 1 << keys.size(); combination++) {
      double chance = 1;
      Set<String> failed = new HashSet<>();
      for (int event = 0; event < keys.size(); event++) {
        boolean happens = (combination >> event & 1) == 1;
        double share = events.getOrDefault(keys.get(event), 0.0);
        chance *= happens ? share : 1 - share;
        if (happens) {
          failed.add(keys.get(event));
        }
      }
      EntryPoint entryPoint = architecture.entryPoints().get(entry);
      down += bruteForce.serves(entryPoint, failed, settlement) ? 0 : chance;
    }
    return down;
  }

  @Test
  void one_copy_is_down_as_often_as_it_fails_and_two_as_often_as_both_do() {
    assertThat(down(P, 0, component("db", 1, A))).isCloseTo(P, within(1e-15));
    assertThat(down(P, 0, component("db", 1, A, B))).isCloseTo(P * P, within(1e-15));
  }

  @Test
  void two_of_three_is_the_binomial_sum() {
    assertThat(down(P, 0, component("zk", 2, A, B, A)))
        .isCloseTo(3 * P * P * (1 - P) + P * P * P, within(1e-15));
  }

  @Test
  void what_is_needed_in_a_row_is_up_when_all_of_it_is() {
    assertThat(down(P, 0, component("web", 1, A), component("db", 1, A)))
        .isCloseTo(1 - (1 - P) * (1 - P), within(1e-15));
  }

  @Test
  void a_zone_that_two_copies_share_is_counted_once() {
    assertThat(down(P, ZONE, component("db", 1, A, A)))
        .isCloseTo(ZONE + (1 - ZONE) * P * P, within(1e-15));
    double one = ZONE + (1 - ZONE) * P;
    assertThat(down(P, ZONE, component("db", 1, A, B))).isCloseTo(one * one, within(1e-15));
  }

  @Test
  void what_costs_most_comes_first() {
    Architecture architecture = row(component("cache", 1, A, B), component("db", 1, A));

    assertThat(availability(architecture, P, 0).costs())
        .extracting(cost -> cost.component().kind().name())
        .containsExactly("db", "cache");
  }

  @Test
  void what_a_component_costs_is_what_would_be_saved_if_it_never_failed() {
    double down = 1 - (1 - P) * (1 - P * P);
    List<Availability.Cost> costs =
        availability(row(component("cache", 1, A, B), component("db", 1, A)), P, 0).costs();

    assertThat(costs).extracting(Availability.Cost::copies).containsExactly(1, 2);
    assertThat(costs.get(0).component().kind().name()).isEqualTo("db");
    assertThat(costs.get(0).cost().best()).isCloseTo(down - P * P, within(1e-15));
    assertThat(costs.get(0).cost().worst()).isCloseTo(down - P * P, within(1e-15));
    assertThat(costs.get(1).cost().best()).isCloseTo(down - P, within(1e-15));
    assertThat(costs.get(1).cost().worst()).isCloseTo(down - P, within(1e-15));
  }

  @Test
  void what_never_fails_costs_nothing() {
    Architecture architecture =
        new Sketch()
            .single("db", Sketch.WEST_A)
            .service("bucket", Sketch.WEST_A)
            .entry("shop", Sketch.on("db"), Sketch.on("bucket"))
            .architecture();

    assertThat(availability(architecture, P, 0).costs())
        .extracting(cost -> cost.component().kind().name())
        .containsExactly("db");
  }

  @Test
  void all_that_went_into_it_is_listed_with_the_domains_first() {
    Architecture architecture =
        new Sketch()
            .copies("db", 1, List.of(Sketch.WEST_A, Sketch.somewhere("later")))
            .group("face")
            .entry("shop", Sketch.on("db"), Sketch.on("face"))
            .architecture();

    assertThat(availability(architecture, P, ZONE).figures())
        .containsExactly(
            used("cloud cloud", true, 0),
            used("region west", true, 0),
            used("zone west-a", true, ZONE),
            used("db", false, P));
  }

  @Test
  void what_is_too_large_lies_between_its_single_failures_and_the_sum_of_all() {
    Architecture architecture = row(component("zk", 2, A, B, A), component("db", 1, B));
    Availability rough =
        new AvailabilityAnalysis(new Analysis(architecture, architecture), figures(P, ZONE, 0), 1)
            .entryPoints()
            .get(0);

    assertThat(rough.exact()).isFalse();
    assertThat(rough.costs()).isEmpty();
    // Zone a holds two of three, and zone b the database.
    assertThat(rough.down().best()).isCloseTo(1 - (1 - P) * (1 - ZONE) * (1 - ZONE), within(1e-15));
    // Two of three must fail, which Markov's inequality bounds by half of their sum.
    assertThat(rough.down().worst()).isCloseTo(2.5 * (P + ZONE), within(1e-15));
  }

  private static Availability.Used used(String what, boolean domain, double share) {
    return new Availability.Used(what, domain, new Figures.Figure(share, share, "textbook"));
  }

  @Test
  void a_chain_of_hundreds_stays_exact() {
    Component[] many = new Component[400];
    for (int i = 0; i < many.length; i++) {
      many[i] = component("c" + i, 1, A, B);
    }

    Availability found = availability(row(many), P, ZONE);

    assertThat(found.exact()).isTrue();
    double both = Math.pow(1 - P * P, 400);
    double one = Math.pow(1 - P, 400);
    double up = (1 - ZONE) * (1 - ZONE) * both + 2 * ZONE * (1 - ZONE) * one;
    assertThat(found.down().worst()).isCloseTo(1 - up, within(1e-12));
  }

  @Test
  void five_thousand_copies_of_which_one_is_enough_stay_exact() {
    Placement[] places = new Placement[5_000];
    for (int i = 0; i < places.length; i++) {
      places[i] = i % 2 == 0 ? A : B;
    }

    Availability found = availability(row(component("web", 1, places)), P, ZONE);

    assertThat(found.exact()).isTrue();
    assertThat(found.down().worst()).isCloseTo(ZONE * ZONE, within(1e-15));
  }

  @Test
  void a_chain_of_five_thousand_stays_exact() {
    Component[] many = new Component[5_000];
    for (int i = 0; i < many.length; i++) {
      Component alone = component("c" + i, 1, A);
      many[i] = i + 1 < many.length ? needing(alone, "c" + (i + 1)) : alone;
    }
    Architecture architecture =
        Architecture.of(
            List.of(many),
            List.of(
                new EntryPoint(
                    new Urn("entry"),
                    "entry",
                    Scope.ZONE,
                    new Need.On(new Urn("c0"), Evidence.declared("drawn")))));

    Availability found = availability(architecture, 1e-4, ZONE);

    assertThat(found.exact()).isTrue();
    assertThat(found.down().worst())
        .isCloseTo(1 - (1 - ZONE) * Math.pow(1 - 1e-4, 5_000), within(1e-12));
  }

  private static Component needing(Component component, String other) {
    return new Component(
        component.id(),
        component.kind(),
        component.replicas(),
        component.required(),
        component.failover(),
        new Need.On(new Urn(other), Evidence.declared("drawn")),
        List.of(),
        Component.Traits.NONE);
  }

  private static double down(double copy, double zone, Component... row) {
    Availability.Range down = availability(row(row), copy, zone).down();
    assertThat(down.best()).isEqualTo(down.worst());
    return down.best();
  }

  private static Availability availability(Architecture architecture, double copy, double zone) {
    return new AvailabilityAnalysis(
            new Analysis(architecture, architecture), figures(copy, zone, 0))
        .entryPoints()
        .get(0);
  }

  private static Figures figures(double copy, double zone, double larger) {
    return new Figures() {
      @Override
      public Figure copy(Component component) {
        return new Figure(copy, copy, "textbook");
      }

      @Override
      public Figure service(Component component) {
        return new Figure(0, 0, "textbook");
      }

      @Override
      public Figure domain(Failure failure) {
        double share = failure.scope() == Scope.ZONE ? zone : larger;
        return new Figure(share, share, "textbook");
      }
    };
  }

  private static Architecture row(Component... components) {
    List<Need> needs = new ArrayList<>();
    for (Component component : components) {
      needs.add(new Need.On(component.id(), Evidence.declared("drawn")));
    }
    return Architecture.of(
        List.of(components),
        List.of(new EntryPoint(new Urn("entry"), "entry", Scope.ZONE, Need.all(needs))));
  }

  private static Component component(String name, int required, Placement... places) {
    List<Replica> replicas = new ArrayList<>();
    for (Placement place : places) {
      replicas.add(
          new Replica(
              name + "#" + replicas.size(), new Urn(name), name, place, true, Need.NOTHING));
    }
    return new Component(
        new Urn(name),
        new Component.Kind(name, "type", "thing", Optional.of(Role.DATABASE)),
        replicas,
        required,
        Failover.AUTOMATIC,
        Need.NOTHING,
        List.of(),
        Component.Traits.NONE);
  }

  private static List<Component> services(Architecture architecture) {
    return architecture.components().values().stream()
        .filter(component -> !component.replicas().isEmpty())
        .filter(component -> component.replicas().stream().noneMatch(Replica::failsAlone))
        .toList();
  }

  /** Goes through everything that can be up or down. */
  private static double all(
      Analysis analysis, Verdict completion, List<Component> services, int entry, boolean best) {
    Drawn figures = new Drawn();
    Outage outage = new Outage(analysis.run(completion));
    List<Failure> failures = analysis.failures();
    int events = failures.size() + services.size();
    double down = 0;
    for (int combination = 0; combination < 1 << events; combination++) {
      double chance = 1;
      Set<Integer> failed = new HashSet<>();
      List<Urn> gone = new ArrayList<>();
      for (int event = 0; event < events; event++) {
        boolean happens = (combination >> event & 1) == 1;
        Figures.Figure figure =
            event < failures.size()
                ? figures.of(failures.get(event))
                : figures.service(services.get(event - failures.size()));
        boolean open = event < failures.size() && failures.get(event).key().contains("/?");
        double share = best ? (open ? 0 : figure.best()) : figure.worst();
        if (!best && open && failures.get(event).key().endsWith("/?")) {
          share = anyOf(failures, failures.get(event), figures);
        }
        chance *= happens ? share : 1 - share;
        if (happens && event < failures.size()) {
          failed.add(event);
        } else if (happens) {
          gone.add(services.get(event - failures.size()).id());
        }
      }
      down += outage.entryPointsDown(failed, gone)[entry] ? chance : 0;
    }
    return down;
  }

  /** Any of the zones of a region that are not known yet. */
  private static double anyOf(List<Failure> failures, Failure all, Drawn figures) {
    double none = 1;
    boolean some = false;
    for (Failure other : failures) {
      if (other.key().startsWith(all.key()) && !other.equals(all)) {
        none *= 1 - figures.domain(other).worst();
        some = true;
      }
    }
    return some ? 1 - none : figures.domain(all).worst();
  }

  /** A different figure for everything. */
  private static final class Drawn implements Figures {

    @Override
    public Figure copy(Component component) {
      return drawn(component.id().text());
    }

    @Override
    public Figure service(Component component) {
      return drawn("service " + component.id());
    }

    @Override
    public Figure domain(Failure failure) {
      return drawn(failure.key());
    }

    /** Copies of one component fail alike. */
    Figure of(Failure failure) {
      return failure.scope() == Scope.INSTANCE
          ? drawn(failure.urn().orElseThrow().text())
          : domain(failure);
    }

    private static Figure drawn(String key) {
      double share = 0.01 + Math.floorMod(key.hashCode(), 97) / 400.0;
      return new Figure(share, share * 1.5, "drawn");
    }
  }
}
