package dev.cutset.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InstancesTest {

  private static Instances<String> of(String... keys) {
    Instances<String> instances = new Instances<>();
    Stream.of(keys).forEach(key -> instances.put(Optional.of(key), "i" + key));
    return instances;
  }

  @Test
  void counted_instances_are_in_the_order_of_numbers() {
    assertThat(of("10", "9", "0").all()).containsExactly("i0", "i9", "i10");
  }

  @Test
  void an_element_of_the_same_key_is_the_counterpart() {
    assertThat(of("a", "b").counterpart("b")).containsExactly("ib");
  }

  @Test
  void counted_elements_beyond_the_end_start_again() {
    assertThat(of("0", "1").counterpart("3")).containsExactly("i1");
  }

  @Test
  void a_key_that_fits_none_means_all() {
    assertThat(of("a", "b").counterpart("c")).containsExactly("ia", "ib");
    assertThat(of("a", "b").counterpart("1")).containsExactly("ia", "ib");
  }

  @Test
  void a_number_picks_from_a_list_of_named_instances() {
    assertThat(of("b", "a").nth("1")).containsExactly("ib");
    assertThat(of("b", "a").nth("7")).containsExactly("ia", "ib");
  }

  @Test
  void a_written_index_without_an_instance_names_none() {
    assertThat(of("0").at("1")).isEmpty();
  }
}
