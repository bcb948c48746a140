package dev.cutset.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutset.rego.RegoException.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static final RegoValue NO_DATA = RegoObject.EMPTY;

  private static InputStream file(String name) {
    try {
      return Files.newInputStream(Path.of("src/test/resources/rego/plans", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Plan limits() {
    return Plan.read(file("limits.json"));
  }

  private static RegoValue input(String key, Object value) {
    return RegoValue.of(Map.of(key, value));
  }

  @Test
  void a_plan_that_reaches_outside_is_refused_by_the_names_of_what_it_needs() {
    assertThatThrownBy(() -> Plan.read(file("outside.json")))
        .isInstanceOf(UnsupportedPlanException.class)
        .hasMessageContaining("`http.send`, `opa.runtime`")
        .extracting(e -> ((UnsupportedPlanException) e).missing())
        .isEqualTo(List.of("http.send", "opa.runtime"));
  }

  @Test
  void a_java_function_can_stand_in_for_a_builtin() {
    Builtins builtins =
        Builtins.standard()
            .with("http.send", (context, x) -> RegoValue.parse("{\"body\": \"hello\"}"))
            .with("opa.runtime", (context, x) -> RegoValue.parse("{\"env\": {\"HOME\": \"/\"}}"));
    Plan plan = Plan.read(file("outside.json"), builtins);
    assertThat(plan.evaluate("outside/answer", input("url", "x"), NO_DATA))
        .contains(new RegoString("hello"));
  }

  @Test
  void an_unknown_statement_is_refused_by_name() {
    String json =
        "{\"plans\":{\"plans\":[{\"name\":\"p\",\"blocks\":[{\"stmts\":[{\"type\":"
            + "\"LeapStmt\",\"stmt\":{\"far\":1}}]}]}]}}";
    assertThatThrownBy(() -> Plan.read(json.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnsupportedPlanException.class)
        .hasMessageContaining("`LeapStmt`");
  }

  @Test
  void what_is_no_plan_is_refused() {
    for (String text : List.of("[]", "{\"plans\":1}", "{", "")) {
      assertThatThrownBy(() -> Plan.read(text.getBytes(StandardCharsets.UTF_8)))
          .as(text)
          .isInstanceOf(UnsupportedPlanException.class)
          .hasMessageContaining("not a compiled plan");
    }
  }

  @Test
  void an_unknown_entry_point_is_told_with_those_there_are() {
    assertThatThrownBy(() -> limits().evaluate("limits/none", null, NO_DATA))
        .isInstanceOf(UnsupportedPlanException.class)
        .hasMessageContaining("`limits/none`")
        .hasMessageContaining("limits/pairs");
  }

  @Test
  void the_order_of_fields_in_a_plan_does_not_matter() {
    String json =
        "{\"plans\":{\"plans\":[{\"blocks\":[{\"stmts\":["
            + "{\"stmt\":{\"target\":2},\"type\":\"MakeObjectStmt\"},"
            + "{\"stmt\":{\"object\":2,\"value\":{\"value\":true,\"type\":\"bool\"},"
            + "\"key\":{\"value\":0,\"type\":\"string_index\"}},\"type\":\"ObjectInsertStmt\"},"
            + "{\"stmt\":{\"value\":2},\"type\":\"ResultSetAddStmt\"}]}],\"name\":\"p\"}]},"
            + "\"static\":{\"strings\":[{\"value\":\"result\"}]}}";
    Plan plan = Plan.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    assertThat(plan.evaluate("p", null, NO_DATA)).contains(RegoBoolean.TRUE);
  }

  @Test
  void two_values_of_one_rule_are_a_conflict_that_names_the_rule_and_its_place() {
    RegoValue two = input("values", List.of(1, 2));
    assertThatThrownBy(() -> limits().evaluate("limits/conflict", two, NO_DATA))
        .isInstanceOf(RegoException.class)
        .hasMessage("limits.rego:9:1: rule data.limits.conflict produced conflicting values")
        .extracting(e -> ((RegoException) e).kind())
        .isEqualTo(Kind.CONFLICT);
    RegoValue one = input("values", List.of(1, 1.0));
    assertThat(limits().evaluate("limits/conflict", one, NO_DATA)).contains(RegoNumber.of(1));
  }

  @Test
  void two_values_at_one_key_of_a_comprehension_are_a_conflict() {
    RegoValue same = input("values", List.of("a", "a"));
    assertThatThrownBy(() -> limits().evaluate("limits/keys", same, NO_DATA))
        .isInstanceOf(RegoException.class)
        .hasMessageContaining("limits.rego:15")
        .hasMessageContaining("object keys must be unique");
  }

  @Test
  void a_failing_builtin_is_undefined_and_an_error_only_when_strict() {
    RegoValue text = input("text", "many");
    assertThat(limits().evaluate("limits/failing", text, NO_DATA)).isEmpty();
    EvaluationOptions strict = EvaluationOptions.standard().withStrict(true);
    assertThatThrownBy(() -> limits().evaluate("limits/failing", text, NO_DATA, strict))
        .asInstanceOf(InstanceOfAssertFactories.type(RegoException.class))
        .satisfies(
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.BUILTIN);
              assertThat(e.location()).map(Location::toString).contains("limits.rego:19:12");
              assertThat(e).hasMessageContaining("to_number");
            });
  }

  @Test
  void a_missing_input_is_undefined() {
    assertThat(limits().evaluate("limits/failing", null, NO_DATA)).isEmpty();
  }

  @Test
  void an_evaluation_ends_after_its_steps_and_when_it_is_not_wanted() {
    RegoValue many = input("n", 300);
    EvaluationOptions few = EvaluationOptions.standard().withMaxSteps(10_000);
    assertThatThrownBy(() -> limits().evaluate("limits/pairs", many, NO_DATA, few))
        .isInstanceOf(RegoException.class)
        .hasMessageContaining("more than 10000 steps");
    EvaluationOptions unwanted = EvaluationOptions.standard().withCancelled(() -> true);
    assertThatThrownBy(() -> limits().evaluate("limits/pairs", many, NO_DATA, unwanted))
        .isInstanceOf(RegoException.class)
        .hasMessageContaining("cancelled");
    assertThat(limits().evaluate("limits/pairs", many, NO_DATA))
        .contains(RegoNumber.of(300 * 299 / 2));
  }

  @Test
  void calls_inside_one_another_have_a_limit() {
    EvaluationOptions shallow = EvaluationOptions.standard().withMaxDepth(3);
    assertThatThrownBy(() -> limits().evaluate("limits/deep", null, NO_DATA, shallow))
        .isInstanceOf(RegoException.class)
        .hasMessage("limits.rego:27:14: more than 3 calls inside one another");
    assertThat(limits().evaluate("limits/deep", null, NO_DATA)).contains(RegoNumber.of(4));
  }

  @Test
  void a_value_nested_too_deep_for_the_stack_is_an_error_of_the_evaluation() {
    List<?> deep = List.of();
    for (int i = 0; i < 200_000; i++) {
      deep = List.of(deep);
    }
    RegoValue tower = input("values", List.of(deep));
    assertThatThrownBy(() -> limits().evaluate("limits/keys", tower, NO_DATA))
        .isInstanceOf(RegoException.class)
        .hasMessageContaining("nested too deep");
  }

  @Test
  void time_is_told_by_the_clock_that_was_given() {
    Clock clock = Clock.fixed(Instant.parse("2001-02-03T04:05:06Z"), ZoneOffset.UTC);
    EvaluationOptions options = EvaluationOptions.standard().withClock(clock);
    assertThat(limits().evaluate("limits/today", null, NO_DATA, options))
        .contains(RegoValue.parse("[2001, 2, 3]"));
  }

  @Test
  void one_plan_answers_many_threads_at_once() {
    Plan plan = limits();
    RegoValue shared = RegoValue.of(Map.of("n", 40, "values", List.of(5)));
    List<Optional<RegoValue>> answers =
        IntStream.range(0, 200)
            .parallel()
            .mapToObj(
                i -> plan.evaluate(i % 2 == 0 ? "limits/pairs" : "limits/keys", shared, NO_DATA))
            .distinct()
            .toList();
    assertThat(answers)
        .containsExactlyInAnyOrder(
            Optional.of(RegoNumber.of(780)),
            Optional.of(RegoObject.builder().put(RegoNumber.of(5), RegoNumber.of(0)).build()));
  }
}
