package dev.cutset.browser;

import dev.cutset.StackFolder;
import dev.cutset.analysis.Analysis;
import dev.cutset.analysis.Loss;
import dev.cutset.analysis.Rehearsal;
import dev.cutset.analysis.Verdict;
import dev.cutset.catalog.Software;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.config.Configuration;
import dev.cutset.gate.Gate;
import dev.cutset.gate.Inspection;
import dev.cutset.policy.Judge;
import dev.cutset.report.picture.HtmlReport;
import dev.cutset.source.StackReader;
import dev.cutset.stack.Stack;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assertions;

/** The page of a stack in a file, beside what the analysis says of that stack. */
public record ReportPage(Path file, Inspection inspection) {
  private static final YamlCatalog CATALOG = YamlCatalog.bundled();

  /** Of a folder such as {@code ladder/1-single-server}. */
  static ReportPage of(String stack, Path folder) throws Exception {
    return of(StackFolder.named(stack).path().resolve("preview.json"), folder);
  }

  /** Of a recorded stack. */
  static ReportPage of(Path recorded, Path folder) throws Exception {
    return of(new StackReader(CATALOG, CATALOG).read(recorded), folder);
  }

  static ReportPage of(Stack stack, Path folder) throws IOException {
    Gate gate = new Gate(CATALOG, Software.all(), Judge.bundled());
    Inspection inspection = gate.inspect(stack, Configuration.EMPTY);
    Path file = Files.createTempFile(folder, "page", ".html");
    try (Writer out = Files.newBufferedWriter(file)) {
      new HtmlReport()
          .render(inspection.judgement(), inspection.completed(), inspection.parents(), out);
    }
    return new ReportPage(file, inspection);
  }

  Rehearsal rehearsal() {
    return new Rehearsal(
        new Analysis(inspection.completed().kindest(), inspection.completed().harshest()));
  }

  /** Something to lose, by its key. */
  static Loss loss(Rehearsal rehearsal, String key) {
    return rehearsal.singles().stream()
        .map(round -> round.losses().get(0))
        .filter(loss -> loss.key().equals(key))
        .findFirst()
        .orElseGet(() -> Assertions.fail("nothing is called " + key));
  }

  /** What the page says of each entry point, in the analysis's words and order. */
  static List<String> verdicts(Tab tab) {
    return tab.texts(
        "kindest.entryPoints.map(entry => [...document.querySelectorAll('[data-entry]')]"
            + ".find(e => e.dataset.entry === entry.id).querySelector('.state').className.slice(6))");
  }

  static List<String> words(List<Verdict> verdicts) {
    return verdicts.stream().map(Verdict::word).toList();
  }
}
