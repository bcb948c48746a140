package dev.cutset.analysis;

import static dev.cutset.analysis.Sketch.WEST_A;
import static dev.cutset.analysis.Sketch.WEST_B;
import static dev.cutset.analysis.Sketch.on;
import static dev.cutset.analysis.Sketch.somewhere;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.Draws;
import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.architecture.Standby;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is to blame where a failure stands for others, beside asking each of them. */
class CauseFinderTest {
  private static final int ARCHITECTURES = Draws.of(2_000);

  @Test
  void a_failure_has_the_causes_of_all_that_it_stands_for_but_for_those_that_do_more() {
    int more = 0;
    for (long seed = 0; seed < ARCHITECTURES; seed++) {
      more += thoseThatDoMore(new RandomArchitectures(seed).draw(), "seed " + seed);
    }
    assertThat(more).isGreaterThan(Draws.of(100));
  }

  @Test
  void a_zone_that_takes_the_standby_too_has_causes_of_its_own() {
    Sketch sketch =
        new Sketch()
            .service("around", WEST_B)
            .single("db", somewhere("one"))
            .group("pool", on("db"))
            .group("web", on("pool"))
            .standby(Standby.Kind.MANUAL, "spare", WEST_A)
            .entry("shop", on("web"));

    assertThat(thoseThatDoMore(sketch.architecture(), "standby")).isEqualTo(1);
  }

  @Test
  void a_zone_that_takes_both_of_two_has_a_cause_of_its_own() {
    Sketch sketch =
        new Sketch()
            .copies("web", 1, List.of(somewhere("one"), somewhere("two")))
            .service("here", WEST_A)
            .service("there", somewhere("three"))
            .entry("shop", on("web"), Sketch.any("here", "there"));

    assertThat(sketch.causes())
        .containsExactly("unknown at zone by here or there: shop", "unknown at zone by web: shop");
  }

  /** How many have other causes than the failure that stands for them. */
  private static int thoseThatDoMore(Architecture architecture, String what) {
    Run run = new Analysis(architecture, architecture).run(Verdict.UNKNOWN);
    int more = 0;
    for (int failure = 0; failure < run.failures(); failure++) {
      for (EntryPoint entryPoint : architecture.entryPoints()) {
        int gate = run.gateOf(entryPoint);
        if (run.isDown(gate, failure)) {
          CauseFinder finder = new CauseFinder(run, failure);
          Set<List<Integer>> causes = finder.of(gate);
          for (int other : run.stoodForBy(failure)) {
            boolean alike = new CauseFinder(run, other).of(gate).equals(causes);
            assertThat(alike || finder.exceptions(gate).contains(other))
                .as("%s: %s for %s", what, run.failure(failure).key(), run.failure(other).key())
                .isTrue();
            more += alike ? 0 : 1;
          }
        }
      }
    }
    return more;
  }
}
