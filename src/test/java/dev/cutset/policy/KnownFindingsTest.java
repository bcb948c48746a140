package dev.cutset.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What was known before hides what is no worse, and nothing else. */
class KnownFindingsTest {
  private static final FindingSketch WEB = FindingSketch.of("SPOF-A", "web", "proxy");
  private static final FindingSketch DB = FindingSketch.of("SPOF-B", "db");

  @Test
  void what_is_no_worse_is_covered() {
    Known known = Known.of(WEB.of(List.of("shop", "blog", "shop")).finding());

    assertThat(known.entryPoints()).containsExactly("blog", "shop");
    assertThat(known.covers(WEB.finding())).isTrue();
    assertThat(known.covers(WEB.advice().finding())).isTrue();
    assertThat(known.covers(WEB.unsure().finding())).isTrue();
    assertThat(known.covers(WEB.about("web").finding())).isTrue();
  }

  @Test
  void what_takes_more_down_or_needs_more_change_is_not_covered() {
    Known known = Known.of(WEB.finding());

    assertThat(known.covers(WEB.of(List.of("shop", "blog")).finding())).isFalse();
    assertThat(known.covers(WEB.about("web", "proxy", "db").finding())).isFalse();
    assertThat(known.covers(WEB.inZone("a").finding())).isFalse();
    assertThat(known.covers(DB.finding())).isFalse();
  }

  @Test
  void what_blocks_or_is_certain_now_and_was_not_is_not_covered() {
    Known advice = Known.of(WEB.advice().finding());
    Known unsure = Known.of(WEB.unsure().finding());

    assertThat(advice.covers(WEB.finding())).isFalse();
    assertThat(advice.covers(WEB.advice().finding())).isTrue();
    assertThat(unsure.covers(WEB.finding())).isFalse();
    assertThat(unsure.covers(WEB.unsure().finding())).isTrue();
  }

  @Test
  void findings_are_found_by_what_fails() {
    KnownFindings known = KnownFindings.of(List.of(WEB.finding(), WEB.inZone("a").finding()));

    assertThat(known.akinTo(WEB.finding().cause())).containsExactly(Known.of(WEB.finding()));
    assertThat(known.akinTo(WEB.about("web").finding().cause())).hasSize(1);
    assertThat(known.akinTo(WEB.about("other").finding().cause())).isEmpty();
    assertThat(known.akinTo(DB.finding().cause())).isEmpty();
    assertThat(known.cover(WEB.finding())).isTrue();
    assertThat(known.cover(WEB.of(List.of("blog")).finding())).isFalse();
    assertThat(known.cover(DB.finding())).isFalse();
  }

  @Test
  void a_baseline_tells_what_is_known_worse_added_and_fixed() {
    Finding gone = FindingSketch.of("SPOF-C", "gone").finding();
    Finding waived = FindingSketch.of("SPOF-D", "waived").finding();
    Baseline baseline =
        Baseline.of(
            FindingSketch.judged(
                List.of(WEB.finding(), DB.advice().finding(), waived),
                List.of(FindingSketch.of("SPOF-E", "not counted").waived()),
                List.of(gone)));
    Finding added = FindingSketch.of("SPOF-F", "added").finding();

    Baseline.Split split =
        baseline.split(
            FindingSketch.judged(
                List.of(WEB.finding(), DB.finding(), added),
                List.of(FindingSketch.of("SPOF-D", "waived").waived()),
                List.of()));

    assertThat(baseline.findings())
        .extracting(known -> known.cause().policy())
        .containsExactly("SPOF-A", "SPOF-B", "SPOF-C", "SPOF-D");
    assertThat(split)
        .isEqualTo(
            new Baseline.Split(
                List.of(WEB.finding()),
                List.of(DB.finding()),
                List.of(added),
                List.of(Known.of(gone))));
  }

  @Test
  void a_baseline_is_written_in_one_order() {
    List<Known> known =
        List.of(
            Known.of(FindingSketch.of("SPOF-B", "a").finding()),
            Known.of(FindingSketch.of("SPOF-A", "b").finding()),
            Known.of(FindingSketch.of("SPOF-A", "a").inZone("z").about("b").finding()),
            Known.of(FindingSketch.of("SPOF-A", "a").inZone("z").about("a", "c").finding()),
            Known.of(FindingSketch.of("SPOF-A", "a").inZone("z").about("a").finding()));

    assertThat(new Baseline(known).findings())
        .extracting(
            one ->
                one.cause().policy()
                    + one.cause().failure().replaceAll(".*::", " ")
                    + " "
                    + one.cause().resources().stream().map(urn -> urn.name()).toList())
        .hasSize(5)
        .startsWith("SPOF-A b [b]")
        .endsWith("SPOF-B a [a]");
    assertThat(
            new Baseline(
                List.of(known.get(4), known.get(2), known.get(0), known.get(1), known.get(3))))
        .isEqualTo(new Baseline(known));
  }

  @Test
  void what_blocks_is_what_is_added_or_worse() {
    Finding blocks = WEB.finding();
    Finding advice = WEB.advice().finding();
    List<Finding> none = List.of();

    assertThat(new Baseline.Split(none, none, List.of(blocks), List.of()).blocks()).isTrue();
    assertThat(new Baseline.Split(none, List.of(blocks), none, List.of()).blocks()).isTrue();
    assertThat(new Baseline.Split(List.of(blocks), none, none, List.of()).blocks()).isFalse();
    assertThat(new Baseline.Split(none, List.of(advice), List.of(advice), List.of()).blocks())
        .isFalse();
  }

  @Test
  void a_comparison_counts_what_is_waived_and_what_is_in_the_baseline() {
    Finding gone = FindingSketch.of("SPOF-C", "gone").finding();
    Finding added = FindingSketch.of("SPOF-F", "added").finding();
    FindingSketch waived = FindingSketch.of("SPOF-D", "waived");
    Judgement before =
        FindingSketch.judged(
            List.of(WEB.finding()), List.of(waived.waived()), List.of(gone, DB.advice().finding()));
    Judgement after =
        FindingSketch.judged(
            List.of(added, DB.finding()), List.of(waived.waived()), List.of(WEB.finding()));

    assertThat(Comparison.of(before, after))
        .isEqualTo(
            new Comparison(
                before,
                after,
                List.of(added),
                List.of(DB.finding()),
                List.of(WEB.finding(), waived.finding()),
                List.of(gone)));
  }

  @Test
  void a_change_adds_what_blocks_unless_it_is_waived() {
    Judgement nothing = FindingSketch.judged();
    Judgement waived = FindingSketch.judged(List.of(), List.of(WEB.waived()), List.of());

    assertThat(Comparison.of(nothing, FindingSketch.judged(WEB.finding())).addsWhatBlocks())
        .isTrue();
    assertThat(
            Comparison.of(
                    FindingSketch.judged(WEB.advice().finding()),
                    FindingSketch.judged(WEB.finding()))
                .addsWhatBlocks())
        .isTrue();
    assertThat(
            Comparison.of(nothing, FindingSketch.judged(WEB.advice().finding())).addsWhatBlocks())
        .isFalse();
    assertThat(Comparison.of(nothing, waived).addsWhatBlocks()).isFalse();
  }
}
