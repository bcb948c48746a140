package dev.cutset.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Value;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class YamlCatalogTest {
  private final YamlCatalog catalog = YamlCatalog.bundled();

  @Test
  void an_entry_says_what_the_type_means() {
    ResourceType instance = catalog.find("aws:rds/instance:Instance").orElseThrow();

    assertThat(instance.role()).contains(Role.DATABASE);
    assertThat(instance.defaults()).containsEntry(PropertyPath.of("multiAz"), Value.of(false));
    assertThat(instance.copies().get(0))
        .isEqualTo(
            new Copies(
                List.of(
                    new Condition(
                        PropertyPath.of("multiAz"), new Condition.OneOf(List.of(Value.of(true))))),
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

  @Test
  void the_api_version_in_terraforms_name_of_a_kubernetes_type_does_not_matter() {
    assertThat(catalog.type("kubernetes_deployment"))
        .contains("kubernetes:apps/v1:Deployment")
        .isEqualTo(catalog.type("kubernetes_deployment_v1"));
  }

  @Test
  void the_api_version_in_a_token_does_not_matter() {
    assertThat(catalog.find("kubernetes:apps/v1beta2:Deployment"))
        .isPresent()
        .isEqualTo(catalog.find("kubernetes:apps/v1:Deployment"));
    assertThat(catalog.find("azure-native:network/v20230201:LoadBalancer"))
        .isPresent()
        .isEqualTo(catalog.find("azure-native:network:LoadBalancer"));
  }

  @Test
  void a_terraform_property_gets_the_plural_that_the_entry_knows() {
    String service = "aws:ecs/service:Service";

    assertThat(catalog.property(service, "load_balancer")).isEqualTo("loadBalancers");
    assertThat(catalog.property(service, "capacity_provider_strategy"))
        .isEqualTo("capacityProviderStrategies");
    assertThat(catalog.property(service, "desired_count")).isEqualTo("desiredCount");
    assertThat(catalog.property(service, "cluster")).isEqualTo("cluster");
    assertThat(catalog.property("aws:route53/record:Record", "alias")).isEqualTo("aliases");
  }

  @Test
  void a_terraform_property_that_refers_to_a_resource_loses_its_end_where_the_entry_does() {
    assertThat(catalog.property("aws:apigateway/integration:Integration", "rest_api_id"))
        .isEqualTo("restApi");
    assertThat(catalog.property("aws:lambda/alias:Alias", "function_name"))
        .isEqualTo("functionName");
    assertThat(catalog.property("aws:lambda/permission:Permission", "function_name"))
        .isEqualTo("function");
  }

  @Test
  void a_property_of_a_type_without_an_entry_is_only_put_into_camel_case() {
    assertThat(catalog.property("acme:a/b:C", "load_balancer")).isEqualTo("loadBalancer");
  }

  @Test
  void an_entry_that_is_like_another_takes_what_it_leaves_out() {
    ResourceType old = catalog.find("aws:alb/targetGroup:TargetGroup").orElseThrow();
    ResourceType now = catalog.find("aws:lb/targetGroup:TargetGroup").orElseThrow();

    assertThat(old.token()).isEqualTo("aws:alb/targetGroup:TargetGroup");
    assertThat(old.terraform()).contains("aws_alb_target_group");
    assertThat(old.facts()).isEqualTo(now.facts());
    assertThat(old.identities()).isEqualTo(now.identities());
  }

  @Test
  void only_the_files_of_the_modules_asked_for_are_read() {
    List<String> opened = new CopyOnWriteArrayList<>();
    YamlCatalog watched =
        YamlCatalog.from(
            file -> {
              opened.add(file);
              return Optional.ofNullable(YamlCatalog.class.getResourceAsStream(file));
            });

    watched.find("aws:rds/instance:Instance");
    watched.find("aws:rds/cluster:Cluster");
    watched.wants("aws:sqs/queue:Queue", "url");

    assertThat(opened).containsExactly("aws/rds.yaml", "aws/sqs.yaml");
  }

  @Test
  void several_threads_may_ask_at_once() {
    List<String> tokens = BundledEntries.all().stream().map(ResourceType::token).toList();

    assertThat(tokens.parallelStream().filter(token -> catalog.find(token).isEmpty())).isEmpty();
  }

  @Test
  void what_is_not_one_value_can_be_asked_too() {
    ResourceType distribution =
        catalog.find("aws:cloudfront/distribution:Distribution").orElseThrow();

    assertThat(distribution.entry().orElseThrow().when())
        .contains(
            new Condition(
                PropertyPath.of("enabled"), new Condition.NoneOf(List.of(Value.of(false)))));
  }
}
