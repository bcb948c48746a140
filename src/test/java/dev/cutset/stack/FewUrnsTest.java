package dev.cutset.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FewUrnsTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7, 12, 13, 100})
  void a_copy_is_equal_and_keeps_the_order(int size) {
    Set<Urn> set = numbered(size);

    Set<Urn> copy = FewUrns.copyOf(set);

    assertThat(copy).isEqualTo(set).hasSameHashCodeAs(set);
    assertThat(copy).containsExactlyElementsOf(set).doesNotContain(new Urn("other"));
    List<Urn> walked = new ArrayList<>();
    copy.forEach(walked::add);
    assertThat(walked).containsExactlyElementsOf(set);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 100})
  void a_copy_does_not_change(int size) {
    Set<Urn> set = numbered(size);
    Set<Urn> copy = FewUrns.copyOf(set);
    set.clear();

    assertThat(copy).hasSize(size);
    assertThatThrownBy(() -> copy.add(new Urn("more")))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void a_copy_of_a_copy_is_the_same() {
    Set<Urn> copy = FewUrns.copyOf(numbered(3));

    assertThat(FewUrns.copyOf(copy)).isSameAs(copy);
  }

  /** Names that count down. */
  private static Set<Urn> numbered(int size) {
    Set<Urn> set = new LinkedHashSet<>();
    for (int i = size; i > 0; i--) {
      set.add(new Urn("n" + i));
    }
    return set;
  }
}
