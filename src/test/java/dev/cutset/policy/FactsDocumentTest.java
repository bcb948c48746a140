package dev.cutset.policy;

import static dev.cutset.policy.FactsFixtures.component;
import static dev.cutset.policy.FactsFixtures.needing;
import static dev.cutset.policy.FactsFixtures.urn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.analysis.Facts.ComponentFact;
import dev.cutset.analysis.Facts.GatewayFact;
import dev.cutset.analysis.Facts.StandbyFact;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Scope;
import dev.cutset.stack.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What policies are told is what was found, value by value. */
class FactsDocumentTest {

  @Test
  void values_are_told_as_what_they_are_and_neither_secrets_nor_what_is_not_known() {
    String json =
        json(
            Map.of(
                "bool",
                Value.of(true),
                "number",
                Value.of(3),
                "text",
                Value.of("web"),
                "items",
                new Value.Items(List.of(Value.of("a"), Value.UNKNOWN, Value.NULL)),
                "fields",
                new Value.Fields(Map.of("inner", Value.of(false))),
                "secret",
                Value.SECRET,
                "none",
                Value.NULL));

    assertThat(json)
        .contains(
            "\"properties\":{\"bool\":true,\"fields\":{\"inner\":false},"
                + "\"items\":[\"a\",{\"unknown\":true},null],\"none\":null,\"number\":3,"
                + "\"secret\":{\"unknown\":true},\"text\":\"web\"}");
  }

  @Test
  void what_stands_by_and_what_is_in_front_is_told() {
    ComponentFact web =
        component(
            "web",
            Optional.of(Role.COMPUTE),
            2,
            List.of(new StandbyFact("cold", urn("spare"), "spare", List.of("west"))),
            List.of(new GatewayFact(urn("lb"), "lb", false, List.of("west-a"))),
            Map.of());

    assertThat(FactsDocument.json(needing(web)))
        .contains("\"standbys\":[{\"kind\":\"cold\",\"name\":\"spare\",\"regions\":[\"west\"]")
        .contains("\"behind\":[{\"crossZone\":false,\"name\":\"lb\"");
  }

  @Test
  void what_mends_a_component_is_told_by_scope() {
    ComponentFact plain = component("web", Optional.empty(), 1);
    ComponentFact web =
        new ComponentFact(
            plain.urn(),
            plain.resources(),
            plain.name(),
            plain.type(),
            plain.title(),
            plain.role(),
            plain.copies(),
            plain.needed(),
            plain.quorum(),
            plain.failover(),
            plain.zones(),
            plain.regions(),
            plain.standbys(),
            plain.behind(),
            plain.properties(),
            Map.of(Scope.ZONE, "use two zones"));

    assertThat(FactsDocument.json(needing(web)))
        .contains("\"remedy\":{\"zone\":\"use two zones\"}")
        .doesNotContain("\"role\"");
  }

  private static String json(Map<String, Value> properties) {
    return FactsDocument.json(
        needing(component("web", Optional.of(Role.COMPUTE), 1, List.of(), List.of(), properties)));
  }
}
