package dev.cutset.rego;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeps the example of the page about the evaluator true. */
class RegoPageTest {
  private static final GoldenCase SHOP =
      new GoldenCase(Path.of("src/test/resources/rego/cases/page"));

  @TempDir Path folder;

  @BeforeEach
  void write_the_bundle() throws IOException {
    String plan = Files.readString(SHOP.folder().resolve("plan.json"));
    Map<String, String> files =
        Map.of(
            "/plan.json", plan.replace("\"policy.rego\"", "\"shop.rego\""),
            "/data.json", Files.readString(SHOP.folder().resolve("data.json")),
            "/shop.rego", Files.readString(SHOP.folder().resolve("policy.rego")));
    Files.write(folder.resolve("bundle.tar.gz"), Archive.gzip(Archive.tar(files)).readAllBytes());
  }

  private String example() throws IOException {
    // after `opa build -t plan shop.rego data.json`
    Bundle bundle = Bundle.read(Files.newInputStream(folder.resolve("bundle.tar.gz")));
    RegoValue input = RegoValue.of(Map.of("items", List.of(Map.of("name", "disk", "price", 12.5))));
    Optional<RegoValue> denials = bundle.plan().evaluate("shop/denials", input, bundle.data());
    String json = denials.map(RegoValue::toJson).orElse("undefined"); // ["disk costs 12.5"]
    return json;
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("docs/rego.md"));
  }

  private static String block(String language) throws IOException {
    Matcher block =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page());
    assertThat(block.find()).as(language).isTrue();
    return block.group(1);
  }

  @Test
  void the_example_is_what_this_test_runs_and_gives_what_it_says() throws IOException {
    String own =
        Files.readString(Path.of("src/test/java/dev/cutset/rego/RegoPageTest.java"))
            .lines()
            .map(String::strip)
            .collect(Collectors.joining("\n"));
    assertThat(own).contains(block("java"));
    assertThat(block("java")).contains("// " + example() + "\n");
  }

  @Test
  void the_policy_of_the_example_is_the_one_that_was_compiled() throws IOException {
    assertThat(Files.readString(SHOP.folder().resolve("policy.rego"))).isEqualTo(block("rego"));
  }

  @Test
  void the_trace_is_what_the_example_gives() throws IOException {
    Bundle bundle = Bundle.read(Files.newInputStream(folder.resolve("bundle.tar.gz")));
    StringBuilder lines = new StringBuilder();
    TraceRenderer renderer =
        new TraceRenderer(bundle.sources(), line -> lines.append(line).append("\n"));
    EvaluationOptions options = EvaluationOptions.standard().withTrace(renderer);
    bundle.plan().evaluate("shop/denials", SHOP.json("input.json"), bundle.data(), options);
    assertThat(page()).contains("```\n" + lines + "```\n");
  }
}
