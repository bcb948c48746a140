package dev.cutset.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.catalog.Scope;
import dev.cutset.catalog.Software;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.config.Configuration;
import dev.cutset.config.NamePattern;
import dev.cutset.config.Prices;
import dev.cutset.corpus.YamlProgram;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Fix;
import dev.cutset.policy.FixPlan;
import dev.cutset.policy.Judge;
import dev.cutset.policy.Judgement.Outcome;
import dev.cutset.remedy.ResourceChange;
import dev.cutset.source.StackReader;
import dev.cutset.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fixes are what it takes, and no more, and nothing is claimed that was not judged. */
class FixPlannerTest {
  private static final Path CORPUS = Path.of("src/test/resources/corpus");
  private static final YamlCatalog CATALOG = YamlCatalog.bundled();
  private static final Gate GATE = new Gate(CATALOG, Software.all(), Judge.bundled());

  static List<Path> stacks() throws IOException {
    try (Stream<Path> folders = Files.list(CORPUS)) {
      return folders.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void without_any_of_its_fixes_a_plan_does_not_do_what_it_says(Path folder) {
    Stack stack = read(folder);
    FixPlan plan = plan(stack, Prices.NONE);

    assertThat(GATE.inspect(applied(stack, plan.fixes()), Configuration.EMPTY).judgement())
        .isEqualTo(plan.after());
    assertThat(plan.reached()).isEqualTo(plan.after().verdict() == Outcome.PASSED);
    for (Fix fix : plan.fixes()) {
      List<Fix> others = plan.fixes().stream().filter(other -> !other.equals(fix)).toList();
      assertThat(fix.mends()).isNotEmpty();
      assertThat(GATE.inspect(applied(stack, others), Configuration.EMPTY).judgement().findings())
          .extracting(Finding::fingerprint)
          .containsAll(fix.mends().stream().map(Finding::fingerprint).toList());
    }
  }

  @Test
  void what_a_property_can_mend_in_the_corpus_is_mended() throws IOException {
    assertThat(
            stacks().stream()
                .map(folder -> plan(read(folder), Prices.NONE))
                .filter(plan -> !plan.fixes().isEmpty() && plan.reached()))
        .hasSizeGreaterThan(10);
  }

  @Test
  void a_single_database_is_given_a_standby() {
    FixPlan plan = plan(read(CORPUS.resolve("database-single-instance")), Prices.NONE);

    assertThat(plan.fixes()).hasSize(1);
    assertThat(plan.fixes().get(0).changes())
        .extracting(change -> change.property().toString())
        .containsExactly("multiAz");
    assertThat(plan.fixes().get(0).copies()).isEqualTo(1);
    assertThat(plan.reached()).isTrue();
  }

  @Test
  void what_no_property_mends_is_left_to_do_by_hand() {
    FixPlan plan = plan(read(CORPUS.resolve("gateway-one-haproxy")), Prices.NONE);

    assertThat(plan.reached()).isFalse();
    assertThat(plan.fixes()).isEmpty();
    assertThat(plan.byHand()).isNotEmpty().allMatch(Finding::blocks);
  }

  @Test
  void what_passes_already_needs_nothing() {
    FixPlan plan = plan(read(CORPUS.resolve("database-multi-az")), Prices.NONE);

    assertThat(plan.reached()).isTrue();
    assertThat(plan.fixes()).isEmpty();
    assertThat(plan.after()).isEqualTo(plan.before());
  }

  @Test
  void the_cheaper_of_two_fixes_that_gain_as_much_comes_first() throws Exception {
    Stack stack = new StackReader(CATALOG, CATALOG).read(Path.of("docs/examples/one-of-each.json"));

    assertThat(names(plan(stack, prices(60, 15)))).containsExactly("web", "orders");
    assertThat(names(plan(stack, prices(15, 60)))).containsExactly("orders", "web");
    assertThat(plan(stack, prices(60, 15)).price()).hasValue(75);
  }

  @Test
  void what_has_no_price_is_not_taken_for_free() throws Exception {
    Stack stack = new StackReader(CATALOG, CATALOG).read(Path.of("docs/examples/one-of-each.json"));
    Prices some = new Prices("EUR", List.of(new Prices.Price(new NamePattern("orders"), 60)));

    FixPlan plan = plan(stack, some);

    assertThat(names(plan)).containsExactly("orders", "web");
    assertThat(plan.fixes().get(1).price()).isEmpty();
    assertThat(plan.price()).isEmpty();
  }

  @Test
  void a_target_beyond_what_properties_reach_is_not_claimed() {
    FixPlan plan =
        new FixPlanner(
                GATE,
                read(CORPUS.resolve("database-single-instance")),
                Configuration.EMPTY.withTarget(Scope.REGION))
            .plan(Prices.NONE);

    assertThat(plan.reached()).isFalse();
    assertThat(plan.byHand()).anyMatch(finding -> finding.scope() == Scope.REGION);
    assertThat(plan.after().verdict()).isEqualTo(Outcome.BLOCKED);
  }

  private static Prices prices(double database, double server) {
    return new Prices(
        "EUR",
        List.of(
            new Prices.Price(new NamePattern("aws:rds/*"), database),
            new Prices.Price(new NamePattern("web"), server)));
  }

  private static List<String> names(FixPlan plan) {
    return plan.fixes().stream().map(fix -> fix.urn().name()).toList();
  }

  private static FixPlan plan(Stack stack, Prices prices) {
    return new FixPlanner(GATE, stack, Configuration.EMPTY).plan(prices);
  }

  private static Stack applied(Stack stack, List<Fix> fixes) {
    return FixStep.applied(
        stack,
        fixes.stream()
            .flatMap(
                fix ->
                    FixStep.of(
                        fix.changes().stream()
                            .map(change -> new ResourceChange(fix.urn(), change))
                            .toList())
                        .stream())
            .toList());
  }

  private static Stack read(Path folder) {
    try {
      return YamlProgram.read(Files.readString(folder.resolve("Pulumi.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
