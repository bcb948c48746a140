package dev.cutset.gate;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Each step of the ladder has exactly the single points of failure that its author expected. */
class LadderTest {
  private static final Path LADDER = Path.of("stacks/ladder");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final YamlCatalog catalog = YamlCatalog.bundled();
  private final Gate gate = new Gate(catalog, Software.all(), Judge.bundled());

  @TestFactory
  Stream<DynamicTest> each_step_has_exactly_what_its_author_expected() throws IOException {
    return steps()
        .map(step -> DynamicTest.dynamicTest(step.getFileName().toString(), () -> check(step)));
  }

  @Test
  void the_ladder_has_all_its_steps() throws IOException {
    assertThat(steps()).hasSize(11);
  }

  private static Stream<Path> steps() throws IOException {
    try (Stream<Path> folders = Files.list(LADDER)) {
      return folders.filter(Files::isDirectory).sorted().toList().stream();
    }
  }

  private void check(Path step) throws Exception {
    JsonNode expected = JSON.readTree(Files.readString(step.resolve("expected.json")));
    Stack stack = new StackReader(catalog, catalog).read(step.resolve("preview.json"));
    assertThat(found(judge(stack, Scope.PROVIDER))).isEqualTo(wanted(expected));
    for (Scope target : List.of(Scope.INSTANCE, Scope.ZONE, Scope.REGION, Scope.PROVIDER)) {
      String verdict = judge(stack, target).verdict().name().toLowerCase(Locale.ROOT);
      assertThat(verdict)
          .as("at target %s", target.word())
          .isEqualTo(expected.get("verdictAtTarget").get(target.word()).asString());
    }
  }

  private Judgement judge(Stack stack, Scope target) {
    return gate.inspect(stack, Configuration.EMPTY.withTarget(target)).judgement();
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
