package dev.cutset.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.analysis.Analysis;
import dev.cutset.analysis.Failure;
import dev.cutset.architecture.Completed;
import dev.cutset.catalog.Scope;
import dev.cutset.catalog.Software;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.config.Configuration;
import dev.cutset.gate.Gate;
import dev.cutset.gate.Inspection;
import dev.cutset.policy.Judge;
import dev.cutset.report.picture.HtmlReport;
import dev.cutset.source.StackReader;
import dev.cutset.source.UnreadableInputException;
import dev.cutset.stack.Stack;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page computes in a real Chromium, compared with the analysis. */
@Tag("browser")
class PageInBrowserTest {
  private static final YamlCatalog CATALOG = YamlCatalog.bundled();
  private static final Gate GATE = new Gate(CATALOG, Software.all(), Judge.bundled());
  private static final String MODEL = "<script type=\"application/json\" id=\"model\">";

  @TempDir Path folder;

  @Test
  void whatever_fails_the_page_says_what_the_analysis_says() throws Exception {
    List<String> expected = new ArrayList<>();
    StringBuilder page = new StringBuilder("<pre id=said></pre><script>" + simulation());
    page.append("const said = [];\nfunction look(name, model, failures) {\n")
        .append("  for (const [kind, key] of failures) {\n")
        .append("    const failure = failureOf([], [], []);\n    failure[kind].add(key);\n")
        .append("    said.push(name + ' ' + key + ' '")
        .append(" + simulate(model, failure).verdicts.join(','));\n  }\n}\n");
    int unknown = 0;
    for (Stack stack : stacks()) {
      Inspection inspection = GATE.inspect(stack, Configuration.EMPTY);
      Completed completed = inspection.completed();
      Analysis analysis = new Analysis(completed.kindest(), completed.harshest());
      String name = "s" + expected.size();
      List<String> failures = new ArrayList<>();
      for (Failure failure : analysis.failures()) {
        List<String> verdicts = new ArrayList<>();
        for (int i = 0; i < analysis.entryPoints().size(); i++) {
          verdicts.add(analysis.verdict(i, failure).word());
        }
        unknown += verdicts.contains("unknown") ? 1 : 0;
        boolean copy = failure.scope() == Scope.INSTANCE;
        String key = copy ? failure.key().substring("replica:".length()) : failure.key();
        failures.add("[\"" + (copy ? "replicas" : "domains") + "\"," + quoted(key) + "]");
        expected.add(name + " " + key + " " + String.join(",", verdicts));
      }
      page.append("look(\"").append(name).append("\",readModel(").append(model(inspection));
      page.append("),[").append(String.join(",", failures)).append("]);\n");
    }
    page.append("document.getElementById('said').textContent = said.join('\\n');</script>");

    String said = inChromium(page.toString());

    String lines = said.substring(said.indexOf("<pre id=\"said\">") + 15, said.indexOf("</pre>"));
    assertThat(lines.replace("&amp;", "&").replace("&gt;", ">").replace("&lt;", "<").lines())
        .containsExactlyElementsOf(expected);
    assertThat(expected).hasSizeGreaterThan(1_000).anyMatch(line -> line.contains("down"));
    assertThat(unknown).isPositive();
  }

  private static List<Stack> stacks() throws IOException, UnreadableInputException {
    Stream.Builder<Stack> stacks = Stream.builder();
    try (var ladder = Files.newDirectoryStream(Path.of("stacks/ladder"))) {
      for (Path step : ladder) {
        stacks.add(new StackReader(CATALOG, CATALOG).read(step.resolve("preview.json")));
      }
    }
    for (CorpusCase each : CorpusCase.all()) {
      stacks.add(YamlProgram.read(each.program()));
    }
    return stacks.build().toList();
  }

  private static String model(Inspection inspection) throws IOException {
    StringWriter out = new StringWriter();
    new HtmlReport()
        .render(inspection.judgement(), inspection.completed(), inspection.parents(), out);
    String page = out.toString();
    int from = page.indexOf(MODEL) + MODEL.length();
    return page.substring(from, page.indexOf("</script>", from));
  }

  private static String simulation() throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream("simulation.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("<", "\\u003c") + "\"";
  }

  private String inChromium(String page) throws Exception {
    Path file = Files.writeString(folder.resolve("page.html"), "<!DOCTYPE html>" + page);
    Path dom = folder.resolve("dom.html");
    Process chromium =
        new ProcessBuilder(
                System.getenv().getOrDefault("CHROMIUM", "chromium"),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + folder.resolve("profile"),
                "--dump-dom",
                file.toUri().toString())
            .redirectOutput(dom.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(chromium.waitFor(120, TimeUnit.SECONDS)).as("Chromium ends").isTrue();
    } finally {
      chromium.destroyForcibly().waitFor();
    }
    return Files.readString(dom);
  }
}
