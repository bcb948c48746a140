package dev.cutset.analysis;

import static dev.cutset.analysis.Sketch.GLOBAL;
import static dev.cutset.analysis.Sketch.WEST_A;
import static dev.cutset.analysis.Sketch.WEST_B;
import static dev.cutset.analysis.Sketch.WEST_C;
import static dev.cutset.analysis.Sketch.any;
import static dev.cutset.analysis.Sketch.atLeast;
import static dev.cutset.analysis.Sketch.believed;
import static dev.cutset.analysis.Sketch.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.Draws;
import dev.cutset.analysis.Absence.Link;
import dev.cutset.analysis.Absence.Substitute;
import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Component;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.Placement;
import dev.cutset.catalog.Failover;
import dev.cutset.stack.Urn;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Taking a component away takes down what the solver says, and is told in full. */
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

  @Test
  void all_that_there_is_to_say_of_a_component_is_said() {
    Sketch sketch =
        new Sketch()
            .single("disk", WEST_A)
            .copies("db", 2, List.of(WEST_B, WEST_A, WEST_B), on("disk"), believed("disk", "again"))
            .with(Sketch.undecidedBy("db.multiAz"))
            .single("web", WEST_A, on("db"))
            .single("aside", WEST_A)
            .entry("shop", on("web"))
            .entry("reports", on("db"))
            .entry("blog", on("aside"));

    assertThat(absence(sketch, "db"))
        .isEqualTo(
            new Absence(
                new Urn("db"),
                "db",
                "thing",
                3,
                2,
                List.of("west-a", "west-b"),
                List.of(new Link("disk", "drawn so", false)),
                List.of(new Link("web", "drawn so", false), new Link("reports", "drawn so", false)),
                List.of("web"),
                List.of("shop", "reports"),
                List.of(),
                List.of(),
                List.of("db.multiAz")));
  }

  @Test
  void what_is_needed_otherwise_stays_up_and_is_served_by_something_else() {
    Sketch sketch =
        new Sketch()
            .single("one", WEST_A)
            .single("two", WEST_B)
            .single("cache", WEST_A)
            .single("spare", WEST_B)
            .group("web", any("one", "two"), any("cache", "spare"))
            .single("aside", WEST_A)
            .entry("shop", on("web"))
            .entry("api", any("one", "two"))
            .entry("blog", on("aside"));

    Absence absence = absence(sketch, "one");

    assertThat(absence.down()).isEmpty();
    assertThat(absence.fallen()).isEmpty();
    assertThat(absence.up()).containsExactly("shop", "api");
    assertThat(absence.substitutes())
        .containsExactly(
            new Substitute("web", List.of("two")), new Substitute("api", List.of("two")));
  }

  @Test
  void of_a_majority_those_that_are_left_serve() {
    Sketch sketch =
        new Sketch()
            .single("one", WEST_A)
            .single("two", WEST_B)
            .single("three", WEST_C)
            .entry("shop", atLeast(2, "one", "two", "three"));

    assertThat(absence(sketch, "two").substitutes())
        .containsExactly(new Substitute("shop", List.of("one", "three")));
  }

  @Test
  void a_choice_within_a_choice_is_looked_into() {
    Need both = Need.all(List.of(on("one"), any("two", "three")));
    Sketch sketch =
        new Sketch()
            .single("one", WEST_A)
            .single("two", WEST_B)
            .single("three", WEST_C)
            .single("four", WEST_C)
            .entry("shop", new Need.Any(List.of(both, on("four")), Failover.CLIENT));

    assertThat(absence(sketch, "two").substitutes())
        .as("the outer choice has lost nothing")
        .containsExactly(new Substitute("shop", List.of("three")));
    assertThat(absence(sketch, "one").substitutes())
        .containsExactly(new Substitute("shop", List.of("four")));
  }

  @Test
  void a_choice_that_takes_a_person_is_none() {
    Sketch sketch =
        new Sketch()
            .single("one", WEST_A)
            .single("two", WEST_B)
            .entry("shop", new Need.Any(List.of(on("one"), on("two")), Failover.MANUAL));

    assertThat(absence(sketch, "one").down()).containsExactly("shop");
    assertThat(absence(sketch, "two").up()).containsExactly("shop");
    assertThat(absence(sketch, "two").substitutes())
        .containsExactly(new Substitute("shop", List.of("one")));
  }

  @Test
  void copies_that_need_different_things_outlive_one_of_them() {
    Sketch sketch =
        new Sketch()
            .single("nat-a", WEST_A)
            .single("nat-b", WEST_B)
            .copies("web", 1, List.of(WEST_A, WEST_B))
            .eachNeeding(on("nat-a"), any("nat-a", "nat-b"))
            .entry("shop", on("web"));

    Absence absence = absence(sketch, "nat-a");
    assertThat(absence.neededBy()).containsExactly(new Link("web", "drawn so", false));
    assertThat(absence.up()).containsExactly("shop");
    assertThat(absence.substitutes()).containsExactly(new Substitute("web", List.of("nat-b")));
  }

  @Test
  void what_is_only_assumed_is_said_to_be() {
    Need assumed =
        new Need.On(new Urn("db"), new Evidence(Evidence.Kind.ASSUMED, "share a network"));
    Sketch sketch =
        new Sketch().single("db", WEST_A).single("web", WEST_A, assumed).entry("shop", on("web"));

    assertThat(absence(sketch, "web").needs())
        .containsExactly(new Link("db", "share a network", true));
  }

  @Test
  void where_copies_are_in_no_zone_the_region_or_the_cloud_is_named() {
    Sketch sketch =
        new Sketch()
            .service("names", GLOBAL)
            .service("queue", Placement.in(Sketch.WEST))
            .entry("shop", on("names"), on("queue"));

    assertThat(absence(sketch, "names").places()).containsExactly("cloud");
    assertThat(absence(sketch, "queue").places()).containsExactly("west");
  }

  private static Absence absence(Sketch sketch, String name) {
    Architecture architecture = sketch.architecture();
    return new AbsenceFinder(architecture).of(architecture.component(new Urn(name)));
  }
}
