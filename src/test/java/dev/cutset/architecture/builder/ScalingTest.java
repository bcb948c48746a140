package dev.cutset.architecture.builder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.architecture.Completion;
import dev.cutset.architecture.draft.Doubts;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.catalog.Scope;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScalingTest {
  private static final String GROUP =
      "web: {type: 'gcp:compute/regionInstanceGroupManager:RegionInstanceGroupManager',"
          + " properties: {name: web, targetSize: 3}}";

  @Test
  void what_helps_is_said_to_what_scales_a_group_and_else_to_the_group() {
    assertThat(remedy(GROUP)).hasValueSatisfying(text -> assertThat(text).contains("targetSize"));
    assertThat(
            remedy(
                GROUP,
                "scaling: {type: 'gcp:compute/regionAutoscaler:RegionAutoscaler',"
                    + " properties: {target: '${web.id}', autoscalingPolicy: {minReplicas: 1}}}"))
        .hasValueSatisfying(text -> assertThat(text).contains("minReplicas"));
  }

  @Test
  void of_several_profiles_the_one_with_the_least_counts() {
    Program program =
        Program.of(
            "plan: {type: 'azure:appservice/servicePlan:ServicePlan', properties: {workerCount: 3}}",
            "scaling: {type: 'azure:monitoring/autoscaleSetting:AutoscaleSetting', properties:"
                + " {targetResourceId: '${plan.id}', profiles: [{capacity: {minimum: 3}},"
                + " {capacity: {minimum: 1}}]}}");

    assertThat(planned(program, "plan").replicas()).hasSize(1);
  }

  private static Optional<String> remedy(String... resources) {
    Map<Scope, String> remedy =
        planned(Program.of(resources), "web").freeze(Map.of(), true).traits().remedy();
    return Optional.ofNullable(remedy.get(Scope.INSTANCE));
  }

  private static Draft planned(Program program, String name) {
    Draft draft = new Draft(program.known(name));
    new CopiesPlanner(program.ground(), new Doubts(Completion.HARSHEST)).plan(draft);
    return draft;
  }
}
