package dev.cutset.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.hostile.Shell.Result;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Names come from whoever wrote the stack; no reader of an output obeys one. */
@Timeout(120)
class NamesInOutputsTest {
  private static final List<String> NAMES =
      List.of(
          "::error file=a::x",
          "a ::set-env name=PATH::x",
          "##vso[task.setvariable variable=PATH]x",
          "##[add-path]x",
          "##teamcity[message]",
          "\u001b]0;owned\u0007",
          "\u009b31m",
          "a\r\nb",
          "a\u202eb\u2066",
          "a\u2028b\u0085c",
          "\ufffe\uffff",
          "\ud800",
          "%%{init: {'themeCSS':'*{display:none}'}}%%",
          "<img src=x onerror=alert(1)>",
          "</script><script>alert(1)//",
          "a|b [c](https://evil.example) @admin #12 GH-3 !4 www.evil.example",
          "](javascript:alert(1)) `` ` ```",
          "]]> <!-- &amp; &#x3c;",
          "/close",
          "{{x}} ${x} %n%s",
          "- a: b\n  c: *d",
          "x".repeat(5_000));

  /** What terminals obey, and what runs the other way. */
  private static final Pattern STEERING =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029&&[^\\n\\t]]");

  private static final Pattern COMMAND =
      Pattern.compile("##[A-Za-z]*\\[|(?m)^\\s*::[a-z-]+[^:\\n]*::");

  @TempDir private Path folder;
  private Path stack;

  @BeforeEach
  void write() throws IOException {
    List<String> steps = new ArrayList<>();
    for (String name : NAMES) {
      String server = Texts.urn("aws:ec2/instance:Instance", name);
      String record = Texts.urn("aws:route53/record:Record", "dns " + name);
      String address = Texts.quoted(name.strip() + ".example.com");
      steps.add(
          Texts.step(
              server,
              "{\"availabilityZone\":" + Texts.quoted(name) + "}",
              "\"sourcePosition\":" + Texts.quoted("project:///" + name.replace("#", "") + "#3")));
      steps.add(
          Texts.step(
              record,
              "{\"type\":\"A\",\"name\":" + address + ",\"records\":[\"x\"]}",
              "\"dependencies\":[" + Texts.quoted(server) + "]",
              "\"propertyDependencies\":{\"records\":[" + Texts.quoted(server) + "]}"));
    }
    stack =
        Files.writeString(
            folder.resolve("stack.json"), Texts.preview(steps.toArray(String[]::new)));
  }

  private Result shown(String... arguments) {
    return new Shell(folder).run(arguments).isVerdictOrRefusal();
  }

  private static void assertObeyedByNobody(String text) {
    assertThat(STEERING.matcher(text).results().map(found -> escaped(found.group())).toList())
        .isEmpty();
    assertThat(COMMAND.matcher(text).results().map(found -> found.group()).toList()).isEmpty();
  }

  private static String escaped(String sign) {
    return "U+%04X".formatted(sign.codePointAt(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"terminal", "json", "sarif", "code-quality", "junit", "markdown"})
  void a_verdict_in_any_format(String format) {
    Result result = shown("check", "--verbose", "--format", format, stack.toString());
    assertThat(result.code()).isEqualTo(Shell.BLOCKED);
    assertThat(result.out()).contains("owned");
    assertObeyedByNobody(result.all());
  }

  @Test
  void a_page_in_the_browser() {
    String page = shown("check", "--format", "html", stack.toString()).out();
    String own = page.replaceAll("(?s)<style>.*?</style>|<script>.*?</script>", "");
    assertObeyedByNobody(own);
    assertThat(own).doesNotContain("<img", "<script>alert");
    assertThat(page.split("</script>", -1))
        .as("no name ends a script")
        .hasSameSizeAs(page.split("<script", -1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dot", "mermaid", "svg"})
  void a_drawing_in_any_language(String format) {
    String drawing = shown("graph", "--format", format, stack.toString()).out();
    assertThat(drawing).contains("owned");
    assertObeyedByNobody(drawing);
    if (format.equals("mermaid")) {
      assertThat(drawing).doesNotContain("%%{", "`", "<img");
    }
  }

  @Test
  void a_drawing_is_xml() throws Exception {
    String drawing = shown("graph", "--format", "svg", stack.toString()).out();
    assertThat(elements(drawing, "script")).isZero();
    assertThat(elements(drawing, "img")).isZero();
  }

  @Test
  void tests_are_xml_with_the_elements_of_tests_only() throws Exception {
    String tests = shown("check", "--format", "junit", stack.toString()).out();
    assertThat(elements(tests, "testcase")).isPositive();
    assertThat(elements(tests, "img")).isZero();
  }

  private static int elements(String xml, String name) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
        .getElementsByTagName(name)
        .getLength();
  }

  @Test
  void places_in_reports_for_code_hosts_are_paths_within_the_project() {
    JsonNode report =
        new ObjectMapper().readTree(shown("check", "--format", "sarif", stack.toString()).out());
    report
        .findValuesAsString("uri")
        .forEach(uri -> assertThat(uri).matches("[A-Za-z0-9%._~!$&'()*+,;=:@/-]+"));
  }

  @Test
  void a_comment_has_no_markup_of_theirs() {
    String comment = shown("check", "--format", "markdown", stack.toString()).out();
    String own = comment.replaceAll("(?s)```mermaid.*?```|</?(details|summary|code)>|<br>", "");
    assertThat(own.replaceAll("<!-- (cutset )?-->|`[^`\n]*`", "")).doesNotContain("<", "](", "![");
    assertThat(comment).doesNotContainPattern("(?m)^/close");
    assertThat(own)
        .doesNotContain("@admin", "GH-3", "!4", "www.evil", "https://evil")
        .doesNotContainPattern("(?<!&)#12");
    assertThat(own.lines().filter(line -> line.startsWith("| \u274c")))
        .allSatisfy(line -> assertThat(line.chars().filter(sign -> sign == '|')).hasSize(5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chaos --pairs",
        "chaos --format json",
        "chaos --format markdown",
        "availability",
        "availability --format json",
        "fix --what-if",
        "fix --format json",
        "facts"
      })
  void every_other_command(String command) {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.add(stack.toString());
    assertObeyedByNobody(shown(words.toArray(String[]::new)).all());
  }

  @Test
  void what_is_compared_explained_and_written_down() throws IOException {
    String path = stack.toString();
    String empty = Files.writeString(folder.resolve("empty.json"), Texts.preview()).toString();
    for (String format : new String[] {"terminal", "json", "markdown"}) {
      assertObeyedByNobody(shown("diff", "--format", format, empty, path).all());
    }
    for (String name : NAMES) {
      String urn = Texts.urn("aws:ec2/instance:Instance", name);
      assertObeyedByNobody(new Shell(folder).run("explain", path, urn).all());
      assertObeyedByNobody(new Shell(folder).run("explain", path, "no " + name).all());
      assertObeyedByNobody(new Shell(folder).run("check", "--format", name, path).all());
    }
    assertObeyedByNobody(shown("baseline", "write", "--file", "baseline.json", path).all());
    assertObeyedByNobody(Files.readString(folder.resolve("baseline.json")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fis", "chaos-mesh", "litmus"})
  void experiments_are_files_of_one_document_in_the_folder(String tool) throws IOException {
    Path to = folder.resolve("experiments");
    shown("chaos", "--export", tool, "--to", to.toString(), stack.toString());
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
        assertThat(file.getFileName().toString()).matches("[a-z0-9.-]+");
        if (file.startsWith(to) && !file.toString().endsWith(".md")) {
          String text = Files.readString(file);
          assertThat(STEERING.matcher(text).results()).isEmpty();
          assertThat(new Load(LoadSettings.builder().build()).loadFromString(text)).isNotNull();
        }
      }
    }
  }
}
