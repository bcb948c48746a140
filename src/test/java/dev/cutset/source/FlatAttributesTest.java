package dev.cutset.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.stack.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlatAttributesTest {

  @Test
  void lists_sets_and_maps_are_told_apart() {
    Map<String, String> flat =
        Map.of(
            "name", "web",
            "empty", "",
            "zones.#", "2",
            "zones.0", "a",
            "zones.1", "b",
            "ingress.#", "1",
            "ingress.2541437006.from_port", "443",
            "tags.%", "1",
            "tags.kubernetes.io/role", "node",
            "labels.#", "1");

    assertThat(FlatAttributes.nested(flat))
        .containsOnly(
            Map.entry("name", Value.of("web")),
            Map.entry("zones", new Value.Items(List.of(Value.of("a"), Value.of("b")))),
            Map.entry(
                "ingress",
                new Value.Items(List.of(new Value.Fields(Map.of("from_port", Value.of("443")))))),
            Map.entry("tags", new Value.Fields(Map.of("kubernetes.io/role", Value.of("node")))),
            Map.entry("labels", new Value.Items(List.of())));
  }

  @Test
  void keys_of_the_first_releases_were_counted_as_elements() {
    assertThat(FlatAttributes.nested(Map.of("tags.#", "1", "tags.Name", "web")))
        .containsExactly(Map.entry("tags", new Value.Fields(Map.of("Name", Value.of("web")))));
  }

  @Test
  void what_is_deeper_than_anybody_nests_is_left_as_it_is_written() {
    Map<String, Value> nested = FlatAttributes.nested(Map.of("a" + ".0".repeat(20_000), "x"));

    assertThat(nested).containsOnlyKeys("a");
  }
}
