package dev.cutset.analysis;

import static dev.cutset.analysis.Sketch.EAST_A;
import static dev.cutset.analysis.Sketch.GLOBAL;
import static dev.cutset.analysis.Sketch.WEST_A;
import static dev.cutset.analysis.Sketch.WEST_B;
import static dev.cutset.analysis.Sketch.any;
import static dev.cutset.analysis.Sketch.balancing;
import static dev.cutset.analysis.Sketch.madeFrom;
import static dev.cutset.analysis.Sketch.on;
import static dev.cutset.analysis.Sketch.somewhere;
import static dev.cutset.analysis.Sketch.undecidedBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.analysis.Facts.ComponentFact;
import dev.cutset.analysis.Facts.CutFact;
import dev.cutset.analysis.Facts.GatewayFact;
import dev.cutset.architecture.Standby;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Scope;
import dev.cutset.stack.Urn;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactsBuilderTest {

  @Test
  void only_what_entry_points_need_is_told() {
    Facts facts =
        facts(new Sketch().single("web", WEST_A).single("aside", WEST_A).entry("shop", on("web")));

    assertThat(facts.components()).extracting(ComponentFact::name).containsExactly("web");
  }

  @Test
  void an_entry_point_survives_up_to_the_first_scope_that_it_does_not() {
    Facts facts =
        facts(
            new Sketch()
                .copies("web", 1, List.of(WEST_A, WEST_B))
                .single("db", WEST_A)
                .service("names", GLOBAL)
                .entry("shop", on("web"))
                .entry("admin", on("db"))
                .entry("names", on("names")));

    assertThat(facts.entryPoints().get(0).survives()).containsExactly(Scope.INSTANCE, Scope.ZONE);
    assertThat(facts.entryPoints().get(1).survives()).isEmpty();
    assertThat(facts.entryPoints().get(2).survives())
        .containsExactly(Scope.INSTANCE, Scope.ZONE, Scope.REGION, Scope.PROVIDER);
  }

  @Test
  void what_may_fail_is_not_said_to_be_survived() {
    Facts facts =
        facts(
            new Sketch()
                .copies("web", 1, List.of(somewhere("x"), somewhere("y")))
                .entry("shop", on("web")));

    assertThat(facts.entryPoints().get(0).survives()).containsExactly(Scope.INSTANCE);
  }

  @Test
  void zones_are_told_where_they_are_known() {
    ComponentFact web =
        component(
            new Sketch()
                .copies("web", 2, List.of(WEST_B, WEST_A, somewhere("x"), EAST_A, WEST_A))
                .entry("shop", on("web")),
            "web");

    assertThat(web.zones()).containsExactly("east-a", "west-a", "west-b");
    assertThat(web.regions()).containsExactly("east", "west");
    assertThat(web.copies()).isEqualTo(5);
    assertThat(web.needed()).isEqualTo(2);
  }

  @Test
  void a_target_group_is_seen_through_to_the_gateway_in_front() {
    Sketch sketch =
        new Sketch()
            .copies("gateway", 1, List.of(WEST_A, WEST_B), on("targets"))
            .as(Role.GATEWAY)
            .group("targets", on("web"))
            .with(balancing("web"))
            .single("web", WEST_A)
            .entry("shop", on("gateway"));

    assertThat(component(sketch, "web").behind())
        .extracting(GatewayFact::name)
        .containsExactly("gateway");
    assertThat(component(sketch, "web").behind().get(0).zones())
        .containsExactly("west-a", "west-b");
    assertThat(component(sketch, "gateway").behind()).isEmpty();
  }

  @Test
  void a_balancer_that_runs_somewhere_is_itself_in_front() {
    Sketch sketch =
        new Sketch()
            .single("haproxy", WEST_A, on("web"))
            .with(balancing("web"))
            .single("web", WEST_A)
            .entry("shop", on("haproxy"));

    assertThat(component(sketch, "web").behind())
        .extracting(GatewayFact::name)
        .containsExactly("haproxy");
  }

  @Test
  void an_open_question_names_what_decides_and_a_certain_one_does_not() {
    Sketch sketch =
        new Sketch()
            .copies("web", 1, List.of(somewhere("x"), somewhere("y")), on("db"))
            .with(undecidedBy("`subnet` of `web`"))
            .single("db", WEST_A)
            .with(undecidedBy("`multiAz` of `db`"))
            .entry("shop", on("web"));

    assertThat(cut(sketch, "web").verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(cut(sketch, "web").undecidedBy()).containsExactly("`subnet` of `web`");
    assertThat(cut(sketch, "db").verdict()).isEqualTo(Verdict.DOWN);
    assertThat(cut(sketch, "db").undecidedBy()).isEmpty();
  }

  @Test
  void that_something_stands_by_is_beside_the_point_when_everything_is_in_one_place() {
    Sketch sketch =
        new Sketch()
            .copies("shop", 1, List.of(WEST_A, WEST_B))
            .standby(Standby.Kind.MANUAL, "copy", WEST_A)
            .entry("shop", on("shop"));

    assertThat(component(sketch, "shop").standbys()).hasSize(1);
    assertThat(cut(sketch, "shop").scope()).isEqualTo(Scope.REGION);
    assertThat(cut(sketch, "shop").cause().get(0).standbys()).isEmpty();
  }

  @Test
  void a_standby_tells_its_kind_and_its_regions() {
    Sketch sketch =
        new Sketch()
            .single("db", WEST_A)
            .standby(Standby.Kind.MANUAL, "copy", EAST_A)
            .entry("shop", on("db"));

    Facts.StandbyFact standby = component(sketch, "db").standbys().get(0);
    assertThat(standby.kind()).isEqualTo("manual");
    assertThat(standby.regions()).containsExactly("east");
  }

  @Test
  void what_only_passes_on_is_not_told() {
    Sketch sketch =
        new Sketch()
            .single("web", WEST_A)
            .group("rule", on("web"))
            .asPassage()
            .entry("shop", on("rule"));

    assertThat(facts(sketch).components()).extracting(ComponentFact::name).containsExactly("web");
  }

  @Test
  void the_resource_to_change_comes_first_and_those_of_the_copies_last() {
    Sketch sketch =
        new Sketch()
            .single("node", WEST_A)
            .with(madeFrom("group", "template"))
            .entry("shop", on("node"));

    assertThat(component(sketch, "node").resources())
        .containsExactly(new Urn("group"), new Urn("template"), new Urn("node"));
    assertThat(component(sketch, "node").urn()).isEqualTo(new Urn("group"));
  }

  @Test
  void what_steers_a_gateway_is_not_in_front_of_anything() {
    Sketch sketch =
        new Sketch()
            .single("controller", WEST_A, on("web"))
            .as(Role.CONTROL_PLANE)
            .with(balancing("web"))
            .single("proxy", WEST_B, on("web"))
            .with(balancing("web"))
            .single("web", WEST_A)
            .entry("shop", on("controller"), on("proxy"));

    assertThat(component(sketch, "web").behind())
        .extracting(GatewayFact::name)
        .containsExactly("proxy");
  }

  @Test
  void a_gateway_with_a_choice_of_target_groups_is_in_front_of_each() {
    Sketch sketch =
        new Sketch()
            .copies("gateway", 1, List.of(WEST_A, WEST_B), any("blue", "green"))
            .as(Role.GATEWAY)
            .group("blue", on("web"))
            .with(balancing("web"))
            .group("green", on("api"))
            .with(balancing("api"))
            .single("web", WEST_A)
            .single("api", WEST_A)
            .entry("shop", on("gateway"));

    for (String target : List.of("web", "api")) {
      assertThat(component(sketch, target).behind())
          .extracting(GatewayFact::name)
          .containsExactly("gateway");
    }
  }

  @Test
  void what_fails_is_told_in_a_word() {
    Sketch sketch =
        new Sketch()
            .single("web", WEST_A)
            .copies("api", 1, List.of(WEST_A, WEST_A))
            .entry("shop", on("web"), on("api"));

    assertThat(cut(sketch, "web").failure().kind()).isEqualTo("replica");
    assertThat(cut(sketch, "api").failure().kind()).isEqualTo("zone");
  }

  private static Facts facts(Sketch sketch) {
    return new FactsBuilder(sketch.analysis(), Scope.ZONE).facts();
  }

  private static ComponentFact component(Sketch sketch, String name) {
    return facts(sketch).components().stream()
        .filter(component -> component.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static CutFact cut(Sketch sketch, String cause) {
    return facts(sketch).cuts().stream()
        .filter(cut -> cut.cause().get(0).name().equals(cause))
        .findFirst()
        .orElseThrow();
  }
}
