package dev.cutset.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.Draws;
import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Component;
import dev.cutset.architecture.EntryPoint;
import org.junit.jupiter.api.Test;

/** Taking a component away takes down what the solver says, on any architecture. */
class AbsenceFinderTest {

  @Test
  void entry_points_go_down_exactly_where_the_blast_radius_reaches() {
    int down = 0;
    for (int seed = 0; seed < Draws.of(300); seed++) {
      Architecture architecture = new RandomArchitectures(seed).draw();
      Analysis analysis = new Analysis(architecture, architecture);
      AbsenceFinder finder = new AbsenceFinder(architecture);
      for (Component component : architecture.components().values()) {
        Absence absence = finder.of(component);

        assertThat(absence.down())
            .as("seed %d, %s", seed, component.id())
            .containsExactlyElementsOf(
                analysis.blastRadius(component.id()).stream().map(EntryPoint::name).toList());
        assertThat(absence.up()).noneMatch(absence.down()::contains);
        down += absence.down().size();
      }
    }
    assertThat(down).isGreaterThan(Draws.of(100));
  }
}
