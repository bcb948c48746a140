package dev.cutset.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.cutset.Golden;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Judgement;
import dev.cutset.stack.SourcePosition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class CodeQualityReportTest {
  private static final CodeLocations NOWHERE = new CodeLocations("infra/Pulumi.yaml", Map.of());
  private static final Path SCHEMA = ReportCases.of("code-quality.schema.json");

  static Stream<Path> cases() throws IOException {
    return ReportCases.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void each_finding_is_an_issue(Path folder) throws IOException {
    Golden.assertSame(
        folder.resolve("expected.code-quality.json"), render(judgement(folder), NOWHERE));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gitlab_can_read_it(Path folder) throws IOException {
    assertThat(schema().validate(render(judgement(folder), NOWHERE), InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"description", "check_name", "fingerprint", "severity", "path", "lines", "begin"})
  void the_schema_refuses_an_issue_without(String field) throws IOException {
    String report = render(judgement(ReportCases.of("single-server")), NOWHERE);
    assertThat(report).contains('"' + field + '"');

    String other = report.replace('"' + field + '"', '"' + field + "x\"");

    assertThat(schema().validate(other, InputFormat.JSON)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void an_issue_has_the_fingerprint_that_code_scanning_has(Path folder) throws IOException {
    Judgement judgement = judgement(folder);
    List<String> wanted =
        Stream.of(
                judgement.findings().stream(),
                judgement.waived().stream().map(waived -> waived.finding()),
                judgement.baselined().stream())
            .flatMap(findings -> findings)
            .map(Finding::fingerprint)
            .toList();

    JsonNode issues = new ObjectMapper().readTree(render(judgement, NOWHERE));

    assertThat(issues.values().stream().map(issue -> issue.get("fingerprint").asString()))
        .containsExactlyElementsOf(wanted);
  }

  @Test
  void only_what_blocks_is_worse_than_minor() throws IOException {
    for (Path folder : cases().toList()) {
      Judgement judgement = judgement(folder);
      JsonNode issues = new ObjectMapper().readTree(render(judgement, NOWHERE));
      for (int i = 0; i < judgement.findings().size(); i++) {
        String severity = issues.get(i).get("severity").asString();
        if (!judgement.findings().get(i).blocks()) {
          assertThat(severity).isIn("info", "minor");
        }
      }
    }
  }

  @Test
  void an_issue_points_to_the_line_that_declares_its_resource() throws IOException {
    Judgement judgement = judgement(ReportCases.of("single-server"));
    SourcePosition position = new SourcePosition("infra/src/My Shop.java", 42);
    CodeLocations locations =
        new CodeLocations("infra/Pulumi.yaml", Map.of(judgement.findings().get(0).urn(), position));

    JsonNode location =
        new ObjectMapper().readTree(render(judgement, locations)).get(0).get("location");

    assertThat(location.get("path").asString()).isEqualTo("infra/src/My Shop.java");
    assertThat(location.get("lines").get("begin").asInt()).isEqualTo(42);
  }

  private static String render(Judgement judgement, CodeLocations locations) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new CodeQualityReport().render(judgement, locations, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Judgement judgement(Path folder) throws IOException {
    return JudgementReader.read(ReportCases.judgement(folder));
  }

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
  }
}
