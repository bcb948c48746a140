package dev.cutset.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.catalog.Scope;
import dev.cutset.catalog.Software;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.config.Configuration;
import dev.cutset.config.ConfigurationException;
import dev.cutset.config.ConfigurationReader;
import dev.cutset.corpus.YamlProgram;
import dev.cutset.policy.Enforcement;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Judge;
import dev.cutset.policy.Judgement;
import dev.cutset.policy.Judgement.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Findings say which properties mend them, whatever is done about it. */
class PatchFinderTest {
  private static final Path CORPUS = Path.of("src/test/resources/corpus");
  private static final Path CASES = Path.of("src/test/resources/dev/cutset/remedy/cases");

  private final Gate gate = new Gate(YamlCatalog.bundled(), Software.all(), Judge.bundled());

  @Test
  void a_finding_names_the_property_that_mends_it() throws IOException {
    Finding finding = only("database-single-instance", "SPOF-DATABASE");

    assertThat(told(finding)).containsExactly("db multiAz");
    assertThat(finding.patch().get(0).change().policy()).isEqualTo("SPOF-DATABASE");
  }

  @Test
  void no_property_makes_up_for_a_region() throws IOException {
    assertThat(judge("database-single-instance", Configuration.EMPTY).findings())
        .filteredOn(finding -> finding.scope() == Scope.REGION)
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.patch()).isEmpty());
  }

  @Test
  void what_sets_the_number_of_copies_is_set_with_what_it_is_set_for() throws IOException {
    assertThat(told(only("application-server-tasks-scaled-to-one", "SPOF-APPLICATION-SERVER")))
        .anyMatch(told -> told.endsWith(" minCapacity"));
  }

  @Test
  void what_stands_on_the_chain_is_set_where_nothing_else_can_be() throws IOException {
    Judgement judgement =
        gate.inspect(
                YamlProgram.read(Files.readString(CASES.resolve("network-balancer.yaml"))),
                Configuration.EMPTY)
            .judgement();

    assertThat(judgement.findings())
        .filteredOn(finding -> finding.policy().equals("SPOF-GATEWAY-TARGETS"))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(told(finding)).containsExactly("it enableCrossZoneLoadBalancing"));
  }

  @Test
  void what_is_to_be_remediated_blocks_where_nothing_can_be_set()
      throws IOException, ConfigurationException {
    Configuration configuration =
        new ConfigurationReader(List.of("SPOF-DATABASE"))
            .read("policies: { SPOF-DATABASE: { enforcement: remediate } }", "cutset.yaml");

    Judgement judgement = judge("database-single-instance", configuration);

    assertThat(judgement.verdict()).isEqualTo(Outcome.BLOCKED);
    assertThat(judgement.findings().get(0).enforcement()).isEqualTo(Enforcement.REMEDIATE);
    assertThat(judgement.findings().get(0).blocks()).isTrue();
    assertThat(judgement.findings().get(0).patch()).isNotEmpty();
  }

  private Finding only(String stack, String policy) throws IOException {
    List<Finding> found =
        judge(stack, Configuration.EMPTY).findings().stream()
            .filter(finding -> finding.policy().equals(policy))
            .toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private Judgement judge(String stack, Configuration configuration) throws IOException {
    String program = Files.readString(CORPUS.resolve(stack).resolve("Pulumi.yaml"));
    return gate.inspect(YamlProgram.read(program), configuration).judgement();
  }

  private static List<String> told(Finding finding) {
    return finding.patch().stream()
        .map(patched -> patched.urn().name() + " " + patched.change().property())
        .toList();
  }
}
