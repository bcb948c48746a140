package dev.cutset.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.catalog.Scope;
import dev.cutset.catalog.Software;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.config.Configuration;
import dev.cutset.gate.Gate;
import dev.cutset.source.StackReader;
import dev.cutset.source.UnreadableInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of each policy, from the preview to the finding. */
class PolicyCasesTest {
  private static final YamlCatalog CATALOG = YamlCatalog.bundled();
  private static final Gate GATE = new Gate(CATALOG, Software.all(), Judge.bundled());

  /** Data in one place is also a database in one place; a stack cannot have the one alone. */
  private static final Map<String, Set<String>> COMPANIONS =
      Map.of("SPOF-UNREPLICATED-DATA", Set.of("SPOF-DATABASE"));

  static Stream<PolicyInfo> policies() {
    return PolicyCatalog.bundled().policies().stream();
  }

  @ParameterizedTest
  @MethodSource("policies")
  void the_failing_case_is_found_by_its_policy_alone(PolicyInfo policy) throws Exception {
    List<Finding> findings = findings(policy, "fails");
    assertThat(ids(findings)).contains(policy.id());
    assertThat(ids(findings.stream().filter(PolicyCasesTest::withinZone).toList()))
        .isSubsetOf(
            Stream.concat(
                    Stream.of(policy.id()), COMPANIONS.getOrDefault(policy.id(), Set.of()).stream())
                .collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("policies")
  void the_passing_case_passes(PolicyInfo policy) throws Exception {
    List<Finding> findings = findings(policy, "passes");
    assertThat(ids(findings)).doesNotContain(policy.id());
    assertThat(findings).noneMatch(PolicyCasesTest::withinZone);
  }

  private static boolean withinZone(Finding finding) {
    return finding.scope().compareTo(Scope.ZONE) <= 0;
  }

  private static Set<String> ids(List<Finding> findings) {
    return findings.stream().map(Finding::policy).collect(Collectors.toSet());
  }

  private static List<Finding> findings(PolicyInfo policy, String kind)
      throws UnreadableInputException {
    Path file = Path.of("policies", policy.name(), "cases", kind + ".json");
    return GATE.inspect(new StackReader(CATALOG, CATALOG).read(file), Configuration.EMPTY)
        .judgement()
        .findings();
  }
}
