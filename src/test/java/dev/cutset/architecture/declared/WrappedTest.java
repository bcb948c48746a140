package dev.cutset.architecture.declared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A release is what its chart installs, and a manifest is the object that is written in it. */
class WrappedTest {
  private static final String RELEASE = "kubernetes:helm.sh/v3:Release";

  @Test
  void a_setting_overrides_the_values_in_texts_and_these_each_other_in_turn() {
    Value first = Value.of("controller: {replicaCount: 1, kind: Deployment}");
    Value second = Value.of("controller:\n  replicaCount: 2\n");
    Value setting =
        new Value.Fields(
            Map.of("name", Value.of("controller.replicaCount"), "value", Value.of("3")));
    Wrapped wrapped =
        Wrapped.of(
            resource(
                RELEASE,
                Map.of(
                    "chart",
                    Value.of("oci://example.com/charts/ingress-nginx/"),
                    "values",
                    new Value.Items(List.of(first, second)),
                    "set",
                    new Value.Items(List.of(setting)))));

    assertThat(wrapped.types()).containsExactly("helm:charts/ingress-nginx:Release", RELEASE);
    assertThat(at(wrapped, "values.controller.replicaCount")).containsExactly(Value.of("3"));
    assertThat(at(wrapped, "values.controller.kind")).containsExactly(Value.of("Deployment"));
  }

  @Test
  void values_in_a_file_that_is_not_seen_leave_all_of_them_unknown() {
    Wrapped wrapped =
        Wrapped.of(
            resource(
                RELEASE,
                Map.of("chart", Value.of("redis"), "valueYamlFiles", Value.of("values.yaml"))));

    assertThat(at(wrapped, "values.architecture")).containsExactly(Value.UNKNOWN);
  }

  @Test
  void a_text_that_is_no_yaml_sets_nothing() {
    Wrapped wrapped =
        Wrapped.of(
            resource(RELEASE, Map.of("chart", Value.of("redis"), "values", Value.of("a: [b"))));

    assertThat(at(wrapped, "values.a")).isEmpty();
  }

  @Test
  void a_manifest_is_of_the_kind_that_it_says_as_an_object_or_as_text() {
    Map<String, Value> object =
        Map.of(
            "apiVersion", Value.of("apps/v1"),
            "kind", Value.of("Deployment"),
            "spec", new Value.Fields(Map.of("replicas", Value.of(2))));
    String text = "apiVersion: v1\nkind: Service\nspec: {type: LoadBalancer}\n";

    Wrapped deployment =
        Wrapped.of(
            resource("kubernetes:yaml:Manifest", Map.of("manifest", new Value.Fields(object))));
    Wrapped service =
        Wrapped.of(resource("kubectl:index/manifest:Manifest", Map.of("yamlBody", Value.of(text))));

    assertThat(deployment.types()).startsWith("kubernetes:apps/v1:Deployment");
    assertThat(at(deployment, "spec.replicas")).containsExactly(Value.of(2));
    assertThat(service.types()).startsWith("kubernetes:core/v1:Service");
    assertThat(at(service, "spec.type")).containsExactly(Value.of("LoadBalancer"));
  }

  private static List<Value> at(Wrapped wrapped, String path) {
    return PropertyPath.of(path).in(wrapped.resource());
  }

  private static Resource resource(String type, Map<String, Value> inputs) {
    return new Resource(
        new Urn("urn:pulumi:test::shop::" + type + "::it"),
        true,
        type,
        Optional.empty(),
        inputs,
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Map.of());
  }
}
