package dev.cutset.analysis;

import static dev.cutset.analysis.Sketch.WEST_A;
import static dev.cutset.analysis.Sketch.WEST_B;
import static dev.cutset.analysis.Sketch.on;
import static dev.cutset.analysis.Sketch.somewhere;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.architecture.Domain;
import dev.cutset.architecture.Placement;
import dev.cutset.catalog.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The failure of an unknown zone stands for those of all zones that it may turn out to be. */
class StandInTest {

  @Test
  void copies_in_unknown_zones_may_fall_with_every_known_zone() {
    Analysis analysis = withStrangers().entry("shop", on("web")).analysis();

    assertThat(zones(analysis))
        .filteredOn(zone -> !zone.key().contains("/?"))
        .isNotEmpty()
        .allSatisfy(zone -> assertThat(analysis.verdict(0, zone)).isEqualTo(Verdict.UNKNOWN));
  }

  @Test
  void the_zones_that_may_be_the_one_are_not_listed_one_by_one() {
    Sketch sketch = withStrangers();
    for (int i = 0; i < 50; i++) {
      sketch.service("beside " + i, Placement.in(zone("apart " + i)));
    }
    Analysis analysis = sketch.entry("shop", on("web")).analysis();

    assertThat(zones(analysis)).hasSizeGreaterThan(50);
    assertThat(analysis.run(Verdict.UNKNOWN).cutsOf(0)).hasSizeLessThan(6);
  }

  @Test
  void a_zone_that_does_more_has_causes_of_its_own() {
    Sketch sketch =
        withStrangers()
            .service("db", WEST_A)
            .service("aside", WEST_B)
            .entry("shop", on("web"), on("db"));

    assertThat(sketch.causes())
        .containsExactly("down at zone by db: shop", "unknown at zone by web: shop");
  }

  private static Sketch withStrangers() {
    return new Sketch()
        .service("around", WEST_A)
        .copies("web", 1, List.of(somewhere("one"), somewhere("two")));
  }

  private static Domain zone(String name) {
    return Domain.zone(WEST_A.domain().parent().orElseThrow(), name);
  }

  private static List<Failure> zones(Analysis analysis) {
    return analysis.failures().stream().filter(failure -> failure.scope() == Scope.ZONE).toList();
  }
}
