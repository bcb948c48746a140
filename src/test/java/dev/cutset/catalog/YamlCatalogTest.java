package dev.cutset.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class YamlCatalogTest {
  private final YamlCatalog catalog = YamlCatalog.bundled();

  @Test
  void an_entry_says_what_the_type_means() {
    ResourceType instance = catalog.find("aws:rds/instance:Instance").orElseThrow();

    assertThat(instance.role()).contains(Role.DATABASE);
    assertThat(instance.defaults())
        .containsEntry(PropertyPath.of("multiAz"), Value.of(false));
    assertThat(instance.copies().get(0))
        .isEqualTo(
            new Copies(
                List.of(
                    new Condition(
                        PropertyPath.of("multiAz"),
                        new Condition.OneOf(List.of(Value.of(true))))),
                Optional.empty(),
                new Copies.Fixed(2),
                Copies.Spread.APART,
                Copies.Needed.ANY,
                Failover.AUTOMATIC));
  }

  @Test
  void a_type_without_an_entry_is_not_known() {
    assertThat(catalog.find("aws:rds/oracle:Oracle")).isEmpty();
    assertThat(catalog.find("acme:rds/instance:Instance")).isEmpty();
    assertThat(catalog.find("custom")).isEmpty();
    assertThat(catalog.find("aws:../rds/instance:Instance")).isEmpty();
  }

  @Test
  void only_the_properties_that_an_entry_names_are_wanted() {
    String instance = "aws:rds/instance:Instance";

    assertThat(catalog.wants(instance, "multiAz")).isTrue();
    assertThat(catalog.wants(instance, "replicateSourceDb")).isTrue();
    assertThat(catalog.wants(instance, "tags")).isTrue();
    assertThat(catalog.wants(instance, "arn")).isTrue();
    assertThat(catalog.wants(instance, "performanceInsightsEnabled")).isFalse();
  }

  @Test
  void of_a_type_without_an_entry_only_the_name_and_the_tags_are_wanted() {
    assertThat(catalog.wants("acme:a/b:C", "name")).isTrue();
    assertThat(catalog.wants("acme:a/b:C", "tags")).isTrue();
    assertThat(catalog.wants("acme:a/b:C", "arn")).isFalse();
  }

  @Test
  void a_terraform_type_is_translated() {
    assertThat(catalog.type("aws_db_instance")).contains("aws:rds/instance:Instance");
    assertThat(catalog.type("aws_no_such_thing")).isEmpty();
  }
}
