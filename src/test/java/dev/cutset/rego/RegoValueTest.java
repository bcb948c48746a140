package dev.cutset.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RegoValueTest {
  private static RegoValue json(String text) {
    return RegoValue.parse(text);
  }

  @Test
  void numbers_are_equal_by_value_and_keep_their_text() {
    assertThat(json("1")).isEqualTo(json("1.0")).hasSameHashCodeAs(json("1.0"));
    assertThat(json("100")).isEqualTo(json("1e2")).hasSameHashCodeAs(json("1e2"));
    assertThat(json("0.10")).isEqualTo(json("0.1")).hasSameHashCodeAs(json("0.1"));
    assertThat(json("9223372036854775808")).isNotEqualTo(json("9223372036854775807"));
    assertThat(json("[1.0, 1e2, -0]").toJson()).isEqualTo("[1.0,1e2,-0]");
    assertThat(json("-0")).isEqualTo(json("0"));
  }

  @Test
  void types_are_ordered_as_opa_orders_them() {
    List<RegoValue> ordered =
        List.of(
            json("null"),
            json("false"),
            json("true"),
            json("-1"),
            json("0.5"),
            json("3"),
            json("\"\""),
            json("\"a\""),
            json("[]"),
            json("[1]"),
            json("{}"),
            json("{\"a\":1}"),
            RegoSet.EMPTY,
            RegoSet.builder().add(json("1")).build());
    List<RegoValue> shuffled = new ArrayList<>(ordered);
    Collections.shuffle(shuffled, new Random(7));
    Collections.sort(shuffled);
    assertThat(shuffled).isEqualTo(ordered);
  }

  @Test
  void strings_are_ordered_by_code_point_and_not_by_utf_16_unit() {
    assertThat(json("\"\uffff\"")).isLessThan(json("\"\ud834\udd1e\""));
    assertThat(json("\"a\"")).isLessThan(json("\"ab\""));
  }

  @Test
  void large_sets_find_every_element_and_iterate_in_order() {
    RegoSet.Builder builder = RegoSet.builder();
    Set<Integer> numbers = new TreeSet<>();
    Random random = new Random(11);
    for (int i = 0; i < 5_000; i++) {
      int number = random.nextInt(3_000);
      numbers.add(number);
      builder.add(RegoNumber.of(number));
    }
    RegoSet set = builder.build();
    assertThat(set.size()).isEqualTo(numbers.size());
    assertThat((Iterable<RegoValue>) set)
        .containsExactlyElementsOf(
            numbers.stream().map(number -> (RegoValue) RegoNumber.of(number)).toList());
    assertThat(numbers).allMatch(number -> set.contains(RegoNumber.parse(number + ".0")));
    assertThat(set.contains(RegoNumber.of(3_001))).isFalse();
  }

  @Test
  void objects_take_any_key_and_are_equal_in_any_order() {
    RegoObject one = RegoObject.builder().put(json("[1]"), json("1")).put("b", json("2")).build();
    RegoObject other =
        RegoObject.builder().put("b", json("2.0")).put(json("[1.0]"), json("1")).build();
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(one.toJson()).isEqualTo("{\"[1]\":1,\"b\":2}");
  }

  @Test
  void a_document_of_java_objects_is_converted_only_where_it_is_looked_into() {
    Map<String, Object> forbidden =
        new AbstractMap<>() {
          @Override
          public Set<Entry<String, Object>> entrySet() {
            throw new AssertionError("nobody asked for this");
          }
        };
    RegoObject document =
        (RegoObject)
            RegoValue.of(Map.of("list", List.of(1, 2.5, "x"), "truth", true, "no", forbidden));
    assertThat(document.get("list")).isEqualTo(json("[1, 2.5, \"x\"]"));
    assertThat(document.get("truth")).isEqualTo(RegoBoolean.TRUE);
    assertThat(document.get("no")).isNotNull();
  }

  @Test
  void java_numbers_become_the_numbers_that_json_would_hold() {
    assertThat(RegoValue.of(3.0).toJson()).isEqualTo("3");
    assertThat(RegoValue.of(0.1)).isEqualTo(json("0.1"));
    assertThat(RegoValue.of(new BigDecimal("1e-7"))).isEqualTo(json("0.0000001"));
    assertThatThrownBy(() -> RegoValue.of(new Object()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.Object");
  }

  @Test
  void wrong_json_is_told_with_its_place() {
    assertThatThrownBy(() -> json("{\n  \"a\": ]"))
        .hasMessageStartingWith("not JSON at line 2, column");
    assertThatThrownBy(() -> json("1 2")).hasMessageContaining("found more");
    assertThatThrownBy(() -> json("")).hasMessageContaining("found nothing");
    assertThatThrownBy(() -> json("1e99999")).hasMessageContaining("too big");
  }

  @Test
  void control_characters_are_escaped() {
    assertThat(json("\"\\u0001\\n\\\"é\"").toJson()).isEqualTo("\"\\u0001\\n\\\"é\"");
  }
}
