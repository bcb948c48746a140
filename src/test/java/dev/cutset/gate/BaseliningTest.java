package dev.cutset.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.StackFolder;
import dev.cutset.analysis.Verdict;
import dev.cutset.catalog.Scope;
import dev.cutset.catalog.Software;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.config.BaselineReader;
import dev.cutset.policy.Baseline;
import dev.cutset.policy.Cause;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Judge;
import dev.cutset.policy.Judgement;
import dev.cutset.policy.Judgement.Outcome;
import dev.cutset.policy.Known;
import dev.cutset.report.BaselineText;
import dev.cutset.source.StackReader;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every stack before the baseline of every other: a ladder of alterations, up and down. */
class BaseliningTest {
  private static final Map<String, Inspection> STACKS = new LinkedHashMap<>();

  @BeforeAll
  static void inspect() throws Exception {
    YamlCatalog catalog = YamlCatalog.bundled();
    Gate gate = new Gate(catalog, Software.all(), Judge.bundled());
    for (StackFolder folder : StackFolder.all()) {
      for (Scope target : List.of(Scope.ZONE, Scope.PROVIDER)) {
        STACKS.put(
            folder.name() + " at " + target.word(),
            gate.inspect(
                new StackReader(catalog, catalog).read(folder.preview()),
                folder.configuration().withTarget(target)));
      }
    }
  }

  @Test
  void a_baseline_hides_all_of_the_stack_that_it_was_written_from() {
    STACKS.forEach(
        (name, stack) -> {
          Judgement judgement = Baselining.applied(stack, written(stack)).judgement();

          assertThat(judgement.findings()).as(name).isEmpty();
          assertThat(judgement.baselined()).as(name).isEqualTo(stack.judgement().findings());
          assertThat(judgement.verdict()).as(name).isEqualTo(Outcome.PASSED);
          assertThat(judgement.notes()).as(name).isEqualTo(stack.judgement().notes());
        });
  }

  @Test
  void a_baseline_hides_nothing_that_an_alteration_adds() {
    int added = 0;
    for (Inspection before : STACKS.values()) {
      Baseline baseline = written(before);
      List<Finding> old = before.judgement().findings();
      for (Inspection after : STACKS.values()) {
        Judgement judgement = Baselining.applied(after, baseline).judgement();
        for (Finding finding : after.judgement().findings()) {
          boolean hidden = judgement.baselined().contains(finding);
          assertThat(judgement.findings().contains(finding)).isNotEqualTo(hidden);
          if (hidden) {
            assertThat(old).anySatisfy(known -> assertThat(says(known, finding)).isTrue());
          } else {
            added++;
            assertThat(old).noneMatch(known -> known.equals(finding));
          }
        }
        boolean refused = judgement.findings().stream().anyMatch(Finding::blocks);
        assertThat(judgement.verdict() == Outcome.BLOCKED).isEqualTo(refused);
      }
    }
    assertThat(added).isGreaterThan(100);
  }

  @Test
  void each_finding_that_the_baseline_lacks_stands_alone() {
    for (Inspection stack : STACKS.values()) {
      for (Finding finding : stack.judgement().findings()) {
        List<Known> others = new ArrayList<>(Baseline.of(stack.judgement()).findings());
        others.remove(Known.of(finding));

        assertThat(Baselining.applied(stack, new Baseline(others)).judgement().findings())
            .containsExactly(finding);
      }
    }
  }

  @Test
  void what_has_become_worse_is_not_hidden_by_what_it_was() {
    Inspection stack = stack("ladder/1-single-server at zone");
    List<Known> known = Baseline.of(stack.judgement()).findings();

    assertThat(standing(stack, known.stream().map(BaseliningTest::harmless).toList()))
        .containsExactly("SPOF-APPLICATION-SERVER", "SPOF-DATABASE");
    assertThat(standing(stack, known.stream().map(BaseliningTest::merelyPossible).toList()))
        .hasSize(known.size());
    assertThat(standing(stack, known.stream().map(BaseliningTest::ofAnotherEntryPoint).toList()))
        .hasSize(known.size());
    assertThat(
            Baselining.applied(
                    stack, new Baseline(known.stream().map(BaseliningTest::harmless).toList()))
                .judgement()
                .notes())
        .anyMatch(note -> note.contains("knows SPOF-DATABASE as milder than it is now"));
  }

  @Test
  void what_is_left_of_a_finding_that_was_mended_in_part_is_not_new() {
    Inspection stack = stack("ladder/3-standby-database at zone");
    Finding zone =
        stack.judgement().findings().stream()
            .filter(finding -> finding.policy().equals("SPOF-ZONE"))
            .findFirst()
            .orElseThrow();
    Known whole = Known.of(zone);
    List<Urn> more = new ArrayList<>(whole.cause().resources());
    more.add(new Urn("urn:pulumi:dev::shop::x::more"));
    Known larger =
        new Known(
            new Cause(whole.cause().policy(), whole.cause().scope(), whole.cause().failure(), more),
            whole.certain(),
            whole.blocks(),
            whole.entryPoints(),
            whole.title());

    assertThat(standing(stack, List.of(larger))).doesNotContain("SPOF-ZONE");
    Known smaller =
        new Known(
            new Cause(
                whole.cause().policy(),
                whole.cause().scope(),
                whole.cause().failure(),
                whole.cause().resources().subList(0, 1)),
            whole.certain(),
            whole.blocks(),
            whole.entryPoints(),
            whole.title());
    assertThat(standing(stack, List.of(smaller))).contains("SPOF-ZONE");
  }

  @Test
  void what_was_mended_is_to_leave_the_baseline() {
    Baseline baseline = written(stack("ladder/2-second-server at zone"));

    Judgement judgement =
        Baselining.applied(stack("ladder/3-standby-database at zone"), baseline).judgement();

    assertThat(judgement.notes())
        .anyMatch(
            note ->
                note.startsWith("no longer found, though in the baseline: SPOF-DATABASE (")
                    && note.endsWith("; `cutset baseline write` drops it"));
  }

  private static Inspection stack(String name) {
    return Objects.requireNonNull(STACKS.get(name), name);
  }

  private static List<String> standing(Inspection stack, List<Known> known) {
    return Baselining.applied(stack, new Baseline(known)).judgement().findings().stream()
        .map(Finding::policy)
        .toList();
  }

  private static Known harmless(Known known) {
    return new Known(known.cause(), known.certain(), false, known.entryPoints(), known.title());
  }

  private static Known merelyPossible(Known known) {
    return new Known(known.cause(), false, known.blocks(), known.entryPoints(), known.title());
  }

  private static Known ofAnotherEntryPoint(Known known) {
    return new Known(
        known.cause(), known.certain(), known.blocks(), List.of("another"), known.title());
  }

  /**
   * Whether the old one says of the same failure, by the same policy, all that the new one says.
   */
  private static boolean says(Finding old, Finding finding) {
    return old.policy().equals(finding.policy())
        && old.scope() == finding.scope()
        && old.failure().urn().equals(finding.failure().urn())
        && (old.failure().urn().isPresent() || old.failure().equals(finding.failure()))
        && old.resources().containsAll(finding.resources())
        && old.entryPoints().containsAll(finding.entryPoints())
        && (old.blocks() || !finding.blocks())
        && (old.verdict() == Verdict.DOWN || finding.verdict() == Verdict.UNKNOWN);
  }

  /** Through the file, so that what is read is what was written. */
  private static Baseline written(Inspection stack) {
    Baseline baseline = Baseline.of(stack.judgement());
    try {
      StringBuilder text = new StringBuilder();
      new BaselineText().render(baseline, text);
      Baseline read = BaselineReader.read(text.toString(), "baseline.json");
      assertThat(read).isEqualTo(baseline);
      assertThat(text.toString().lines().filter(line -> line.contains("fingerprint")))
          .hasSize(baseline.findings().size());
      return read;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
