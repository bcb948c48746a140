package dev.cutset.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutset.rego.RegoException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final Plan LIMITS = Plan.read(plan());
  private static final EvaluationOptions STANDARD = EvaluationOptions.standard();

  private static byte[] plan() {
    try {
      return Files.readAllBytes(Path.of("src/test/resources/rego/plans/limits.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<RegoValue> ask(
      String rule, EvaluationOptions options, Map<String, ?> input) {
    return LIMITS.evaluate("limits/" + rule, RegoValue.of(input), RegoObject.EMPTY, options);
  }

  private static AbstractThrowableAssert<?, RegoException> assertEnds(
      String rule, EvaluationOptions options, Map<String, ?> input) {
    return assertThatThrownBy(() -> ask(rule, options, input))
        .asInstanceOf(InstanceOfAssertFactories.throwable(RegoException.class))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.LIMIT));
  }

  @Test
  void an_evaluation_ends_when_it_lasts_too_long() {
    // The pairs of so many numbers would take hours.
    assertEnds("pairs", STANDARD.withTimeLimit(Duration.ofMillis(50)), Map.of("n", 1_000_000))
        .hasMessage("the evaluation took longer than PT0.05S");
    assertThat(ask("pairs", STANDARD.withTimeLimit(Duration.ofMinutes(5)), Map.of("n", 3)))
        .contains(RegoNumber.of(3));
  }

  @Test
  void the_elements_of_the_collections_that_rules_make_are_counted() {
    Map<String, Integer> ten = Map.of("n", 10);
    // A hundred rows of two, the lists that hold them, and eleven ranges of ten: some 520.
    assertThat(ask("grid", STANDARD.withMaxValues(1_000), ten)).isPresent();
    assertEnds("grid", STANDARD.withMaxValues(300), ten)
        .hasMessage("the evaluation made more than 300 values");
  }

  @Test
  void a_builtin_is_stopped_while_it_makes_too_much() {
    assertEnds("looked", STANDARD.withMaxValues(1_000), Map.of("n", Long.MAX_VALUE));
  }

  @Test
  void what_comes_from_outside_does_not_count_however_often_it_is_looked_at() {
    List<Integer> list = Collections.nCopies(5_000, 1);
    assertThat(ask("looked", STANDARD.withMaxValues(1_000), Map.of("n", 100, "list", list)))
        .contains(RegoNumber.of(100));
    RegoValue parsed = RegoValue.parse("{\"n\": 100, \"list\": " + list + "}");
    assertThat(
            LIMITS.evaluate(
                "limits/looked", parsed, RegoObject.EMPTY, STANDARD.withMaxValues(1_000)))
        .contains(RegoNumber.of(100));
  }

  @Test
  void what_a_policy_reads_from_a_text_counts_each_time() {
    String text = Collections.nCopies(5_000, 1).toString();
    assertThat(ask("parsed", STANDARD.withMaxValues(6_000), Map.of("n", 1, "text", text)))
        .contains(RegoNumber.of(1));
    assertEnds("parsed", STANDARD.withMaxValues(6_000), Map.of("n", 100, "text", text));
  }

  @Test
  void long_texts_that_a_policy_makes_count() {
    Map<String, ?> tall = Map.of("n", 100, "text", "x".repeat(64_000));
    assertEnds("texts", STANDARD.withMaxValues(10_000), tall);
    assertThat(ask("texts", STANDARD.withMaxValues(10_000), Map.of("n", 100, "text", "x")))
        .contains(RegoNumber.of(100));
  }

  @Test
  void a_document_that_is_copied_to_replace_a_part_counts_each_time() {
    RegoValue data =
        RegoValue.of(
            Map.of(
                "wide",
                IntStream.range(0, 1_000).boxed().collect(Collectors.toMap(i -> "k" + i, i -> i))));
    RegoValue input = RegoValue.of(Map.of("n", 10));
    assertThat(LIMITS.evaluate("limits/copied", input, data)).contains(RegoNumber.of(10_010));
    assertThatThrownBy(
            () -> LIMITS.evaluate("limits/copied", input, data, STANDARD.withMaxValues(9_000)))
        .isInstanceOf(RegoException.class)
        .hasMessageContaining("more than 9000 values");
  }

  @Test
  void two_evaluations_do_not_count_for_each_other() {
    RegoValue input = RegoValue.of(Map.of("n", 10));
    for (int i = 0; i < 20; i++) {
      assertThat(
              LIMITS.evaluate(
                  "limits/grid", input, RegoObject.EMPTY, STANDARD.withMaxValues(1_000)))
          .isPresent();
    }
  }

  @Test
  void limits_are_positive() {
    assertThatThrownBy(() -> STANDARD.withMaxValues(0)).hasMessage("limits must be positive");
    assertThatThrownBy(() -> STANDARD.withTimeLimit(Duration.ZERO))
        .hasMessage("limits must be positive");
    assertThat(STANDARD.withTimeLimit(Duration.ofSeconds(Long.MAX_VALUE)).limits())
        .isEqualTo(Limits.standard());
  }

  /** Functions that call one another, as many as may, on whatever stack the thread has. */
  @Test
  void a_long_chain_of_calls_ends_in_a_value_or_in_an_error_that_says_so()
      throws InterruptedException {
    Plan chain = Plan.read(Chain.of(900));
    assertThat(onStackOf(64 << 20, chain)).isEqualTo(RegoNumber.of(900));
    assertThat(onStackOf(144 << 10, chain))
        .asInstanceOf(InstanceOfAssertFactories.throwable(RegoException.class))
        .hasMessage("rules or values are nested too deep for the stack");
    assertThat(onStackOf(64 << 20, Plan.read(Chain.of(1_100))))
        .asInstanceOf(InstanceOfAssertFactories.throwable(RegoException.class))
        .hasMessage("chain.rego:1000:1: more than 1000 calls inside one another");
  }

  private static Object onStackOf(long bytes, Plan plan) throws InterruptedException {
    AtomicReference<Object> end = new AtomicReference<>(Optional.empty());
    Runnable asking =
        () -> {
          try {
            end.set(plan.evaluate("chain", null, RegoObject.EMPTY).orElseThrow());
          } catch (RegoException e) {
            end.set(e);
          }
        };
    Thread thread = new Thread(null, asking, "asking", bytes);
    thread.start();
    thread.join();
    return end.get();
  }
}
