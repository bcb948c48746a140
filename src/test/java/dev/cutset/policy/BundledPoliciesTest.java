package dev.cutset.policy;

import static dev.cutset.policy.FactsFixtures.component;
import static dev.cutset.policy.FactsFixtures.cut;
import static dev.cutset.policy.FactsFixtures.facts;
import static dev.cutset.policy.FactsFixtures.kept;
import static dev.cutset.policy.FactsFixtures.needing;
import static dev.cutset.policy.FactsFixtures.urn;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.analysis.Facts;
import dev.cutset.analysis.Facts.ComponentFact;
import dev.cutset.analysis.Facts.CutFact;
import dev.cutset.analysis.Facts.GatewayFact;
import dev.cutset.analysis.Verdict;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Scope;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Facts that each policy finds, through the compiled plan. */
class BundledPoliciesTest {
  private static final Judge JUDGE = Judge.bundled();
  private static final GatewayFact LB =
      new GatewayFact(urn("lb"), "lb", false, List.of("us-east-1a", "us-east-1b"));

  /** For each policy, by name, facts in which it alone finds something. */
  static Map<String, Facts> found() {
    Map<String, Facts> found = new TreeMap<>();
    found.put("application-server", facts(cut(Scope.INSTANCE, of(Role.COMPUTE, 1))));
    found.put("cold-standby", facts(cut(Scope.INSTANCE, kept("web", Role.COMPUTE, "cold"))));
    found.put("coordinator", facts(cut(Scope.INSTANCE, of(Role.COORDINATOR, 2))));
    found.put("database", facts(cut(Scope.ZONE, of(Role.DATABASE, 1))));
    found.put("dns-answer", facts(cut(Scope.INSTANCE, kept("lb", Role.GATEWAY, "unanswered"))));
    found.put("dns-failover", facts(cut(Scope.ZONE, kept("lb", Role.GATEWAY, "unchecked"))));
    found.put("dns-provider", facts(cut(Scope.PROVIDER, of(Role.DNS, 1))));
    found.put("egress", facts(cut(Scope.ZONE, of(Role.NETWORK, 1))));
    found.put("gateway", facts(cut(Scope.ZONE, of(Role.GATEWAY, 1))));
    found.put("gateway-targets", facts(cut(Scope.ZONE, behind(2, Map.of()))));
    found.put("manual-failover", facts(cut(Scope.ZONE, kept("db", Role.DATABASE, "manual"))));
    found.put("region", facts(cut(Scope.REGION, of(Role.DNS, 1))));
    found.put("self-healing", needing(behind(2, group("healthCheckType", Value.of("EC2")))));
    found.put("shared-dependency", facts(cut(Scope.INSTANCE, of(Role.CACHE, 1))));
    found.put(
        "unreplicated-data",
        needing(
            component(
                "files",
                Optional.of(Role.STORAGE),
                1,
                List.of(),
                List.of(),
                Map.of("backupRetentionPeriod", Value.of(0)))));
    found.put(
        "unreplicated-region",
        facts(
            cut(
                Verdict.DOWN,
                Scope.REGION,
                Scope.ZONE,
                List.of("eu-west-1"),
                of(Role.DATABASE, 1))));
    found.put("zone", facts(cut(Scope.ZONE, of(Role.GATEWAY, 2))));
    return found;
  }

  static Stream<PolicyInfo> policies() {
    return PolicyCatalog.bundled().policies().stream();
  }

  @ParameterizedTest
  @MethodSource("policies")
  void every_policy_finds_what_it_is_for(PolicyInfo policy) {
    assertThat(found()).containsKey(policy.name());
    assertThat(JUDGE.judge(found().get(policy.name()), Settings.NONE))
        .extracting(Finding::policy)
        .containsExactly(policy.id());
  }

  @Test
  void no_policy_is_left_over() {
    assertThat(found().keySet()).isEqualTo(policies().map(PolicyInfo::name).collect(toSet()));
  }

  @ParameterizedTest
  @MethodSource("policies")
  void no_finding_is_worse_than_its_policy_says(PolicyInfo policy) {
    Finding finding = JUDGE.judge(found().get(policy.name()), Settings.NONE).get(0);
    assertThat(finding.severity()).isLessThanOrEqualTo(policy.severity());
    assertThat(finding.enforcement()).isIn(Enforcement.ADVISORY, policy.enforcement());
  }

  @ParameterizedTest
  @EnumSource(Scope.class)
  void every_cut_that_there_can_be_is_found_once(Scope scope) {
    List<CutFact> cuts = new ArrayList<>();
    for (Optional<Role> role : roles()) {
      for (String kind :
          List.of("none", "cold", "manual", "unanswered", "unchecked", "unattached")) {
        for (int copies = 0; copies < 3; copies++) {
          for (List<String> elsewhere : List.of(List.<String>of(), List.of("eu-west-1"))) {
            // Each is known by the name of its cause.
            String name = "c" + cuts.size();
            ComponentFact cause =
                kind.equals("none")
                    ? component(name, role, copies, List.of(), List.of(LB), Map.of())
                    : new Alike(kept(name, Role.CACHE, kind)).with(role, copies);
            cuts.add(cut(Verdict.DOWN, scope, Scope.CLOUD, elsewhere, cause));
          }
        }
      }
    }
    List<Finding> findings = JUDGE.judge(facts(cuts.toArray(CutFact[]::new)), Settings.NONE);
    // What shares one place is one finding that names all of it; of a cold standby it is the
    // standby
    // that is to change, so that these are told apart by what fails.
    Map<String, Long> times =
        findings.stream()
            .flatMap(
                finding ->
                    finding.policy().equals("SPOF-COLD-STANDBY")
                        ? Stream.of(finding.proof().get(0).urn())
                        : finding.resources().stream())
            .collect(toMap(urn -> urn.name(), urn -> 1L, Long::sum));
    assertThat(times).hasSize(cuts.size()).allSatisfy((name, n) -> assertThat(n).isEqualTo(1));
  }

  @Test
  void a_value_that_is_unknown_or_secret_is_not_taken_for_a_known_one() {
    for (Value value : List.of(Value.UNKNOWN, Value.SECRET, Value.NULL)) {
      ComponentFact group = behind(2, group("healthCheckType", value));
      assertThat(JUDGE.judge(needing(group), Settings.NONE)).isEmpty();
    }
  }

  @Test
  void a_list_with_an_unknown_item_is_read_for_the_others() {
    Value processes = new Value.Items(List.of(Value.UNKNOWN, Value.of("Launch")));
    ComponentFact group = behind(2, group("suspendedProcesses", processes));
    assertThat(JUDGE.judge(needing(group), Settings.NONE))
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .contains("has suspended `Launch`");
  }

  private static Set<Optional<Role>> roles() {
    return Stream.concat(
            Stream.of(Optional.<Role>empty()), Arrays.stream(Role.values()).map(Optional::of))
        .collect(toSet());
  }

  private static ComponentFact of(Role role, int copies) {
    return component("it", Optional.of(role), copies);
  }

  private static ComponentFact behind(int copies, Map<String, Value> properties) {
    return component("web", Optional.of(Role.COMPUTE), copies, List.of(), List.of(LB), properties);
  }

  private static Map<String, Value> group(String name, Value value) {
    return Map.of("minSize", Value.of(2), name, value);
  }

  /** A component like another, but for its role and copies. */
  private record Alike(ComponentFact like) {
    ComponentFact with(Optional<Role> role, int copies) {
      return component(
          like.name(), role, copies, like.standbys(), like.behind(), like.properties());
    }
  }
}
