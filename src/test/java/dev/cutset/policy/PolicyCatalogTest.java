package dev.cutset.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyCatalogTest {
  private static final PolicyInfo OWN =
      new PolicyInfo(
          "tags",
          "ACME-TAGS",
          "Tags are set",
          "Every resource has an owner.",
          Severity.LOW,
          Enforcement.ADVISORY,
          "set them",
          "own",
          List.of());

  @Test
  void of_the_policies_of_a_server_only_what_was_found_is_known() {
    Finding ours = FindingSketch.of("SPOF-DATABASE", "db").finding();
    Finding theirs = FindingSketch.of("CENTRAL-ONE", "web").finding();

    PolicyCatalog catalog = PolicyCatalog.ofFindings(List.of(theirs, ours, theirs, ours));

    assertThat(catalog.ids()).containsExactly("CENTRAL-ONE", "SPOF-DATABASE");
    assertThat(catalog.find("SPOF-DATABASE")).isEqualTo(PolicyCatalog.bundled().find("database"));
    assertThat(catalog.find("CENTRAL-ONE"))
        .contains(
            new PolicyInfo(
                "central-one",
                "CENTRAL-ONE",
                "CENTRAL-ONE",
                "A policy that an OPA server keeps.",
                Severity.HIGH,
                Enforcement.MANDATORY,
                "run two",
                "central",
                List.of()));
    assertThat(catalog.page(catalog.find("central-one").orElseThrow()))
        .isEqualTo("# CENTRAL-ONE\n\nA policy that an OPA server keeps.\n");
  }

  @Test
  void further_policies_come_after_those_that_are_there_with_pages_of_their_own() {
    PolicyCatalog bundled = PolicyCatalog.bundled();
    PolicyCatalog more = bundled.with(List.of(OWN), Map.of("ACME-TAGS", "# Tags\n"));

    assertThat(more.ids()).startsWith(bundled.ids().toArray(String[]::new)).endsWith("ACME-TAGS");
    assertThat(more.ids()).hasSize(bundled.ids().size() + 1);
    assertThat(more.find("acme-tags")).contains(OWN);
    assertThat(more.find("tags")).contains(OWN);
    assertThat(more.find("TAGS")).isEmpty();
    assertThat(more.page(OWN)).isEqualTo("# Tags\n");
    assertThat(more.page(bundled.policies().get(0)))
        .isEqualTo(bundled.page(bundled.policies().get(0)))
        .startsWith("# ");
  }

  @Test
  void policies_say_where_to_read_more() {
    assertThat(PolicyCatalog.bundled().policies())
        .filteredOn(policy -> !policy.relatedResources().isEmpty())
        .isNotEmpty()
        .allSatisfy(
            policy ->
                assertThat(policy.relatedResources())
                    .allSatisfy(page -> assertThat(page.ref()).startsWith("https://")));
  }
}
