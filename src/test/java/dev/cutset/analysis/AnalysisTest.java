package dev.cutset.analysis;

import static dev.cutset.analysis.Sketch.WEST_A;
import static dev.cutset.analysis.Sketch.WEST_B;
import static dev.cutset.analysis.Sketch.on;
import static dev.cutset.analysis.Sketch.somewhere;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Completion;
import dev.cutset.architecture.Standby;
import dev.cutset.catalog.Scope;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Exact facts about verdicts that are hard to meet by chance. */
class AnalysisTest {

  @Test
  void a_zone_that_is_not_known_may_be_one_in_which_only_something_stands_by() {
    Analysis analysis =
        new Sketch()
            .single("web", somewhere("x"))
            .standby(Standby.Kind.COLD, "twin", WEST_B)
            .entry("shop", on("web"))
            .analysis();

    assertThat(verdict(analysis, "cloud/west/west-b")).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void a_zone_that_is_not_known_may_be_one_that_is_known_only_at_its_best() {
    Architecture kindest =
        new Sketch()
            .single("web", somewhere("x"))
            .copies("db", 1, List.of(WEST_A, WEST_B))
            .entry("shop", on("web"), on("db"))
            .architecture();
    Architecture harshest =
        new Sketch()
            .single("web", somewhere("x"))
            .copies("db", 1, List.of(WEST_A))
            .entry("shop", on("web"), on("db"))
            .architecture();

    assertThat(verdict(new Analysis(kindest, harshest), "cloud/west/west-b"))
        .isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void a_name_that_looks_like_a_zone_that_is_not_known_is_a_name() {
    Architecture two =
        new Sketch()
            .copies("a/?b", 1, List.of(WEST_A, WEST_B))
            .entry("shop", on("a/?b"))
            .architecture();
    Architecture one = new Sketch().single("a/?b", WEST_A).entry("shop", on("a/?b")).architecture();
    Analysis analysis = new Analysis(two, one);

    assertThat(verdict(analysis, "replica:a/?b#0")).isEqualTo(Verdict.UNKNOWN);
    assertThat(analysis.proof(0, failure(analysis, "replica:a/?b#0"), Completion.HARSHEST))
        .isInstanceOf(Proof.Down.class);
  }

  @Test
  void what_only_stands_by_in_a_zone_that_is_not_known_is_proved_to_take_nothing_down() {
    Analysis analysis =
        new Sketch()
            .single("web", WEST_A)
            .standby(Standby.Kind.COLD, "twin", somewhere("x"))
            .entry("shop", on("web"))
            .analysis();
    analysis.cuts(); // whether a standby lives on is looked at only here

    for (Failure failure : analysis.failures()) {
      if (failure.key().contains("/?")) {
        assertThat(analysis.proof(0, failure, Completion.HARSHEST)).isInstanceOf(Proof.Up.class);
      }
    }
  }

  @Test
  void a_failure_of_which_nothing_was_heard_is_no_question() {
    Analysis analysis = new Sketch().single("web", WEST_A).entry("shop", on("web")).analysis();
    Failure elsewhere = new Failure(Scope.ZONE, "cloud/north/a", "a", Optional.empty());

    assertThatThrownBy(() -> analysis.verdict(0, elsewhere))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nothing is in `cloud/north/a`");
  }

  private static Verdict verdict(Analysis analysis, String key) {
    return analysis.verdict(0, failure(analysis, key));
  }

  private static Failure failure(Analysis analysis, String key) {
    return analysis.failures().stream()
        .filter(failure -> failure.key().equals(key))
        .findFirst()
        .orElseThrow();
  }
}
