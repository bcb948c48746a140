package dev.cutset.analysis;

import static dev.cutset.analysis.Sketch.WEST_A;
import static dev.cutset.analysis.Sketch.WEST_B;
import static dev.cutset.analysis.Sketch.WEST_C;
import static dev.cutset.analysis.Sketch.any;
import static dev.cutset.analysis.Sketch.atLeast;
import static dev.cutset.analysis.Sketch.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutset.architecture.EntryPoint;
import dev.cutset.stack.Urn;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlastRadiusTest {

  @Test
  void a_component_takes_down_whatever_needs_it_however_many_copies_it_has() {
    Sketch sketch =
        new Sketch()
            .copies("db", 1, List.of(WEST_A, WEST_B))
            .group("web", on("db"))
            .single("blog", WEST_A)
            .entry("shop", on("web"))
            .entry("blog", on("blog"));

    assertThat(radius(sketch, "db")).containsExactly("shop");
    assertThat(radius(sketch, "blog")).containsExactly("blog");
  }

  @Test
  void an_alternative_takes_nothing_down_alone() {
    Sketch sketch =
        new Sketch().single("one", WEST_A).single("two", WEST_A).entry("shop", any("one", "two"));

    assertThat(radius(sketch, "one")).isEmpty();
  }

  @Test
  void a_node_takes_down_the_quorum_that_has_none_to_spare() {
    Sketch sketch =
        new Sketch()
            .single("one", WEST_A)
            .single("two", WEST_B)
            .single("three", WEST_C)
            .entry("spare", atLeast(2, "one", "two", "three"))
            .entry("all", atLeast(3, "one", "two", "three"));

    assertThat(radius(sketch, "two")).containsExactly("all");
  }

  @Test
  void what_every_copy_needs_takes_the_component_down() {
    Sketch sketch =
        new Sketch()
            .single("nat", WEST_A)
            .single("other", WEST_B)
            .copies("web", 1, List.of(WEST_A, WEST_B))
            .eachNeeding(on("nat"), on("nat"))
            .copies("api", 1, List.of(WEST_A, WEST_B))
            .eachNeeding(on("nat"), on("other"))
            .entry("web", on("web"))
            .entry("api", on("api"));

    assertThat(radius(sketch, "nat")).containsExactly("web");
  }

  @Test
  void a_circle_falls_as_a_whole() {
    Sketch sketch =
        new Sketch()
            .single("one", WEST_A, on("two"))
            .single("two", WEST_B, on("one"))
            .entry("first", on("one"))
            .entry("second", on("two"));

    assertThat(radius(sketch, "two")).containsExactly("first", "second");
  }

  @Test
  void what_is_not_there_has_no_radius() {
    Analysis analysis = new Sketch().single("one", WEST_A).entry("shop", on("one")).analysis();

    assertThatThrownBy(() -> analysis.blastRadius(new Urn("other")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("`other`");
  }

  private static List<String> radius(Sketch sketch, String component) {
    return sketch.analysis().blastRadius(new Urn(component)).stream()
        .map(EntryPoint::name)
        .toList();
  }
}
