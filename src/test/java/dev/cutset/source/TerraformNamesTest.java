package dev.cutset.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.catalog.YamlCatalog;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Stack;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Who writes Terraform reads of properties by Terraform's names. */
class TerraformNamesTest {
  private static final String PLAN =
      """
      {"format_version":"1.2","resource_changes":[
        {"address":"aws_autoscaling_group.web","mode":"managed","type":"aws_autoscaling_group",
         "name":"web","provider_name":"registry.terraform.io/hashicorp/aws",
         "change":{"actions":["create"],"before":null,"after_unknown":{"id":true},
           "after":{"min_size":2,"vpc_zone_identifier":["subnet-1"],
             "launch_template":[{"id":"lt-1"}]}}}]}
      """;

  private final YamlCatalog catalog = YamlCatalog.bundled();

  @Test
  void a_name_that_was_read_is_told_as_it_stood_there() throws Exception {
    assertThat(written("aws:autoscaling/group:Group", "vpcZoneIdentifiers"))
        .isEqualTo("vpc_zone_identifier");
    assertThat(written("aws:autoscaling/group:Group", "launchTemplate.id"))
        .isEqualTo("launch_template.id");
  }

  @Test
  void a_name_that_was_not_read_is_told_as_terraform_has_most() throws Exception {
    assertThat(written("aws:autoscaling/group:Group", "healthCheckType"))
        .isEqualTo("health_check_type");
  }

  @Test
  void what_no_type_of_terraform_stands_for_keeps_its_words() throws Exception {
    assertThat(written("kubernetes:apps/v1:Deployment", "spec.minReadySeconds"))
        .isEqualTo("spec.minReadySeconds");
  }

  private String written(String token, String path) throws Exception {
    ByteArrayInputStream plan = new ByteArrayInputStream(PLAN.getBytes(StandardCharsets.UTF_8));
    Stack stack = new StackReader(catalog, catalog).read(plan, "plan");
    return stack.names().written(token, PropertyPath.of(path));
  }
}
