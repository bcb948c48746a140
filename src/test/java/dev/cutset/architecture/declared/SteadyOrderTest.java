package dev.cutset.architecture.declared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.stack.Resource;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SteadyOrderTest {

  @Test
  void resources_go_by_their_urns() {
    assertThat(order(resource("c"), resource("a"), resource("b"))).isEqualTo("a b c");
  }

  @Test
  void what_waits_for_another_comes_after_it() {
    assertThat(order(resource("a", "c"), resource("b"), resource("c", "d"), resource("d")))
        .isEqualTo("b d c a");
  }

  @Test
  void what_is_not_in_the_stack_is_not_waited_for() {
    assertThat(order(resource("b"), resource("a", "elsewhere"))).isEqualTo("a b");
  }

  @Test
  void a_circle_and_what_waits_for_it_come_last() {
    assertThat(order(resource("a", "b"), resource("b", "a"), resource("c", "a"), resource("d")))
        .isEqualTo("d a b c");
  }

  @Test
  void it_does_not_matter_how_resources_come() {
    List<Resource> resources =
        new ArrayList<>(
            List.of(
                resource("a", "e"),
                resource("b", "a", "d"),
                resource("c"),
                resource("d", "c"),
                resource("e")));
    for (int seed = 0; seed < 50; seed++) {
      Collections.shuffle(resources, new Random(seed));
      assertThat(order(resources.toArray(Resource[]::new))).isEqualTo("c d e a b");
    }
  }

  private static String order(Resource... resources) {
    return SteadyOrder.of(List.of(resources)).stream()
        .map(Resource::name)
        .collect(Collectors.joining(" "));
  }

  private static Resource resource(String name, String... dependencies) {
    return new Resource(
        new Urn(name),
        true,
        "type",
        Optional.empty(),
        Map.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Arrays.stream(dependencies).map(Urn::new).collect(Collectors.toSet()),
        Map.of());
  }
}
