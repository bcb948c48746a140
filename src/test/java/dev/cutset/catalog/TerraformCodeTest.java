package dev.cutset.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.stack.Stack;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerraformCodeTest {
  private static final TerraformCode CODE =
      new TerraformCode(
          "aws:autoscaling/group:Group",
          Map.of(
              "oci_core_instance_pool", "oci:Core/instancePool:InstancePool",
              "aws_autoscaling_group", "aws:autoscaling/group:Group",
              "aws_lb", "aws:lb/loadBalancer:LoadBalancer",
              "aws_alb", "aws:lb/loadBalancer:LoadBalancer"));

  @Test
  void a_setting_becomes_an_assignment() {
    assertThat(CODE.of("set `multiAz(true)` and `deploymentMode(\"MULTI_AZ\")`"))
        .isEqualTo("set `multi_az = true` and `deployment_mode = \"MULTI_AZ\"`");
  }

  @Test
  void a_type_gets_the_plainest_of_its_names() {
    assertThat(CODE.of("run it as an `aws.autoscaling.Group` behind an `aws.lb.LoadBalancer`"))
        .isEqualTo("run it as an `aws_autoscaling_group` behind an `aws_lb`");
    assertThat(CODE.of("an `oci.Core.InstancePool`")).isEqualTo("an `oci_core_instance_pool`");
  }

  @Test
  void a_nested_property_keeps_its_way() {
    assertThat(CODE.of("list three zones in `vpcConfig.subnetIds`; set `scalingConfig.minSize(2)`"))
        .isEqualTo(
            "list three zones in `vpc_config.subnet_ids`; set `scaling_config.min_size = 2`");
  }

  @Test
  void a_repeated_block_is_in_the_singular_where_there_are_blocks() {
    String remedy = "give `vpcZoneIdentifiers` subnets of two zones";

    assertThat(CODE.of(remedy)).isEqualTo("give `vpc_zone_identifier` subnets of two zones");
    assertThat(new TerraformCode("aws-native:dynamodb:Table", Map.of()).of("add `replicas`"))
        .isEqualTo("add `replicas`");
  }

  @Test
  void what_is_no_code_of_pulumi_stays() {
    String remedy = "spread over `topology.kubernetes.io/zone`, as `gcp.nowhere.Type` does (twice)";

    assertThat(CODE.of(remedy)).isEqualTo(remedy);
  }

  @Test
  void only_who_writes_terraform_is_answered_in_it() {
    YamlCatalog catalog = YamlCatalog.bundled();
    String database = "aws:rds/instance:Instance";

    assertThat(remedy(catalog, database, Stack.Source.PREVIEW)).isEqualTo("set `multiAz(true)`");
    assertThat(remedy(catalog, database, Stack.Source.TERRAFORM_PLAN))
        .isEqualTo("set `multi_az = true`");
    assertThat(remedy(catalog, database, Stack.Source.TERRAFORM_STATE))
        .isEqualTo("set `multi_az = true`");
  }

  @Test
  void no_remedy_for_terraform_is_left_in_java() {
    YamlCatalog catalog = YamlCatalog.bundled();

    assertThat(BundledEntries.all().stream().map(ResourceType::token))
        .allSatisfy(
            token ->
                assertThat(
                        catalog
                            .find(token, Stack.Source.TERRAFORM_PLAN)
                            .orElseThrow()
                            .remedy()
                            .values())
                    .noneMatch(text -> text.matches(".*`(aws|gcp)\\.\\w+\\.[A-Z]\\w+`.*")));
  }

  private static String remedy(Catalog catalog, String token, Stack.Source source) {
    return catalog.find(token, source).orElseThrow().remedy().get(Scope.ZONE);
  }
}
