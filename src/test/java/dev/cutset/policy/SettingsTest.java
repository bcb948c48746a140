package dev.cutset.policy;

import static dev.cutset.policy.FactsFixtures.component;
import static dev.cutset.policy.FactsFixtures.cut;
import static dev.cutset.policy.FactsFixtures.facts;
import static dev.cutset.policy.FactsFixtures.kept;
import static dev.cutset.policy.FactsFixtures.needing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutset.analysis.Facts;
import dev.cutset.analysis.Verdict;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Scope;
import dev.cutset.stack.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final Judge JUDGE = Judge.bundled();
  private static final Facts SINGLE =
      facts(cut(Scope.INSTANCE, component("web", Optional.of(Role.COMPUTE), 1)));
  private static final Facts UNDECIDED =
      facts(
          cut(
              Verdict.UNKNOWN,
              Scope.ZONE,
              Scope.ZONE,
              List.of(),
              component("web", Optional.of(Role.COMPUTE), 1)));

  @Test
  void a_disabled_policy_finds_nothing() {
    assertThat(JUDGE.judge(SINGLE, asking("SPOF-APPLICATION-SERVER", Enforcement.DISABLED)))
        .isEmpty();
  }

  @Test
  void what_a_team_takes_as_advice_blocks_nothing() {
    Finding finding = only(SINGLE, asking("SPOF-APPLICATION-SERVER", Enforcement.ADVISORY));
    assertThat(finding.enforcement()).isEqualTo(Enforcement.ADVISORY);
    assertThat(finding.blocks()).isFalse();
  }

  @Test
  void a_team_that_has_a_person_at_hand_can_take_a_manual_failover_as_advice() {
    Facts promoted = facts(cut(Scope.INSTANCE, kept("db", Role.DATABASE, "manual")));
    assertThat(only(promoted, Settings.NONE).blocks()).isTrue();
    assertThat(only(promoted, asking("SPOF-MANUAL-FAILOVER", Enforcement.ADVISORY)).blocks())
        .isFalse();
  }

  @Test
  void a_team_can_be_stricter_about_a_component() {
    Facts unsaved =
        needing(
            component(
                "db",
                Optional.of(Role.DATABASE),
                1,
                List.of(),
                List.of(),
                Map.of("backupRetentionPeriod", Value.of(0))));
    assertThat(only(unsaved, asking("SPOF-UNREPLICATED-DATA", Enforcement.MANDATORY)).blocks())
        .isTrue();
  }

  @Test
  void what_lies_beyond_the_target_never_blocks() {
    Facts region = facts(cut(Scope.REGION, component("web", Optional.of(Role.COMPUTE), 1)));
    Finding finding = only(region, asking("SPOF-REGION", Enforcement.MANDATORY));
    assertThat(finding.enforcement()).isEqualTo(Enforcement.ADVISORY);
    assertThat(finding.blocks()).isFalse();
  }

  @Test
  void remediation_blocks_until_it_is_done() {
    Finding finding = only(SINGLE, asking("SPOF-APPLICATION-SERVER", Enforcement.REMEDIATE));
    assertThat(finding.enforcement()).isEqualTo(Enforcement.REMEDIATE);
    assertThat(finding.blocks()).isTrue();
  }

  @Test
  void what_is_undecided_blocks_only_when_asked() {
    assertThat(only(UNDECIDED, Settings.NONE).blocks()).isFalse();
    assertThat(only(UNDECIDED, asking("SPOF-APPLICATION-SERVER", Enforcement.MANDATORY)).blocks())
        .isFalse();
    Finding finding = only(UNDECIDED, new Settings(Map.of(), Map.of(), Enforcement.MANDATORY));
    assertThat(finding.enforcement()).isEqualTo(Enforcement.MANDATORY);
    assertThat(finding.blocks()).isTrue();
    assertThat(finding.undecidedBy()).containsExactly("web.subnetId");
  }

  @Test
  void what_is_undecided_and_would_be_advice_stays_advice() {
    Facts promoted =
        facts(
            cut(
                Verdict.UNKNOWN,
                Scope.REGION,
                Scope.ZONE,
                List.of(),
                component("db", Optional.of(Role.DATABASE), 1)));
    assertThat(only(promoted, new Settings(Map.of(), Map.of(), Enforcement.MANDATORY)).blocks())
        .isFalse();
  }

  @Test
  void a_team_says_how_bad_it_is() {
    Settings settings =
        new Settings(
            Map.of(), Map.of("SPOF-APPLICATION-SERVER", Severity.LOW), Enforcement.ADVISORY);
    assertThat(only(SINGLE, settings).severity()).isEqualTo(Severity.LOW);
  }

  @Test
  void what_is_undecided_can_neither_be_disabled_nor_mended() {
    assertThatThrownBy(() -> new Settings(Map.of(), Map.of(), Enforcement.DISABLED))
        .hasMessageContaining("disabled");
  }

  private static Settings asking(String policy, Enforcement enforcement) {
    return new Settings(Map.of(policy, enforcement), Map.of(), Enforcement.ADVISORY);
  }

  private static Finding only(Facts facts, Settings settings) {
    List<Finding> findings = JUDGE.judge(facts, settings);
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }
}
