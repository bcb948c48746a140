package dev.cutset.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cutset.catalog.Software;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.config.Configuration;
import dev.cutset.config.ConfigurationException;
import dev.cutset.config.ConfigurationReader;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Judge;
import dev.cutset.policy.Judgement;
import dev.cutset.policy.Judgement.Outcome;
import dev.cutset.policy.Waived;
import dev.cutset.source.StackReader;
import dev.cutset.source.UnreadableInputException;
import dev.cutset.stack.Stack;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The first step of the ladder: a server and a database, each a single point of failure. */
class WaiversTest {
  private static final Path STEP = Path.of("stacks/ladder/1-single-server/preview.json");
  private static final YamlCatalog CATALOG = YamlCatalog.bundled();
  private static final Judge JUDGE = Judge.bundled();
  private static final List<String> IDS =
      List.of("SPOF-APPLICATION-SERVER", "SPOF-DATABASE", "SPOF-ZONE");

  @Test
  void what_is_waived_blocks_nothing_and_is_shown() throws Exception {
    Judgement judgement = on("2030-01-01", waiver("SPOF-DATABASE", "database"));

    assertThat(blocking(judgement)).containsExactly("SPOF-APPLICATION-SERVER");
    assertThat(judgement.waived())
        .extracting(w -> w.finding().policy(), Waived::owner, Waived::reason, Waived::expires)
        .containsExactly(tuple("SPOF-DATABASE", "team-a", "because", LocalDate.of(2030, 6, 30)));
    assertThat(judgement.notes()).isEmpty();
  }

  @Test
  void a_stack_whose_findings_are_all_waived_passes() throws Exception {
    Judgement judgement =
        on(
            "2030-01-01",
            waiver("SPOF-DATABASE", "database"),
            waiver("SPOF-APPLICATION-SERVER", "web"));

    assertThat(judgement.verdict()).isEqualTo(Outcome.PASSED);
    assertThat(judgement.waived()).hasSize(2);
  }

  @Test
  void the_last_day_still_counts_and_the_next_does_not() throws Exception {
    Judgement last = on("2030-06-30", waiver("SPOF-DATABASE", "database"));
    Judgement next = on("2030-07-01", waiver("SPOF-DATABASE", "database"));

    assertThat(last.waived()).hasSize(1);
    assertThat(last.notes())
        .containsExactly(
            "the waiver of SPOF-DATABASE for `database` ends today, on 2030-06-30; team-a answers"
                + " for it");
    assertThat(next.waived()).isEmpty();
    assertThat(blocking(next)).contains("SPOF-DATABASE");
    assertThat(next.notes())
        .containsExactly(
            "the waiver of SPOF-DATABASE for `database` ended on 2030-06-30; team-a answers for"
                + " it");
  }

  @Test
  void its_end_is_told_fourteen_days_ahead() throws Exception {
    assertThat(on("2030-06-15", waiver("SPOF-DATABASE", "database")).notes()).isEmpty();
    assertThat(on("2030-06-16", waiver("SPOF-DATABASE", "database")).notes())
        .singleElement()
        .asString()
        .contains("ends in 14 days, on 2030-06-30");
  }

  @Test
  void a_waiver_of_another_policy_or_resource_accepts_nothing_and_is_to_go() throws Exception {
    Judgement judgement =
        on("2030-01-01", waiver("SPOF-ZONE", "database"), waiver("SPOF-DATABASE", "orders"));

    assertThat(blocking(judgement)).contains("SPOF-DATABASE", "SPOF-APPLICATION-SERVER");
    assertThat(judgement.notes())
        .hasSize(2)
        .allSatisfy(note -> assertThat(note).contains("accepts nothing that was found"));
  }

  private static String waiver(String policy, String match) {
    return String.format(
        "  - { policy: %s, match: %s, reason: because, owner: team-a, expires: 2030-06-30 }\n",
        policy, match);
  }

  private static Judgement on(String day, String... waivers)
      throws UnreadableInputException, ConfigurationException {
    Clock clock =
        Clock.fixed(LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    Stack stack = new StackReader(CATALOG, CATALOG).read(STEP);
    Configuration configuration =
        new ConfigurationReader(IDS).read("waivers:\n" + String.join("", waivers), "cutset.yaml");
    return new Gate(CATALOG, Software.all(), JUDGE, clock)
        .inspect(stack, configuration)
        .judgement();
  }

  private static List<String> blocking(Judgement judgement) {
    return judgement.findings().stream().filter(Finding::blocks).map(Finding::policy).toList();
  }
}
