package dev.cutset.policy;

import static dev.cutset.policy.FactsFixtures.component;
import static dev.cutset.policy.FactsFixtures.cut;
import static dev.cutset.policy.FactsFixtures.entryPoint;
import static dev.cutset.policy.FactsFixtures.urn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutset.analysis.Facts;
import dev.cutset.analysis.Facts.ComponentFact;
import dev.cutset.analysis.Facts.CutFact;
import dev.cutset.analysis.Facts.FailureFact;
import dev.cutset.analysis.Facts.GatewayFact;
import dev.cutset.analysis.Facts.StandbyFact;
import dev.cutset.analysis.Facts.Step;
import dev.cutset.analysis.Verdict;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Scope;
import dev.cutset.rego.RegoValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What policies say is taken at its word only where it speaks of what they were told. */
class FindingJoinerTest {
  private static final ComponentFact WEB =
      component(
          "web",
          Optional.of(Role.COMPUTE),
          2,
          List.of(new StandbyFact("cold", urn("spare"), "spare", List.of())),
          List.of(new GatewayFact(urn("gateway"), "gateway", true, List.of())),
          Map.of());

  /** Cuts of two components, of which the chains meet; and another component beside them. */
  private static final Facts FACTS =
      new Facts(
          Scope.ZONE,
          List.of(entryPoint(Scope.ZONE)),
          List.of(chain("one", "shared"), chain("two", "shared")),
          List.of(WEB, component("db", Optional.of(Role.DATABASE), 1)));

  private static CutFact chain(String first, String then) {
    CutFact cut = cut(Scope.ZONE, component(first, Optional.of(Role.COMPUTE), 1));
    return new CutFact(
        cut.verdict(),
        cut.scope(),
        cut.failure(),
        cut.cause(),
        cut.entryPoints(),
        List.of(new FailureFact("replica", "large", Optional.of(urn("large")))),
        cut.regionsElsewhere(),
        List.of(new Step(urn(first), first + " fails"), new Step(urn(then), then + " falls")),
        List.of("evidence of " + first, "the same evidence"),
        List.of());
  }

  @Test
  void of_several_cuts_each_begins_the_chain_and_the_first_ends_it() {
    Finding finding = joined(Map.of("cuts", List.of(0, 1)));

    assertThat(finding.proof())
        .containsExactly(
            new Step(urn("one"), "one fails"),
            new Step(urn("two"), "two fails"),
            new Step(urn("shared"), "shared falls"));
    assertThat(finding.evidence())
        .containsExactly("evidence of one", "the same evidence", "evidence of two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"www", "web", "spare", "gateway", "one", "large", "shared", "db"})
  void whatever_policies_were_told_of_they_can_name(String name) {
    assertThat(joined(Map.of("urn", urn(name).text())).urn()).isEqualTo(urn(name));
  }

  @Test
  void what_policies_were_not_told_of_they_cannot_name() {
    assertThatThrownBy(() -> joined(Map.of("urn", urn("elsewhere").text())))
        .isInstanceOf(JudgeException.class)
        .hasMessageContaining("`urn`");
    assertThatThrownBy(
            () -> joined(Map.of("resources", List.of(urn("web").text(), urn("elsewhere").text()))))
        .isInstanceOf(JudgeException.class)
        .hasMessageContaining("`resources`");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 2})
  void there_are_only_the_cuts_that_there_are(int position) {
    assertThatThrownBy(() -> joined(Map.of("cuts", List.of(position))))
        .isInstanceOf(JudgeException.class)
        .hasMessageContaining("`cuts`");
  }

  @Test
  void a_finding_about_a_component_names_it_and_one_about_another_thing_is_refused() {
    assertThat(ofComponent("db").failure())
        .isEqualTo(new FailureFact("replica", "db", Optional.of(urn("db"))));
    assertThatThrownBy(() -> ofComponent("www"))
        .isInstanceOf(JudgeException.class)
        .hasMessageContaining("`component`");
  }

  @Test
  void a_policy_that_somebody_disabled_says_nothing_whoever_disabled_it() {
    Settings disabled = settings(Enforcement.DISABLED);

    assertThat(joiner(disabled).join(answer(Map.of()))).isEmpty();
    assertThat(joiner(Settings.NONE).join(answer(Map.of("enforcement", "disabled")))).isEmpty();
    assertThat(joiner(Settings.NONE).join(answer(Map.of()))).isPresent();
  }

  @Test
  void what_the_stack_is_not_to_survive_is_not_refused_for_it() {
    Settings strict = settings(Enforcement.MANDATORY);
    Answer advice = answer(Map.of("enforcement", "advisory"));

    for (Scope scope : Set.of(Scope.INSTANCE, Scope.ZONE, Scope.REGION)) {
      Facts facts = facts(Verdict.DOWN, scope);
      Finding finding = new FindingJoiner(facts, strict).join(advice).orElseThrow();
      assertThat(finding.blocks()).as("%s", scope).isEqualTo(scope != Scope.REGION);
    }
  }

  @Test
  void what_is_not_decided_blocks_only_where_a_team_wants_it_to() {
    Facts open = facts(Verdict.UNKNOWN, Scope.ZONE);
    Settings strict = new Settings(Map.of(), Map.of(), Enforcement.MANDATORY);
    Answer advice = answer(Map.of("enforcement", "advisory"));
    Answer never = answer(Map.of("enforcement", "advisory", "at_worst", "advisory"));

    assertThat(blocks(open, Settings.NONE, advice)).isFalse();
    assertThat(blocks(open, strict, advice)).isTrue();
    assertThat(blocks(open, strict, never)).isFalse();
  }

  private static boolean blocks(Facts facts, Settings settings, Answer answer) {
    return new FindingJoiner(facts, settings).join(answer).orElseThrow().blocks();
  }

  private static Facts facts(Verdict verdict, Scope scope) {
    CutFact cut =
        cut(verdict, scope, Scope.ZONE, List.of(), component("web", Optional.of(Role.COMPUTE), 1));
    return new Facts(Scope.ZONE, List.of(entryPoint(Scope.ZONE)), List.of(cut), List.of());
  }

  private static Settings settings(Enforcement enforcement) {
    return new Settings(Map.of("ACME-ONE", enforcement), Map.of(), Enforcement.ADVISORY);
  }

  private static Finding joined(Map<String, Object> said) {
    return joiner(Settings.NONE).join(answer(said)).orElseThrow();
  }

  private static FindingJoiner joiner(Settings settings) {
    return new FindingJoiner(FACTS, settings);
  }

  private static Finding ofComponent(String name) {
    Map<String, Object> said = new HashMap<>(Map.of("component", urn(name).text()));
    Answer answer = answer(said);
    return joiner(Settings.NONE).join(answer).orElseThrow();
  }

  /** What a policy says, but for what a test has it say. */
  private static Answer answer(Map<String, Object> said) {
    Map<String, Object> all =
        new HashMap<>(
            Map.of(
                "policy", "ACME-ONE",
                "severity", "high",
                "enforcement", "mandatory",
                "urn", urn("web").text(),
                "resources", List.of(urn("web").text()),
                "title", "title",
                "message", "message",
                "fix", "fix"));
    if (!said.containsKey("component")) {
      all.put("cuts", List.of(0));
    }
    all.putAll(said);
    return Answer.of(RegoValue.of(all));
  }
}
