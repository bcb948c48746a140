package dev.cutset.analysis;

import static dev.cutset.analysis.Sketch.EAST_A;
import static dev.cutset.analysis.Sketch.GLOBAL;
import static dev.cutset.analysis.Sketch.WEST_A;
import static dev.cutset.analysis.Sketch.on;
import static dev.cutset.analysis.Sketch.somewhere;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.architecture.Completion;
import dev.cutset.architecture.Standby;
import dev.cutset.catalog.Scope;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReachTest {
  private static final Failure WEST =
      new Failure(Scope.REGION, "cloud/west", "west", Optional.empty());
  private static final Failure CLOUD = new Failure(Scope.CLOUD, "cloud", "cloud", Optional.empty());

  @Test
  void all_in_the_region_is_confined_to_it_and_to_what_is_around_it() {
    Reach reach =
        reach(new Sketch().single("web", WEST_A, on("db")).single("db", somewhere("x")), "web");

    assertThat(reach.isConfined(0, WEST)).isTrue();
    assertThat(reach.isConfined(0, CLOUD)).isTrue();
    assertThat(reach.regionsOutside(0, WEST)).isEmpty();
  }

  @Test
  void what_is_needed_elsewhere_lives_on() {
    Reach reach = reach(new Sketch().single("web", WEST_A, on("db")).single("db", EAST_A), "web");

    assertThat(reach.isConfined(0, WEST)).isFalse();
    assertThat(reach.isConfined(0, CLOUD)).isTrue();
    assertThat(reach.regionsOutside(0, WEST)).containsExactly("east");
  }

  @Test
  void what_stands_by_elsewhere_counts_and_what_nobody_needs_does_not() {
    Sketch sketch =
        new Sketch()
            .single("aside", EAST_A)
            .single("web", WEST_A)
            .standby(Standby.Kind.COLD, "twin", EAST_A);

    assertThat(reach(sketch, "web").regionsOutside(0, WEST)).containsExactly("east");
    assertThat(
            reach(new Sketch().single("aside", EAST_A).single("web", WEST_A), "web")
                .regionsOutside(0, WEST))
        .isEmpty();
  }

  @Test
  void what_is_in_no_region_is_confined_to_none() {
    Reach reach = reach(new Sketch().service("names", GLOBAL), "names");

    assertThat(reach.isConfined(0, WEST)).isFalse();
    assertThat(reach.isConfined(0, CLOUD)).isFalse();
  }

  private static Reach reach(Sketch sketch, String needed) {
    return new Reach(
        new Run(
            sketch.entry("shop", on(needed)).architecture(),
            Completion.KINDEST,
            new FailureRegistry()));
  }
}
