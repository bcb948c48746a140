package dev.cutset.analysis;

import static dev.cutset.analysis.Sketch.EAST_A;
import static dev.cutset.analysis.Sketch.WEST_A;
import static dev.cutset.analysis.Sketch.WEST_B;
import static dev.cutset.analysis.Sketch.any;
import static dev.cutset.analysis.Sketch.balancing;
import static dev.cutset.analysis.Sketch.believed;
import static dev.cutset.analysis.Sketch.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.analysis.Facts.CutFact;
import dev.cutset.architecture.Standby;
import dev.cutset.catalog.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The proofs of cuts in words. */
class StoryTest {

  @Test
  void the_story_goes_from_what_fails_to_the_entry_point() {
    Sketch sketch =
        new Sketch()
            .service("balancer", EAST_A, on("web"))
            .with(balancing("web"))
            .copies("web", 1, List.of(WEST_A, EAST_A), on("db"))
            .single("db", WEST_A)
            .entry("shop", on("balancer"));

    assertThat(story(sketch, "db"))
        .containsExactly(
            "db: its only copy fails", "web: needs `db`", "balancer: sends its traffic to `web`");
  }

  @Test
  void a_single_copy_that_survives_instances_fails_with_its_zone() {
    Sketch sketch = new Sketch().service("db", WEST_A).entry("shop", on("db"));

    assertThat(story(sketch, "db")).containsExactly("db: its only copy fails with west-a");
  }

  @Test
  void all_copies_may_fail_or_only_some() {
    Sketch sketch =
        new Sketch()
            .copies("web", 1, List.of(WEST_A, WEST_A))
            .copies("locks", 2, List.of(WEST_A, WEST_A, WEST_B))
            .entry("shop", on("web"), on("locks"));

    assertThat(story(sketch, "web")).containsExactly("web: both of its copies fail with west-a");
    assertThat(story(sketch, "locks"))
        .containsExactly("locks: 2 of its 3 copies fail with west-a, and it needs 2 of 3");
  }

  @Test
  void alternatives_fall_one_after_the_other() {
    Sketch sketch =
        new Sketch()
            .service("one", WEST_A)
            .service("two", WEST_A)
            .group("name", any("one", "two"))
            .entry("shop", on("name"));

    assertThat(story(sketch, "one"))
        .containsExactly(
            "one: its only copy fails with west-a",
            "two: its only copy fails with west-a",
            "name: needs `one`");
  }

  @ParameterizedTest
  @CsvSource({
    "COLD, no copy of it runs",
    "MANUAL, a person must promote it",
    "UNANSWERED, DNS does not answer with it",
    "UNCHECKED, no health check tells DNS to turn to it",
    "UNATTACHED, nothing sends traffic to it"
  })
  void a_standby_is_told_with_what_keeps_it_from_taking_over(Standby.Kind kind, String why) {
    Sketch sketch =
        new Sketch()
            .group("name", on("db"))
            .standby(kind, "copy", WEST_B)
            .service("db", WEST_A)
            .entry("shop", on("name"));

    assertThat(story(sketch, "name"))
        .containsExactly(
            "name: what it leads to fails with west-a; `copy` could take over, but " + why);
  }

  @Test
  void a_balancer_of_which_no_copy_fails_tells_of_what_it_leads_to() {
    Sketch sketch =
        new Sketch()
            .service("gateway", WEST_B, on("web"))
            .standby(Standby.Kind.UNATTACHED, "spare", WEST_B)
            .service("web", WEST_A)
            .entry("shop", on("gateway"));

    assertThat(story(sketch, "gateway"))
        .containsExactly(
            "gateway: what it leads to fails with west-a; `spare` could take over, but nothing sends"
                + " traffic to it");
  }

  @Test
  void a_standby_that_fails_too_is_no_consolation() {
    Sketch sketch =
        new Sketch()
            .service("db", WEST_A)
            .standby(Standby.Kind.MANUAL, "copy", WEST_A)
            .entry("shop", on("db"));

    assertThat(story(sketch, "db")).containsExactly("db: its only copy fails with west-a");
  }

  @Test
  void everything_in_one_place_needs_one_step() {
    Sketch sketch =
        new Sketch()
            .copies("web", 1, List.of(WEST_A, WEST_B))
            .group("name", on("web"))
            .entry("name", on("name"));

    assertThat(story(sketch, "name")).containsExactly("name: everything that serves it is in west");
  }

  @Test
  void only_links_that_nobody_declared_are_evidence() {
    Sketch sketch =
        new Sketch()
            .service("name", EAST_A, on("web"))
            .copies("web", 1, List.of(WEST_A, EAST_A), believed("db", "its address is in `env`"))
            .single("db", WEST_A)
            .entry("shop", on("name"));

    assertThat(cut(sketch, "db").evidence())
        .containsExactly("web needs db: its address is in `env`");
  }

  @Test
  void evidence_is_found_where_only_the_copies_need_something() {
    Sketch sketch =
        new Sketch()
            .copies("web", 1, List.of(WEST_A, EAST_A))
            .eachNeeding(believed("db", "guessed"))
            .single("db", WEST_A)
            .entry("shop", on("web"));

    assertThat(cut(sketch, "db").evidence()).containsExactly("web needs db: guessed");
  }

  private static List<String> story(Sketch sketch, String cause) {
    return cut(sketch, cause).proof().stream()
        .map(step -> step.urn() + ": " + step.because())
        .toList();
  }

  private static CutFact cut(Sketch sketch, String cause) {
    return new FactsBuilder(sketch.analysis(), Scope.ZONE)
        .facts().cuts().stream()
            .filter(cut -> cut.cause().get(0).name().equals(cause))
            .findFirst()
            .orElseThrow();
  }
}
