package dev.cutset.rego.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoString;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Documents that somebody might send to bring the gate down. */
class HostileGraphqlTest {
  private static final String DEEP = "GraphQL document is nested deeper than 200 levels";
  private static final String HARD = "GraphQL document takes too much work to check";
  private static final String SCHEMA = "type Query { a(x: Int): Query b: Int }";
  private static final int MANY = 100_000;

  @Test
  void what_people_write_is_not_too_deep() {
    assertThatNoException().isThrownBy(() -> check(nested("a", 150, "b"), SCHEMA));
  }

  @Test
  void the_deepest_that_is_taken_fits_the_stack_of_a_small_thread() throws InterruptedException {
    String inner = "a {".repeat(198) + " b " + "}".repeat(198);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread small =
        new Thread(null, () -> check("{" + inner + inner + "}", SCHEMA), "small", 512 * 1024);
    small.setUncaughtExceptionHandler((thread, e) -> thrown.set(e));
    small.start();
    small.join();
    assertThat(thrown).hasValue(null);
  }

  @Test
  void selections_values_and_types_that_are_nested_too_deep_are_refused() {
    refused(() -> check(nested("a", MANY, "b"), SCHEMA), DEEP);
    refused(() -> check("{ b(x: " + "[".repeat(MANY) + "1) }", SCHEMA), DEEP);
    refused(() -> check("{ b(x: " + "{x:".repeat(MANY) + "1) }", SCHEMA), DEEP);
    refused(() -> check("query($x: " + "[".repeat(MANY) + "Int) { b }", SCHEMA), DEEP);
    refused(() -> schema("type Query { a: " + "[".repeat(MANY) + "Int }"), DEEP);
  }

  @Test
  void objects_that_are_nested_too_deep_are_refused() {
    RegoObject type = RegoObject.builder().put("NamedType", new RegoString("Int")).build();
    for (int i = 0; i < 1_000; i++) {
      type = RegoObject.builder().put("Elem", type).build();
    }
    RegoObject field = RegoObject.builder().put("Type", type).build();
    RegoObject definition = RegoObject.builder().put("Fields", RegoArray.of(field)).build();
    RegoObject document = RegoObject.builder().put("Definitions", RegoArray.of(definition)).build();
    refused(() -> GraphqlDocument.schema(document, () -> {}), DEEP);
  }

  @Test
  void fragments_that_lead_too_deep_are_refused_however_flat_each_is() {
    String chain =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "fragment F" + i + " on Query { a { ...F" + (i + 1) + " } }")
            .collect(Collectors.joining("\n"));
    refused(() -> check("{ ...F0 }\n" + chain + "\nfragment F10000 on Query { b }", SCHEMA), DEEP);
  }

  @Test
  void fragments_that_lead_back_to_themselves_are_told() {
    String cycle = "{ ...A } fragment A on Query { b ...A }";
    refused(
        () -> check(cycle, SCHEMA),
        "Cannot spread fragment \"A\" within itself in GraphQL string at location 1:37");
  }

  @Test
  void fragments_that_double_at_each_step_are_refused_in_time() {
    StringBuilder text = new StringBuilder("{ __schema { ...F0 } }\n");
    for (int i = 0; i < 60; i++) {
      text.append("fragment F%d on __Schema { ...F%d ...F%d }\n".formatted(i, i + 1, i + 1));
    }
    text.append("fragment F60 on __Schema { description }");
    refusedInTime(() -> check(text.toString(), SCHEMA), HARD);
  }

  @Test
  void a_field_that_is_there_too_often_is_refused_in_time() {
    refusedInTime(() -> check("{ " + "b ".repeat(MANY) + "}", SCHEMA), HARD);
  }

  @Test
  void mistakes_are_told_as_long_as_there_are_not_too_many() {
    refusedInTime(() -> check("{ " + "c ".repeat(MANY) + "}", SCHEMA), HARD);
    String name = "n".repeat(MANY);
    String wide = "type Query { " + name + "m: Int " + name + "o: Int }";
    refusedInTime(() -> check("{ " + name + "p }", wide), HARD);
  }

  @Test
  void inputs_that_need_too_many_others_are_refused() {
    String chain =
        IntStream.range(0, 1_000)
            .mapToObj(i -> "input I" + i + " { next: I" + (i + 1) + "! }")
            .collect(Collectors.joining("\n"));
    refused(() -> schema(SCHEMA + chain + "\ninput I1000 { b: Int }"), DEEP);
  }

  @Test
  void a_large_schema_is_no_trouble() {
    String fields =
        IntStream.range(0, MANY / 2)
            .mapToObj(i -> "f" + i + "(x: [Int!] = [1]): String # " + i)
            .collect(Collectors.joining("\n"));
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60), () -> check("{ f49999 f7 }", "type Query {" + fields + "\n}"));
  }

  @Test
  void the_work_is_counted_for_the_limits_of_the_evaluation() {
    int[] steps = {0};
    GraphqlDocument.query(new RegoString(nested("a", 100, "b")), () -> steps[0]++);
    assertThat(steps[0]).isPositive();
  }

  private static String nested(String field, int depth, String inner) {
    return ("{ " + field).repeat(depth) + " { " + inner + " }" + " }".repeat(depth);
  }

  private static GraphqlSchema schema(String text) {
    return GraphqlSchema.of(GraphqlDocument.schema(new RegoString(text), () -> {}));
  }

  private static void check(String query, String schema) {
    GraphqlDocument document = GraphqlDocument.query(new RegoString(query), () -> {});
    schema(schema).check(document, true);
  }

  private static void refusedInTime(Runnable work, String message) {
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> refused(work, message));
  }

  private static void refused(Runnable work, String message) {
    assertThatExceptionOfType(GraphqlException.class).isThrownBy(work::run).withMessage(message);
  }
}
