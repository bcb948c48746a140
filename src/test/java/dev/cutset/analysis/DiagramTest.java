package dev.cutset.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cutset.Draws;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Diagrams beside going through all combinations of what may happen. */
class DiagramTest {
  private static final int EVENTS = 7;
  private static final int FUNCTIONS = Draws.of(2_000);

  @Test
  void a_count_of_events_and_of_functions_of_them_is_as_likely_as_all_its_combinations() {
    for (long seed = 0; seed < FUNCTIONS; seed++) {
      Drawn drawn = new Drawn(new Random(seed));

      assertThat(drawn.diagram.probability(drawn.chances))
          .as("seed %d", seed)
          .isCloseTo(drawn.likely(-1), within(1e-12));
    }
  }

  @Test
  void what_an_event_costs_is_how_much_less_likely_all_is_without_it() {
    for (long seed = 0; seed < FUNCTIONS; seed++) {
      Drawn drawn = new Drawn(new Random(seed));
      double[] costs = drawn.diagram.costs(drawn.chances);

      for (int event = 0; event < EVENTS; event++) {
        assertThat(costs[event])
            .as("seed %d, event %d", seed, event)
            .isCloseTo(drawn.likely(-1) - drawn.likely(event), within(1e-12));
      }
    }
  }

  @Test
  void what_needs_more_nodes_than_allowed_is_given_up() {
    Bdd bdd = new Bdd(20);
    int[] events = new int[10];

    assertThatThrownBy(
            () -> {
              for (int i = 0; i < events.length; i++) {
                events[i] = bdd.variable(i);
              }
              bdd.atLeast(5, events);
            })
        .isInstanceOf(Bdd.TooLargeException.class);
  }

  /** So many of several counts of events, as a diagram and as it is said. */
  private static final class Drawn {
    private final double[] chances = new double[EVENTS];
    private final Diagram diagram;
    private final IntPredicate holds;

    Drawn(Random random) {
      Bdd bdd = new Bdd(10_000);
      for (int i = 0; i < EVENTS; i++) {
        chances[i] = random.nextDouble();
      }
      int parts = 1 + random.nextInt(4);
      int[] nodes = new int[parts];
      int[] masks = new int[parts];
      int[] leasts = new int[parts];
      for (int part = 0; part < parts; part++) {
        int mask = 1 + random.nextInt((1 << EVENTS) - 1);
        int[] events =
            IntStream.range(0, EVENTS)
                .filter(event -> (mask >> event & 1) == 1)
                .map(bdd::variable)
                .toArray();
        masks[part] = mask;
        leasts[part] = 1 + random.nextInt(events.length);
        nodes[part] = bdd.atLeast(leasts[part], events);
      }
      int least = 1 + random.nextInt(parts);
      diagram = bdd.diagram(bdd.atLeast(least, nodes));
      holds =
          happened ->
              IntStream.range(0, parts)
                      .filter(part -> Integer.bitCount(happened & masks[part]) >= leasts[part])
                      .count()
                  >= least;
    }

    /** How likely it holds, if one event never happened. */
    double likely(int without) {
      double likely = 0;
      for (int happened = 0; happened < 1 << EVENTS; happened++) {
        double chance = 1;
        for (int event = 0; event < EVENTS; event++) {
          double share = event == without ? 0 : chances[event];
          chance *= (happened >> event & 1) == 1 ? share : 1 - share;
        }
        likely += holds.test(happened) ? chance : 0;
      }
      return likely;
    }
  }
}
