package dev.cutset.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.Golden;
import dev.cutset.policy.Judgement;
import dev.cutset.policy.PolicyCatalog;
import dev.cutset.stack.SourcePosition;
import dev.cutset.stack.Urn;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The formats for code hosts: SARIF, JUnit and Markdown. */
class FormatsTest {
  private static final CodeLocations NOWHERE = new CodeLocations("infra/Pulumi.yaml", Map.of());
  private static final Drawing EMPTY = new Drawing(List.of(), List.of());

  static Stream<Path> cases() throws IOException {
    return ReportCases.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void sarif_tells_each_finding_with_its_place_and_cause(Path folder) throws IOException {
    JsonNode run = new ObjectMapper().readTree(sarif(folder, NOWHERE)).get("runs").get(0);

    // The rules with their pages stand in every report; what differs is the rest.
    Golden.assertSame(
        folder.resolve("results.sarif.json"),
        run.get("results").toPrettyString().replace("\r\n", "\n") + "\n");
    assertThat(run.get("tool").get("driver").get("rules").size())
        .isEqualTo(PolicyCatalog.bundled().policies().size());
    run.get("results")
        .forEach(
            result ->
                assertThat(
                        run.get("tool")
                            .get("driver")
                            .get("rules")
                            .get(result.get("ruleIndex").asInt())
                            .get("id"))
                    .isEqualTo(result.get("ruleId")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void junit_tells_findings_as_tests_that_fail(Path folder) throws Exception {
    byte[] xml = junit(folder);
    Golden.assertSame(
        folder.resolve("expected.junit.xml"), new String(xml, StandardCharsets.UTF_8));

    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml));
    Element suite = (Element) document.getElementsByTagName("testsuite").item(0);
    assertThat(suite.getAttribute("tests")).isEqualTo(count(document, "testcase"));
    assertThat(suite.getAttribute("failures")).isEqualTo(count(document, "failure"));
    assertThat(suite.getAttribute("skipped")).isEqualTo(count(document, "skipped"));
    boolean blocks = judgement(folder).findings().stream().anyMatch(finding -> finding.blocks());
    assertThat(!suite.getAttribute("failures").equals("0")).isEqualTo(blocks);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void markdown_tells_it_to_who_reviews_the_change(Path folder) throws IOException {
    Golden.assertSame(folder.resolve("expected.md"), markdown(folder));
  }

  @Test
  void what_others_named_is_no_markup_in_markdown() throws IOException {
    String text = markdown(ReportCases.of("hostile-names"));

    String own = text.replaceAll("</?(details|summary|code)>|<br>|<!-- (cutset )?-->", "");
    assertThat(own).doesNotContain("<", "](", "![", "\u001b", "\u202e");
    assertThat(MarkdownText.of("![x](http://evil) <script> @admin `a`b` | c"))
        .doesNotContain("](", "<script", "@admin", "|");
  }

  @Test
  void code_stays_code_in_markdown() {
    assertThat(MarkdownText.of("set `multiAz(true)` on `shop-db`"))
        .isEqualTo("set `multiAz(true)` on `shop-db`");
  }

  @Test
  void a_finding_points_to_the_line_that_declares_its_resource() throws IOException {
    Path folder = ReportCases.of("single-server");
    Urn urn = judgement(folder).findings().get(0).urn();
    CodeLocations locations =
        new CodeLocations(
            "infra/Pulumi.yaml", Map.of(urn, new SourcePosition("infra/src/My Shop.java", 42)));

    JsonNode location =
        new ObjectMapper()
            .readTree(sarif(folder, locations))
            .get("runs")
            .get(0)
            .get("results")
            .get(0)
            .get("locations")
            .get(0)
            .get("physicalLocation");

    assertThat(location.get("artifactLocation").get("uri").asString())
        .isEqualTo("infra/src/My%20Shop.java");
    assertThat(location.get("region").get("startLine").asInt()).isEqualTo(42);
  }

  private static String count(Document document, String element) {
    return String.valueOf(document.getElementsByTagName(element).getLength());
  }

  private static String sarif(Path folder, CodeLocations locations) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new SarifReport("1.2.3", PolicyCatalog.bundled()).render(judgement(folder), locations, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static byte[] junit(Path folder) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new JunitReport(PolicyCatalog.bundled()).render(judgement(folder), out);
    return out.toByteArray();
  }

  private static String markdown(Path folder) throws IOException {
    StringBuilder out = new StringBuilder();
    new MarkdownReport().render(judgement(folder), EMPTY, out);
    return out.toString();
  }

  private static Judgement judgement(Path folder) throws IOException {
    return JudgementReader.read(ReportCases.judgement(folder));
  }
}
