package dev.cutset.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExperimentPlannerTest {

  @ParameterizedTest
  @CsvSource({
    "database-single-instance, aws:rds:reboot-db-instances",
    "database-aurora-two-instances, aws:rds:failover-db-cluster",
    "application-server-group-of-two, aws:ec2:terminate-instances",
    "application-server-two-instances, aws:ec2:stop-instances",
    "application-server-two-tasks, aws:ecs:stop-task",
    "application-server-pods-pinned-to-a-zone, aws:eks:terminate-nodegroup-instances",
    "application-server-group-of-two, aws:network:disrupt-connectivity",
    "database-cache-failover-over-zones, aws:elasticache:replicationgroup-interrupt-az-power"
  })
  void a_loss_is_caused_by_the_action_of_its_service(String stack, String action) {
    assertThat(Plans.of(Plans.corpus(stack), Dialect.FIS).experiments())
        .extracting(Plans::text)
        .anyMatch(text -> text.contains("\"actionId\" : \"" + action + "\""));
  }

  @Test
  void a_standby_is_made_to_take_over_and_a_single_database_is_not() {
    assertThat(texts("database-multi-az", Dialect.FIS)).contains("\"forceFailover\" : \"true\"");
    assertThat(texts("database-single-instance", Dialect.FIS)).doesNotContain("forceFailover");
  }

  @Test
  void every_template_stops_when_an_alarm_of_the_entry_point_says_so() {
    assertThat(Plans.of(Plans.corpus("database-multi-az"), Dialect.FIS).experiments())
        .isNotEmpty()
        .extracting(Plans::text)
        .allMatch(text -> text.contains("\"source\" : \"aws:cloudwatch:alarm\""));
  }

  @Test
  void every_workflow_is_aborted_when_users_are_not_served() {
    assertThat(
            Plans.of(
                    Plans.preview("stacks/templates/kubernetes-multi-region/preview.json"),
                    Dialect.CHAOS_MESH)
                .experiments())
        .isNotEmpty()
        .extracting(Plans::text)
        .allMatch(text -> text.contains("abortWithStatusCheck: true"))
        .allMatch(text -> text.contains("url: https://shop.example.com/"));
  }

  @Test
  void what_cannot_be_caused_is_named_with_the_reason() {
    assertThat(
            Plans.of(Plans.corpus("dns-provider-one"), Dialect.FIS).skipped().stream()
                .map(skipped -> skipped.loss().kind().word() + ": " + skipped.reason()))
        .contains(
            "region: no action takes a region; fail its health checks over by hand",
            "provider: no action reaches into a DNS provider");
  }

  @Test
  void a_zone_that_is_not_known_yet_is_not_made_up() {
    for (Dialect dialect : Dialect.values()) {
      assertThat(Plans.of(Plans.corpus("unknown-zones"), dialect).experiments())
          .extracting(Experiment::file)
          .noneMatch(file -> file.contains("the-zone-of"));
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void every_loss_is_either_caused_or_skipped_and_no_file_is_written_twice(Dialect dialect) {
    int written = 0;
    for (var stack : Plans.all()) {
      Experiment.Plan plan = Plans.of(stack, dialect);
      List<String> files = plan.experiments().stream().map(Experiment::file).toList();
      Set<Object> losses = new HashSet<>();
      plan.experiments().forEach(one -> losses.add(one.loss()));
      plan.skipped().forEach(one -> losses.add(one.loss()));
      written += files.size();

      assertThat(files).doesNotHaveDuplicates().allMatch(file -> file.matches("[a-z0-9-]+\\.\\w+"));
      assertThat(losses).hasSize(files.size() + plan.skipped().size());
      assertThat(Plans.of(stack, dialect)).isEqualTo(plan);
    }
    assertThat(written).isPositive();
  }

  private static String texts(String stack, Dialect dialect) {
    return Plans.of(Plans.corpus(stack), dialect).experiments().stream()
        .map(Plans::text)
        .collect(Collectors.joining());
  }
}
