package dev.cutset.corpus;

import dev.cutset.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page about the corpus lists the cases that there are. */
class CorpusPageTest {
  private static final Path PAGE = Path.of("docs/corpus.md");
  private static final String MARK = "<!-- written by CorpusPageTest -->\n";

  @Test
  void the_page_lists_the_cases_of_each_layer() throws IOException {
    String page = Files.readString(PAGE);
    int end = page.indexOf(MARK) + MARK.length();
    Golden.assertSame(PAGE, page.substring(0, end) + tables());
  }

  private static String tables() {
    StringBuilder text = new StringBuilder();
    for (Layer layer : Layer.values()) {
      text.append("\n### ").append(layer.title()).append("\n\n");
      text.append("| case | target | verdict | findings |\n|---|---|---|---|\n");
      CorpusCase.all().stream()
          .filter(stack -> stack.expected().layer() == layer)
          .forEach(stack -> text.append(row(stack)));
    }
    return text.toString();
  }

  private static String row(CorpusCase stack) {
    LabelReader expected = stack.expected();
    Label label = expected.label();
    List<String> cells = new ArrayList<>();
    cells.add("[" + stack.name() + "](../" + CorpusCase.ROOT + "/" + stack.name() + ")");
    cells.add(expected.target().word());
    cells.add(
        label.verdict().name().toLowerCase(Locale.ROOT) + (stack.disputed() ? " (disputed)" : ""));
    cells.add(
        label.findings().stream()
            .map(claim -> claim.policy() + " at " + claim.scope().word())
            .distinct()
            .collect(Collectors.joining(", ")));
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
