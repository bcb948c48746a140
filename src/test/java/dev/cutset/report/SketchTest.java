package dev.cutset.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.architecture.Domain;
import dev.cutset.catalog.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

class SketchTest {
  private static final Domain HERE = Domain.region(Domain.cloud("aws"), "us-east-1");
  private static final Domain THERE = Domain.region(Domain.cloud("aws"), "eu-west-1");
  private static final Domain A = Domain.zone(HERE, "us-east-1a");
  private static final Domain B = Domain.zone(HERE, "us-east-1b");

  private final Sketch sketch = new Sketch();

  @Test
  void who_needs_what_is_left_out_needs_what_that_needs() {
    part("lb", A);
    part("targets");
    part("web-1", A);
    part("web-2", B);
    sketch.need("lb", "targets", "");
    sketch.need("targets", "web-1", "any");
    sketch.need("targets", "web-2", "any");

    sketch.leaveOut("targets");

    assertThat(sketch.parts()).containsOnlyKeys("lb", "web-1", "web-2");
    assertThat(sketch.edges())
        .containsExactly(
            new Drawing.Edge("lb", "web-1", "any"), new Drawing.Edge("lb", "web-2", "any"));
  }

  @Test
  void a_circle_of_what_is_left_out_leaves_nothing() {
    part("one");
    part("other");
    sketch.need("one", "other", "");
    sketch.need("other", "one", "");

    sketch.leaveOut("one");
    sketch.leaveOut("other");

    assertThat(sketch.parts()).isEmpty();
    assertThat(sketch.edges()).isEmpty();
  }

  @Test
  void what_needs_the_same_and_serves_the_same_is_drawn_once() {
    part("lb", A);
    part("web-1", A);
    part("web-2", B);
    part("database", A);
    for (String web : List.of("web-1", "web-2")) {
      sketch.need("lb", web, "any");
      sketch.need(web, "database", "");
    }

    Sketch grouped = sketch.grouped();

    assertThat(grouped.parts()).containsOnlyKeys("lb", "web-1", "database");
    assertThat(grouped.parts().get("web-1").names()).containsExactly("web-1", "web-2");
    assertThat(grouped.parts().get("web-1").only(Scope.ZONE)).isEmpty();
    assertThat(grouped.parts().get("web-1").only(Scope.REGION)).contains(HERE);
    assertThat(grouped.edges())
        .containsExactly(
            new Drawing.Edge("lb", "web-1", "any"), new Drawing.Edge("web-1", "database", ""));
  }

  @Test
  void what_is_elsewhere_or_needs_something_else_is_drawn_apart() {
    part("here", A);
    part("there", THERE);
    part("needy", A);
    part("nat", A);
    sketch.need("needy", "nat", "");

    assertThat(sketch.grouped().parts()).containsOnlyKeys("here", "there", "needy", "nat");
  }

  private void part(String name, Domain... places) {
    sketch.add(name, new Sketch.Part(List.of(name), "instance", "compute", List.of(places)));
  }
}
