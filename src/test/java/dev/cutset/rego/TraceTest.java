package dev.cutset.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cutset.rego.TraceEvent.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TraceTest {
  private static final RegoValue DATA = RegoValue.parse("{\"limits\": {\"price\": 10}}");
  private static final Plan SHOP = Plan.read(bytes("shop.json"));

  private static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(Path.of("src/test/resources/rego/plans", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  private static void ask(String rule, String items, Consumer<TraceEvent> trace) {
    RegoValue input = RegoValue.parse("{\"items\": [" + items + "]}");
    SHOP.evaluate("shop/" + rule, input, DATA, EvaluationOptions.standard().withTrace(trace));
  }

  private static List<String> lines(String rule, String items) {
    List<String> lines = new ArrayList<>();
    ask(rule, items, new TraceRenderer(Map.of("shop.rego", text("shop.rego")), lines::add));
    return lines;
  }

  @Test
  void each_expression_that_held_or_failed_is_told_with_its_place_text_and_values() {
    assertThat(lines("denials", "{\"name\": \"x\", \"price\": 12, \"tags\": [\"t1\", \"bad\"]}"))
        .containsExactly(
            """
                                    enter data.shop.denials
            shop.rego:8:2           | next some item in input.items   # 0: {"name":"x","price":12,"tags":["t1","bad"]}
            shop.rego:9:2           | enter data.shop.exempt({"name":"x","price":12,"tags":["t1","bad"]})
            shop.rego:19:17         | | fails item.kind == "gift"   # no "kind" in object
            shop.rego:22:2          | | fails item.kind == "old"   # no "kind" in object
            shop.rego:9:2           | exit data.shop.exempt is undefined
            shop.rego:9:2           | holds not exempt(item)
            shop.rego:10:2          | holds item.price > limits.price
            shop.rego:11:2          | next every tag in item.tags { …   # 0: "t1"
            shop.rego:12:3          | holds tag != "bad"
            shop.rego:13:3          | holds startswith(tag, "t")
            shop.rego:11:2          | next every tag in item.tags { …   # 1: "bad"
            shop.rego:12:3          | fails tag != "bad"   # neq("bad", "bad") is false
            shop.rego:11:2          | fails every tag in item.tags { …
                                    exit data.shop.denials = []"""
                .lines()
                .toArray(String[]::new));
  }

  @Test
  void an_expression_fails_for_a_reason() {
    assertThat(lines("denials", "{\"name\": \"x\", \"kind\": \"old\", \"price\": 5}"))
        .contains(
            "shop.rego:19:17         | | fails item.kind == \"gift\"   # \"old\", not \"gift\"",
            "shop.rego:22:2          | | holds item.kind == \"old\"",
            "shop.rego:23:2          | | fails item.price < 3   # lt(5, 3) is false",
            "shop.rego:10:2          | fails item.price > limits.price   # gt(5, 10) is false");
  }

  @Test
  void the_elements_of_a_comprehension_are_told_one_by_one() {
    assertThat(lines("denials", "{\"name\": \"y\", \"price\": 12, \"tags\": []}"))
        .containsSubsequence(
            "shop.rego:15:16         | next some x in input.items   "
                + "# 0: {\"name\":\"y\",\"price\":12,\"tags\":[]}",
            "shop.rego:15:39         | holds n := x.name",
            "shop.rego:15:52         | fails n != \"y\"   # neq(\"y\", \"y\") is false",
            "shop.rego:15:11         | holds [n | some x in input.items; n := x.name; n != \"y\"]");
  }

  @Test
  void what_is_evaluated_with_something_is_told_inside() {
    assertThat(lines("small", ""))
        .containsSubsequence(
            "                        enter data.shop.small",
            "shop.rego:28:16         | enter data.shop.denials",
            "shop.rego:9:2           | | fails not exempt(item)",
            "shop.rego:28:16         | exit data.shop.denials = []",
            "shop.rego:28:10         | holds count(denials) < 2 with input.items as "
                + "[{\"name\": \"g\", \"kind\": \"gift\"}]",
            "                        exit data.shop.small = true");
  }

  @Test
  void without_the_text_of_the_policy_there_are_places_and_values() {
    List<String> lines = new ArrayList<>();
    ask("denials", "{\"price\": 5}", new TraceRenderer(lines::add));
    assertThat(lines).contains("shop.rego:10:2          | fails gt(5, 10) is false");
  }

  @Test
  void a_rule_that_was_worked_out_before_is_told_as_known() {
    List<TraceEvent> events = new ArrayList<>();
    Plan chain = Plan.read(bytes("twice.json"));
    chain.evaluate(
        "twice/both", null, RegoObject.EMPTY, EvaluationOptions.standard().withTrace(events::add));
    assertThat(events)
        .extracting(TraceEvent::kind, TraceEvent::detail)
        .contains(
            tuple(Kind.EXIT, "data.twice.once = [1]"), tuple(Kind.KNOWN, "data.twice.once = [1]"));
  }

  @Test
  void a_long_value_is_cut() {
    String many = IntStream.range(0, 500).boxed().toList().toString();
    List<TraceEvent> events = new ArrayList<>();
    ask("denials", "{\"price\": 12, \"tags\": " + many + "}", events::add);
    assertThat(events).allSatisfy(event -> assertThat(event.detail()).hasSizeLessThan(200));
    assertThat(events).anySatisfy(event -> assertThat(event.detail()).endsWith("…"));
  }

  @Test
  void the_answer_is_the_same_with_and_without_a_trace() {
    for (GoldenCase golden : GoldenCase.all()) {
      Plan plan = Plan.read(golden.bytes("plan.json"));
      RegoValue input = golden.json("input.json");
      RegoValue data = golden.json("data.json");
      EvaluationOptions traced = EvaluationOptions.standard().withTrace(event -> {});
      for (String entryPoint : plan.entryPoints()) {
        assertThat(plan.evaluate(entryPoint, input, data, traced))
            .as(golden.name() + " " + entryPoint)
            .isEqualTo(plan.evaluate(entryPoint, input, data));
      }
    }
  }
}
