package dev.cutset.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PackedPlanTest {
  private static final RegoValue NO_DATA = RegoObject.EMPTY;

  static byte[] packed(byte[] json) {
    try {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      PackedPlanWriter.write(new ByteArrayInputStream(json), packed);
      return packed.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] file(String name) {
    try {
      return Files.readAllBytes(Path.of("src/test/resources/rego/plans", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A plan with one entry point, which answers the array of what the statements leave. */
  private static Plan answering(String strings, String statements, int last) {
    String json =
        """
        {"static": {"strings": [{"value": "result"}%s]},
         "plans": {"plans": [{"name": "p", "blocks": [{"stmts": [%s
           {"type": "MakeObjectStmt", "stmt": {"target": 9000}},
           {"type": "ObjectInsertStmt", "stmt": {"object": 9000,
             "key": {"type": "string_index", "value": 0}, "value": {"type": "local", "value": %d}}},
           {"type": "ResultSetAddStmt", "stmt": {"value": 9000}}]}]}]}}
        """
            .formatted(strings, statements, last);
    return Plan.read(packed(json.getBytes(StandardCharsets.UTF_8)));
  }

  @TestFactory
  Stream<DynamicTest> a_packed_plan_gives_what_opa_gave_and_the_trace_of_its_json() {
    return GoldenCase.all().stream()
        .map(
            golden ->
                DynamicTest.dynamicTest(
                    golden.name(),
                    () -> {
                      Plan plain = Plan.read(golden.bytes("plan.json"));
                      Plan packed = Plan.read(packed(golden.bytes("plan.json")));
                      assertThat(packed.entryPoints()).isEqualTo(plain.entryPoints());
                      assertThat(golden.evaluate(packed)).isEqualTo(golden.json("expected.json"));
                      assertThat(trace(golden, packed)).isEqualTo(trace(golden, plain));
                    }));
  }

  private static List<TraceEvent> trace(GoldenCase golden, Plan plan) {
    List<TraceEvent> events = new ArrayList<>();
    EvaluationOptions options = EvaluationOptions.standard().withTrace(events::add);
    for (String entryPoint : plan.entryPoints()) {
      plan.evaluate(entryPoint, golden.json("input.json"), golden.json("data.json"), options);
    }
    return events;
  }

  @Test
  void packing_gives_the_same_bytes_each_time() {
    byte[] json = file("limits.json");
    assertThat(packed(json)).isEqualTo(packed(json)).hasSizeLessThan(json.length / 3);
  }

  @Test
  void what_a_packed_plan_lacks_is_told_by_name_when_it_is_read() {
    assertThatThrownBy(() -> Plan.read(packed(file("outside.json"))))
        .isInstanceOf(UnsupportedPlanException.class)
        .extracting(e -> ((UnsupportedPlanException) e).missing())
        .isEqualTo(List.of("http.send", "opa.runtime"));
    String json =
        "{\"plans\":{\"plans\":[{\"name\":\"p\",\"blocks\":[{\"stmts\":[{\"type\":"
            + "\"LeapStmt\",\"stmt\":{\"far\":1}}]}]}]}}";
    assertThatThrownBy(() -> Plan.read(packed(json.getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(UnsupportedPlanException.class)
        .hasMessageContaining("`LeapStmt`");
  }

  @Test
  void an_error_of_a_packed_plan_names_its_place() {
    RegoValue two = RegoValue.of(Map.of("values", List.of(1, 2)));
    Plan plan = Plan.read(packed(file("limits.json")));
    assertThatThrownBy(() -> plan.evaluate("limits/conflict", two, NO_DATA))
        .isInstanceOf(RegoException.class)
        .hasMessage("limits.rego:9:1: rule data.limits.conflict produced conflicting values");
  }

  @Test
  void a_change_of_any_byte_is_noticed() {
    byte[] whole = packed(file("shop.json"));
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= 0x10;
      assertThatThrownBy(() -> Plan.read(changed))
          .as("byte %d", i)
          .isInstanceOf(UnsupportedPlanException.class);
    }
    for (int length : new int[] {0, 7, 8, 9, 20, 60, whole.length - 1}) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> Plan.read(part)).isInstanceOf(UnsupportedPlanException.class);
    }
  }

  @Test
  void a_plan_packed_in_another_form_says_so() {
    byte[] other = packed(file("shop.json"));
    other[PackedPlan.MAGIC.length - 1]++;
    assertThatThrownBy(() -> Plan.read(other))
        .isInstanceOf(UnsupportedPlanException.class)
        .hasMessage("the plan was packed by another version, pack it again from its JSON");
  }

  @Test
  void texts_of_any_characters_come_through() {
    List<String> texts =
        List.of("", "plain", "gr\u00fc\u00df", "\u4e2d\u6587", "\ud83d\ude00", "a\\ud800b");
    String strings =
        texts.stream().map(text -> ",{\"value\": \"" + text + "\"}").collect(Collectors.joining());
    for (int i = 0; i < texts.size(); i++) {
      String assignment =
          """
          {"type": "AssignVarStmt", "stmt":
            {"source": {"type": "string_index", "value": %d}, "target": 7}},
          """
              .formatted(i + 1);
      assertThat(answering(strings, assignment, 7).evaluate("p", null, NO_DATA))
          .contains(new RegoString(texts.get(i).replace("\\ud800", "\ud800")));
    }
  }

  @Test
  void numbers_of_any_size_come_through() {
    Random random = new Random(7);
    LongStream drawn =
        LongStream.generate(() -> random.nextLong() >> random.nextInt(64)).limit(200);
    LongStream edges = LongStream.of(0, 1, -1, 63, 64, -64, -65, Long.MAX_VALUE, Long.MIN_VALUE);
    for (long number : LongStream.concat(edges, drawn).toArray()) {
      String made =
          "{\"type\": \"MakeNumberIntStmt\", \"stmt\": {\"value\": %d, \"target\": 7}},"
              .formatted(number);
      assertThat(answering("", made, 7).evaluate("p", null, NO_DATA))
          .contains(RegoNumber.of(number));
    }
  }

  @Test
  void a_function_may_have_more_variables_than_one_byte_counts() {
    String statements =
        IntStream.range(2, 2_000)
            .mapToObj(
                i ->
                    "{\"type\": \"MakeNumberIntStmt\", \"stmt\": {\"value\": %d, \"target\": %d}},"
                        .formatted(i * 3, i))
            .collect(Collectors.joining());
    for (int local : new int[] {2, 63, 64, 127, 128, 1_999}) {
      assertThat(answering("", statements, local).evaluate("p", null, NO_DATA))
          .contains(RegoNumber.of(local * 3L));
    }
  }

  @Test
  void many_threads_may_be_the_first_to_ask() {
    RegoValue input = RegoValue.of(Map.of("n", 20, "values", List.of(5)));
    byte[] packed = packed(file("limits.json"));
    for (int round = 0; round < 50; round++) {
      Plan plan = Plan.read(packed);
      assertThat(
              IntStream.range(0, 8)
                  .parallel()
                  .mapToObj(i -> plan.evaluate("limits/pairs", input, NO_DATA))
                  .distinct())
          .hasSize(1);
    }
  }
}
