package dev.cutset.policy;

import static dev.cutset.policy.FactsFixtures.component;
import static dev.cutset.policy.FactsFixtures.cut;
import static dev.cutset.policy.FactsFixtures.facts;
import static dev.cutset.policy.FactsFixtures.needing;
import static dev.cutset.policy.FactsFixtures.urn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutset.analysis.Facts;
import dev.cutset.analysis.Facts.ComponentFact;
import dev.cutset.analysis.Facts.FailureFact;
import dev.cutset.analysis.Facts.Step;
import dev.cutset.analysis.Verdict;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Scope;
import dev.cutset.rego.Plan;
import dev.cutset.stack.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgeTest {
  private static final Judge JUDGE = Judge.bundled();
  private static final ComponentFact WEB = component("web", Optional.of(Role.COMPUTE), 1);
  private static final ComponentFact UNSAVED =
      component(
          "db",
          Optional.of(Role.DATABASE),
          1,
          List.of(),
          List.of(),
          Map.of("backupRetentionPeriod", Value.of(0)));

  @Test
  void a_finding_is_what_the_policy_says_joined_with_the_proof() {
    assertThat(JUDGE.judge(facts(cut(Scope.INSTANCE, WEB)), Settings.NONE))
        .containsExactly(
            new Finding(
                "SPOF-APPLICATION-SERVER",
                Severity.CRITICAL,
                Enforcement.MANDATORY,
                true,
                Verdict.DOWN,
                Scope.INSTANCE,
                new FailureFact("replica", "web", Optional.of(urn("web"))),
                urn("web"),
                List.of(urn("web")),
                List.of("www.example.com"),
                "`web` is the only application server",
                "When `web` fails, `www.example.com` goes down: EC2 instance `web` runs a single"
                    + " copy in zone `us-east-1a`, and nothing else does its work.",
                "run two or more copies over two or more zones, behind a gateway that checks their"
                    + " health",
                List.of(new Step(urn("web"), "it fails")),
                List.of("its user data"),
                List.of()));
  }

  @Test
  void a_finding_about_a_component_is_advice() {
    assertThat(JUDGE.judge(needing(UNSAVED), Settings.NONE))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.policy()).isEqualTo("SPOF-UNREPLICATED-DATA");
              assertThat(finding.enforcement()).isEqualTo(Enforcement.ADVISORY);
              assertThat(finding.blocks()).isFalse();
              assertThat(finding.urn()).isEqualTo(urn("db"));
              assertThat(finding.entryPoints()).isEmpty();
            });
  }

  @Test
  void the_worst_comes_first_and_then_the_likeliest() {
    Facts facts =
        facts(
            cut(Scope.REGION, WEB),
            cut(Scope.ZONE, component("pair", Optional.of(Role.COMPUTE), 2)),
            cut(Scope.INSTANCE, component("nat", Optional.of(Role.NETWORK), 1)),
            cut(Scope.INSTANCE, component("b", Optional.of(Role.DATABASE), 1)),
            cut(Scope.INSTANCE, component("a", Optional.of(Role.DATABASE), 1)),
            cut(Scope.INSTANCE, WEB));
    assertThat(JUDGE.judge(facts, Settings.NONE))
        .extracting(finding -> finding.policy() + " " + finding.urn().name())
        .containsExactly(
            "SPOF-APPLICATION-SERVER web",
            "SPOF-DATABASE a",
            "SPOF-DATABASE b",
            "SPOF-EGRESS nat",
            "SPOF-ZONE pair",
            "SPOF-REGION web");
  }

  @Test
  void the_same_facts_in_another_order_give_the_same_findings() {
    var web = cut(Scope.INSTANCE, WEB);
    var db = cut(Scope.INSTANCE, component("db", Optional.of(Role.DATABASE), 1));
    assertThat(JUDGE.judge(facts(web, db), Settings.NONE))
        .hasSize(2)
        .isEqualTo(JUDGE.judge(facts(db, web), Settings.NONE));
  }

  @Test
  void a_plan_that_answers_something_else_is_refused() {
    String plan =
        """
        {"static":{"strings":[],"files":[]},"plans":{"plans":[]},"funcs":{"funcs":[]}}""";
    assertThatThrownBy(() -> new CompiledRules(Plan.read(plan.getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(JudgeException.class)
        .hasMessageContaining("cutset/findings");
  }

  @Test
  void a_finding_about_a_cut_that_is_not_there_is_refused() {
    var joiner = new FindingJoiner(facts(), Settings.NONE);
    var answer =
        Answer.of(
            dev.cutset.rego.RegoValue.of(
                Map.of(
                    "policy",
                    "SPOF-X",
                    "severity",
                    "low",
                    "enforcement",
                    "advisory",
                    "cuts",
                    List.of(0))));
    assertThatThrownBy(() -> joiner.join(answer))
        .isInstanceOf(JudgeException.class)
        .hasMessageContaining("`cuts`");
  }

  @Test
  void a_word_that_no_one_knows_is_refused() {
    var answer = Answer.of(dev.cutset.rego.RegoValue.of(Map.of("severity", "awful")));
    assertThatThrownBy(answer::severity)
        .isInstanceOf(JudgeException.class)
        .hasMessageContaining("`severity`")
        .hasMessageContaining("awful");
  }
}
