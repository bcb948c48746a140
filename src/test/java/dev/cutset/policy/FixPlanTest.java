package dev.cutset.policy;

import static dev.cutset.policy.FactsFixtures.urn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutset.catalog.Scope;
import dev.cutset.remedy.PropertyAddress;
import dev.cutset.remedy.PropertyChange;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Value;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FixPlanTest {
  private static final Finding FINDING = FindingSketch.of("SPOF-A", "web").finding();

  @Test
  void a_target_is_reached_when_the_stack_passes_and_nothing_is_left_to_do_by_hand() {
    assertThat(plan(Judgement.Outcome.PASSED, List.of()).reached()).isTrue();
    assertThat(plan(Judgement.Outcome.PASSED, List.of(FINDING)).reached()).isFalse();
    assertThat(plan(Judgement.Outcome.UNDECIDED, List.of()).reached()).isFalse();
    assertThat(plan(Judgement.Outcome.BLOCKED, List.of()).reached()).isFalse();
  }

  @Test
  void a_sum_is_known_when_each_price_is() {
    Fix free = fix(false).priced(OptionalDouble.of(0));
    Fix dear = fix(false).priced(OptionalDouble.of(12.5));

    assertThat(plan(Judgement.Outcome.PASSED, List.of()).price()).hasValue(0);
    assertThat(plan(Judgement.Outcome.PASSED, List.of(), free, dear, dear).price()).hasValue(25);
    assertThat(plan(Judgement.Outcome.PASSED, List.of(), dear, fix(false)).price()).isEmpty();
  }

  @Test
  void a_fix_changes_something() {
    assertThatThrownBy(() -> fix()).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void one_property_is_enough_to_have_the_resource_made_anew() {
    assertThat(fix(false, true).replaces()).isTrue();
    assertThat(fix(false, false).replaces()).isFalse();
  }

  private static FixPlan plan(Judgement.Outcome outcome, List<Finding> byHand, Fix... fixes) {
    Judgement judgement =
        new Judgement(
            new Judgement.StackSummary("shop", "dev", Stack.Source.PREVIEW, 1),
            outcome,
            Scope.ZONE,
            List.of(),
            byHand,
            List.of(),
            List.of(),
            List.of());
    return new FixPlan(judgement, judgement, List.of(fixes), byHand, 1, "EUR");
  }

  private static Fix fix(Boolean... replacing) {
    List<PropertyChange> changes =
        List.of(replacing).stream()
            .map(
                replaces ->
                    new PropertyChange(
                        PropertyAddress.of("multiAz"),
                        Optional.empty(),
                        Value.of(true),
                        "SPOF-A",
                        replaces,
                        "a standby"))
            .toList();
    return new Fix(urn("web"), "type", changes, List.of(), 1, OptionalDouble.empty());
  }
}
