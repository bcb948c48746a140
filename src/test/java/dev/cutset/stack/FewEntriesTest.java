package dev.cutset.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FewEntriesTest {

  @Test
  void a_copy_is_equal_and_keeps_the_order() {
    Map<String, Integer> map = numbered(7);

    Map<String, Integer> copy = FewEntries.copyOf(map);

    assertThat(copy).isEqualTo(map).hasSameHashCodeAs(map);
    assertThat(map).isEqualTo(copy);
    assertThat(copy.keySet()).containsExactlyElementsOf(map.keySet());
    List<String> walked = new ArrayList<>();
    copy.forEach((name, value) -> walked.add(name + value));
    assertThat(walked).containsExactly("n60", "n51", "n42", "n33", "n24", "n15", "n06");
  }

  @Test
  void what_is_not_there_is_not_found() {
    Map<String, Integer> copy = FewEntries.copyOf(numbered(3));

    assertThat(copy.get("n1")).isEqualTo(1);
    assertThat(copy).containsKey("n2").doesNotContainKey("n3");
    assertThat(copy.get("n3")).isNull();
    assertThat(copy.getOrDefault("n3", 9)).isEqualTo(9);
  }

  @Test
  void a_large_map_is_copied_too() {
    assertThat(FewEntries.copyOf(numbered(100))).isEqualTo(numbered(100)).containsEntry("n99", 0);
  }

  @Test
  void a_copy_does_not_change() {
    Map<String, Integer> map = numbered(3);
    Map<String, Integer> copy = FewEntries.copyOf(map);
    map.clear();

    assertThat(copy).hasSize(3);
    assertThatThrownBy(() -> copy.put("more", 1)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> copy.remove("n1")).isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 5, 12, 13, 100})
  void what_is_put_in_one_after_another_is_as_a_copy_of_all(int size) {
    FewEntries.Builder<Integer> builder = new FewEntries.Builder<>();
    numbered(size).forEach(builder::put);

    Map<String, Integer> built = builder.build();

    assertThat(built).isEqualTo(numbered(size));
    assertThat(built.keySet()).containsExactlyElementsOf(numbered(size).keySet());
    assertThatThrownBy(() -> built.put("more", 1))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 12, 13})
  void what_is_put_in_again_stays_in_its_place(int size) {
    FewEntries.Builder<Integer> builder = new FewEntries.Builder<>();
    numbered(size).forEach(builder::put);
    builder.put("n" + (size - 1), 77);

    Map<String, Integer> expected = numbered(size);
    expected.put("n" + (size - 1), 77);
    assertThat(builder.build()).isEqualTo(expected);
    assertThat(builder.build().keySet()).containsExactlyElementsOf(expected.keySet());
  }

  /** Names that count down, values that count up. */
  private static Map<String, Integer> numbered(int size) {
    Map<String, Integer> map = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      map.put("n" + (size - 1 - i), i);
    }
    return map;
  }
}
