package dev.cutset.corpus;

import dev.cutset.Golden;
import dev.cutset.analysis.Verdict;
import dev.cutset.catalog.Software;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.config.Configuration;
import dev.cutset.gate.Gate;
import dev.cutset.policy.Judge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page about accuracy says what Cutset and the others find in the corpus. */
class AccuracyPageTest {
  private static final Path PAGE = Path.of("docs/accuracy.md");
  private static final String MARK = "<!-- written by AccuracyPageTest -->\n";
  private static final Gate GATE = new Gate(YamlCatalog.bundled(), Software.all(), Judge.bundled());
  private static final List<PeerAlarms> PEERS =
      List.of(
          PeerAlarms.read("checkov"),
          PeerAlarms.read("kics"),
          PeerAlarms.read("kube-score"),
          PeerAlarms.read("awsguard"));

  private final TerraformTypes types = new TerraformTypes();

  @Test
  void the_page_shows_what_each_tool_finds() throws IOException {
    String page = Files.readString(PAGE);
    int end = page.indexOf(MARK) + MARK.length();
    Golden.assertSame(PAGE, page.substring(0, end) + tables());
  }

  private String tables() {
    StringBuilder text = new StringBuilder("\n| layer | cases | findings | Cutset | false ");
    PEERS.forEach(peer -> text.append("| ").append(peer.tool()).append(" | false "));
    text.append("|\n|---|---|---|").append("---|---|".repeat(PEERS.size() + 1)).append('\n');
    List<Score> totals = new ArrayList<>();
    PEERS.forEach(peer -> totals.add(new Score()));
    totals.add(new Score());
    int cases = 0;
    for (Layer layer : Layer.values()) {
      List<CorpusCase> told =
          CorpusCase.all().stream()
              .filter(stack -> stack.expected().layer() == layer && isTold(stack))
              .toList();
      cases += told.size();
      List<Score> scores = scores(told);
      text.append(row(layer.title(), told.size(), scores));
      for (int i = 0; i < scores.size(); i++) {
        totals.get(i).add(scores.get(i));
      }
    }
    text.append(row("**all**", cases, totals));
    text.append("\nAlarms of all rules on the same files: ");
    text.append(
        PEERS.stream()
            .map(peer -> peer.tool() + " " + peer.all())
            .collect(Collectors.joining(", ")));
    return text.append(".\n").toString();
  }

  /** Whether the others can be told of it. */
  private boolean isTold(CorpusCase stack) {
    Map<?, ?> program = YamlProgram.load(stack.program());
    return TerraformPlan.of(program, types).isPresent() || !Manifests.of(program).isEmpty();
  }

  /** Those of Cutset, and then of each of the others. */
  private static List<Score> scores(List<CorpusCase> stacks) {
    List<Score> scores = new ArrayList<>();
    scores.add(new Score());
    PEERS.forEach(peer -> scores.add(new Score()));
    for (CorpusCase stack : stacks) {
      Label label = stack.expected().label();
      List<Claim> findings =
          label.findings().stream().filter(claim -> claim.verdict() == Verdict.DOWN).toList();
      scores.get(0).add(label, findings, namedByCutset(stack));
      for (int i = 0; i < PEERS.size(); i++) {
        scores.get(i + 1).add(label, findings, PEERS.get(i).in(stack));
      }
    }
    return scores;
  }

  private static Set<String> namedByCutset(CorpusCase stack) {
    Configuration configuration = Configuration.EMPTY.withTarget(stack.expected().target());
    Label said =
        Label.of(GATE.inspect(YamlProgram.read(stack.program()), configuration).judgement());
    Set<String> names = new HashSet<>();
    said.findings().forEach(claim -> names.addAll(claim.resources()));
    return names;
  }

  private static String row(String title, int cases, List<Score> scores) {
    return "| "
        + title
        + " | "
        + cases
        + " | "
        + scores.get(0).labelled()
        + " | "
        + scores.stream().map(Score::cells).collect(Collectors.joining(" | "))
        + " |\n";
  }
}
