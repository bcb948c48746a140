package dev.cutset.policy;

import static dev.cutset.policy.FactsFixtures.urn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutset.catalog.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What makes a finding the same when it is found again. */
class CauseTest {
  private static final FindingSketch WEB = FindingSketch.of("SPOF-A", "web");

  @Test
  void which_copy_failed_says_nothing_and_which_zone_failed_does() {
    assertThat(WEB.finding().cause().failure()).isEqualTo(urn("web").text());
    assertThat(WEB.inZone("a").finding().cause().failure()).isEqualTo("zone a");
  }

  @Test
  void how_it_is_told_and_how_bad_it_is_says_nothing() {
    assertThat(WEB.advice().unsure().of(List.of("blog")).finding().cause())
        .isEqualTo(WEB.finding().cause());
  }

  @Test
  void the_order_of_resources_says_nothing() {
    Cause cause = WEB.about("b", "a", "b").finding().cause();

    assertThat(cause).isEqualTo(WEB.about("a", "b").finding().cause());
    assertThat(cause.resources()).containsExactly(urn("a"), urn("b"));
  }

  @Test
  void a_fingerprint_is_the_same_in_every_run_and_another_for_every_other_cause() {
    // The SHA-256 of the policy, the scope, the failure and the resources, line by line.
    assertThat(WEB.finding().fingerprint()).isEqualTo("83377df7c3e051324f5a962a9c83b359");
    assertThat(
            List.of(
                WEB.finding().fingerprint(),
                WEB.about("web", "db").finding().fingerprint(),
                WEB.inZone("a").finding().fingerprint(),
                WEB.inZone("b").finding().fingerprint(),
                FindingSketch.of("SPOF-B", "web").finding().fingerprint()))
        .doesNotHaveDuplicates();
  }

  @Test
  void there_is_something_to_change() {
    assertThatThrownBy(() -> new Cause("SPOF-A", Scope.ZONE, "zone a", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_is_left_of_a_cause_is_included_in_it() {
    Cause both = WEB.inZone("a").about("web", "db").finding().cause();
    Cause left = WEB.inZone("a").about("db").finding().cause();

    assertThat(both.includes(left)).isTrue();
    assertThat(left.includes(both)).isFalse();
    assertThat(both.overlaps(left)).isTrue();
    assertThat(left.overlaps(both)).isTrue();
    assertThat(left.overlaps(WEB.inZone("a").about("web").finding().cause())).isFalse();
  }

  @Test
  void another_policy_failure_or_scope_is_another_cause() {
    Cause cause = WEB.inZone("a").finding().cause();
    Cause policy = new Cause("SPOF-B", cause.scope(), cause.failure(), cause.resources());
    Cause scope = new Cause(cause.policy(), Scope.REGION, cause.failure(), cause.resources());
    Cause failure = new Cause(cause.policy(), cause.scope(), "zone b", cause.resources());

    for (Cause other : List.of(policy, scope, failure)) {
      assertThat(cause.includes(other)).as("%s", other).isFalse();
      assertThat(cause.overlaps(other)).as("%s", other).isFalse();
    }
    assertThat(cause.includes(cause)).isTrue();
  }
}
