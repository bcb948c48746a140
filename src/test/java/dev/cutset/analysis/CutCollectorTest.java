package dev.cutset.analysis;

import static dev.cutset.analysis.Sketch.EAST_A;
import static dev.cutset.analysis.Sketch.GLOBAL;
import static dev.cutset.analysis.Sketch.WEST_A;
import static dev.cutset.analysis.Sketch.WEST_B;
import static dev.cutset.analysis.Sketch.WEST_C;
import static dev.cutset.analysis.Sketch.any;
import static dev.cutset.analysis.Sketch.atLeast;
import static dev.cutset.analysis.Sketch.on;
import static dev.cutset.analysis.Sketch.somewhere;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.architecture.Standby;
import dev.cutset.catalog.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is to blame for what single failures do, and how it is put together. */
class CutCollectorTest {

  @Test
  void each_needed_part_that_breaks_is_a_cause_of_its_own() {
    Sketch sketch =
        new Sketch().single("web", WEST_A, on("db")).single("db", WEST_B).entry("shop", on("web"));

    assertThat(sketch.causes())
        .containsExactly("down at instance by db: shop", "down at instance by web: shop");
  }

  @Test
  void alternatives_that_break_together_are_one_cause() {
    Sketch sketch =
        new Sketch().single("one", WEST_A).single("two", WEST_A).entry("shop", any("one", "two"));

    assertThat(sketch.causes()).containsExactly("down at zone by one or two: shop");
  }

  @Test
  void what_breaks_all_alternatives_is_to_blame_and_they_are_not() {
    Sketch sketch =
        new Sketch()
            .single("one", WEST_A, on("db"))
            .single("two", WEST_B, on("db"))
            .single("db", WEST_A)
            .entry("shop", any("one", "two"));

    assertThat(sketch.causes()).containsExactly("down at instance by db: shop");
  }

  @Test
  void copies_in_one_zone_are_the_fault_of_their_component() {
    Sketch sketch = new Sketch().copies("web", 1, List.of(WEST_A, WEST_A)).entry("shop", on("web"));

    assertThat(sketch.causes()).containsExactly("down at zone by web: shop");
  }

  @Test
  void what_all_copies_need_is_to_blame_not_the_copies() {
    Sketch sketch =
        new Sketch()
            .copies("web", 1, List.of(WEST_A, WEST_B))
            .eachNeeding(on("nat"))
            .service("nat", WEST_A)
            .entry("shop", on("web"));

    assertThat(sketch.causes()).containsExactly("down at zone by nat: shop");
  }

  @Test
  void a_zone_that_holds_too_many_of_a_quorum_blames_those_in_it() {
    Sketch sketch =
        new Sketch()
            .single("one", WEST_A)
            .single("two", WEST_A)
            .single("three", WEST_B)
            .entry("locks", atLeast(2, "one", "two", "three"));

    assertThat(sketch.causes()).containsExactly("down at zone by one or two: locks");
  }

  @Test
  void a_quorum_over_three_zones_has_no_cause() {
    Sketch sketch =
        new Sketch()
            .copies("locks", 2, List.of(WEST_A, WEST_B, WEST_C))
            .entry("locks", on("locks"));

    assertThat(sketch.causes()).isEmpty();
  }

  @Test
  void things_that_need_each_other_fall_by_the_one_that_fails() {
    Sketch sketch =
        new Sketch()
            .single("one", WEST_A, on("two"))
            .copies("two", 1, List.of(WEST_A, WEST_B), on("one"))
            .entry("shop", on("two"));

    assertThat(sketch.causes()).containsExactly("down at instance by one: shop");
  }

  @Test
  void things_that_only_need_each_other_stand() {
    Sketch sketch =
        new Sketch()
            .group("one", on("two"))
            .group("two", on("one"))
            .single("aside", WEST_A)
            .entry("shop", on("one"));

    assertThat(sketch.analysis().cuts()).isEmpty();
  }

  @Test
  void all_the_causes_within_a_circle_are_found_whatever_comes_first() {
    Sketch sketch =
        new Sketch()
            .service("one", WEST_A, on("two"))
            .service("two", WEST_A, on("three"))
            .service("three", WEST_A, on("one"))
            .entry("shop", on("two"));

    assertThat(sketch.causes())
        .containsExactly(
            "down at zone by one: shop",
            "down at zone by three: shop",
            "down at zone by two: shop");
  }

  @Test
  void who_does_not_use_a_living_standby_is_to_blame() {
    Sketch sketch =
        new Sketch()
            .group("name", on("balancer"))
            .standby(Standby.Kind.UNANSWERED, "twin", WEST_B)
            .service("balancer", WEST_A)
            .entry("shop", on("name"));

    assertThat(sketch.causes()).containsExactly("down at zone by name: shop");
  }

  @Test
  void a_standby_without_what_it_needs_is_none() {
    Sketch sketch =
        new Sketch()
            .single("db", WEST_A)
            .single("web", WEST_A, on("db"))
            .single("twin", WEST_B, on("db"))
            .group("targets", on("web"))
            .standby(Standby.Kind.UNATTACHED, "twin", WEST_B)
            .entry("shop", on("targets"));

    assertThat(sketch.causes())
        .contains("down at instance by db: shop", "down at instance by targets: shop");
  }

  @Test
  void a_cold_standby_helps_where_its_equals_fail_and_not_where_what_they_need_does() {
    Sketch sketch =
        new Sketch()
            .single("db", WEST_A)
            .single("web", WEST_A, on("db"))
            .group("targets", on("web"))
            .standby(Standby.Kind.COLD, "spare", WEST_B)
            .entry("shop", on("targets"));

    assertThat(sketch.causes())
        .contains("down at instance by db: shop", "down at instance by targets: shop");
  }

  @Test
  void a_standby_that_dies_too_shields_what_lies_deeper_from_no_blame() {
    Sketch sketch =
        new Sketch()
            .group("name", on("balancer"))
            .standby(Standby.Kind.UNANSWERED, "twin", WEST_A)
            .service("balancer", WEST_A, on("db"))
            .service("db", WEST_A)
            .entry("shop", on("name"));

    assertThat(sketch.causes())
        .containsExactly("down at zone by db: shop", "down at zone by name: shop");
  }

  @Test
  void one_cause_over_several_entry_points_is_one_cut() {
    Sketch sketch =
        new Sketch().single("db", WEST_A).entry("shop", on("db")).entry("admin", on("db"));

    assertThat(sketch.causes()).containsExactly("down at instance by db: shop, admin");
  }

  @Test
  void a_cause_is_told_at_its_smallest_scope_with_the_larger_failures() {
    Sketch sketch =
        new Sketch().single("db", WEST_A).service("web", EAST_A).entry("shop", on("db"), on("web"));

    Cut db = sketch.analysis().cuts().get(0);
    assertThat(db.failure().key()).isEqualTo("replica:db#0");
    assertThat(db.larger()).extracting(Failure::name).containsExactly("west-a", "west");
    assertThat(db.regionsElsewhere()).containsExactly("east", "west");
  }

  @Test
  void everything_in_one_region_is_a_matter_of_the_region_and_of_no_component() {
    Sketch sketch =
        new Sketch()
            .copies("web", 1, List.of(WEST_A, WEST_B))
            .copies("db", 1, List.of(WEST_A, WEST_B))
            .service("names", GLOBAL)
            .entry("shop", on("web"), on("names"))
            .entry("admin", on("db"));

    assertThat(sketch.confined()).containsExactly("down at region by shop: shop, admin");
    // The cloud is not larger than all that serves: names are in no region, and go with it.
    assertThat(sketch.causes()).isEmpty();
  }

  @Test
  void what_lies_in_another_region_makes_the_region_a_matter_of_components() {
    Sketch sketch =
        new Sketch()
            .copies("web", 1, List.of(WEST_A, EAST_A))
            .copies("db", 1, List.of(WEST_A, WEST_B))
            .entry("shop", on("web"), on("db"));

    assertThat(sketch.causes()).containsExactly("down at region by db: shop");
    assertThat(sketch.confined()).containsExactly("down at cloud by shop: shop");
  }

  @Test
  void a_standby_in_another_region_keeps_the_region_from_holding_everything() {
    Sketch sketch =
        new Sketch()
            .copies("db", 1, List.of(WEST_A, WEST_B))
            .standby(Standby.Kind.MANUAL, "copy", EAST_A)
            .entry("shop", on("db"));

    assertThat(sketch.causes()).containsExactly("down at region by db: shop");
  }

  @Test
  void copies_in_zones_that_are_not_known_are_an_open_question() {
    Sketch sketch =
        new Sketch()
            .copies("web", 1, List.of(somewhere("x"), somewhere("y")))
            .entry("shop", on("web"));

    assertThat(sketch.causes()).containsExactly("unknown at zone by web: shop");
  }

  @Test
  void what_is_certain_of_a_component_covers_what_is_uncertain_of_it() {
    Sketch sketch =
        new Sketch()
            .copies("web", 1, List.of(somewhere("x"), somewhere("y")), on("db"))
            .single("db", somewhere("z"))
            .entry("shop", on("web"));

    assertThat(sketch.causes())
        .containsExactly("down at instance by db: shop", "unknown at zone by web: shop");
  }

  @Test
  void what_is_certain_at_a_larger_scope_covers_nothing_smaller() {
    Sketch sketch =
        new Sketch()
            .copies("web", 1, List.of(somewhere("x"), somewhere("y")))
            .service("far", EAST_A)
            .entry("shop", on("web"), on("far"));

    assertThat(sketch.causes())
        .containsExactly(
            "down at zone by far: shop",
            "down at region by web: shop",
            "unknown at zone by web: shop");
  }

  @Test
  void what_is_uncertain_of_several_is_covered_by_what_is_certain_of_each() {
    Sketch sketch =
        new Sketch()
            .single("one", somewhere("x"))
            .single("two", somewhere("y"))
            .entry("shop", on("one"), on("two"), any("one", "two"));

    assertThat(sketch.causes())
        .containsExactly("down at instance by one: shop", "down at instance by two: shop");
  }

  @Test
  void of_several_to_choose_among_what_others_share_comes_first() {
    Sketch sketch =
        new Sketch()
            .single("a-server", WEST_A)
            .as(Role.COMPUTE)
            .single("z-database", WEST_A)
            .as(Role.DATABASE)
            .entry("shop", any("a-server", "z-database"));

    assertThat(sketch.causes()).containsExactly("down at zone by z-database or a-server: shop");
  }
}
