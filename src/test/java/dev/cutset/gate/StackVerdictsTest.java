package dev.cutset.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.StackFolder;
import dev.cutset.catalog.Scope;
import dev.cutset.catalog.Software;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.config.Configuration;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Judge;
import dev.cutset.policy.Judgement;
import dev.cutset.source.StackReader;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Each stack has exactly the single points of failure that its author expected. */
class StackVerdictsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final YamlCatalog catalog = YamlCatalog.bundled();
  private final Gate gate = new Gate(catalog, Software.all(), Judge.bundled());

  static List<StackFolder> stacks() throws IOException {
    return StackFolder.all();
  }

  static List<StackFolder> templates() throws IOException {
    return StackFolder.templates();
  }

  @Test
  void the_ladder_has_all_its_steps() throws IOException {
    assertThat(StackFolder.ladder()).hasSize(11);
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void a_stack_has_exactly_what_its_author_expected(StackFolder folder) throws Exception {
    JsonNode expected = JSON.readTree(Files.readString(folder.path().resolve("expected.json")));
    Stack stack = read(folder);
    assertThat(found(judge(stack, folder.configuration().withTarget(Scope.PROVIDER))))
        .isEqualTo(wanted(expected));
    for (Scope target : List.of(Scope.INSTANCE, Scope.ZONE, Scope.REGION, Scope.PROVIDER)) {
      Judgement judgement = judge(stack, folder.configuration().withTarget(target));
      assertThat(judgement.verdict().name().toLowerCase(Locale.ROOT))
          .as("at target %s", target.word())
          .isEqualTo(expected.get("verdictAtTarget").get(target.word()).asString());
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void a_template_survives_what_it_promises(StackFolder folder) throws Exception {
    Judgement judgement = judge(read(folder), folder.configuration());

    assertThat(judgement.verdict()).isEqualTo(Judgement.Outcome.PASSED);
    assertThat(judgement.entryPoints()).isNotEmpty();
  }

  private Stack read(StackFolder folder) throws Exception {
    return new StackReader(catalog, catalog).read(folder.preview());
  }

  private Judgement judge(Stack stack, Configuration configuration) {
    return gate.inspect(stack, configuration).judgement();
  }

  private static List<String> wanted(JsonNode expected) {
    List<String> lines = new ArrayList<>();
    for (JsonNode finding : expected.get("findings")) {
      List<String> resources = new ArrayList<>();
      finding.get("resources").forEach(name -> resources.add(name.asString()));
      lines.add(line(finding.get("policy").asString(), finding.get("scope").asString(), resources));
    }
    return lines.stream().sorted().toList();
  }

  private static List<String> found(Judgement judgement) {
    List<String> lines = new ArrayList<>();
    for (Finding finding : judgement.findings()) {
      String policy = finding.policy().substring("SPOF-".length()).toLowerCase(Locale.ROOT);
      lines.add(
          line(
              policy,
              finding.scope().word(),
              finding.resources().stream().map(Urn::name).toList()));
    }
    return lines.stream().sorted().toList();
  }

  private static String line(String policy, String scope, List<String> resources) {
    return policy + " at " + scope + ": " + String.join(", ", resources.stream().sorted().toList());
  }
}
