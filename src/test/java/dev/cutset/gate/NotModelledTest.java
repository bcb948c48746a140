package dev.cutset.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.catalog.YamlCatalog;
import dev.cutset.policy.Judgement.TypeCount;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NotModelledTest {
  private static final Urn ROOT = urn("pulumi:pulumi:Stack", "shop-dev");

  @Test
  void a_component_without_children_was_not_looked_at() {
    assertThat(of(component("eks:index:Cluster", ROOT), component("my:shop:Shop", ROOT)))
        .containsExactly(new TypeCount("eks:index:Cluster", 1), new TypeCount("my:shop:Shop", 1));
  }

  @Test
  void a_component_with_children_was_and_its_helpers_have_none() {
    Resource cluster = component("eks:index:Cluster", ROOT);

    assertThat(of(cluster, component("eks:index:RandomSuffix", cluster.urn()))).isEmpty();
  }

  @Test
  void a_stack_and_a_provider_are_no_resources_to_look_at() {
    assertThat(
            of(
                resource("pulumi:pulumi:Stack", false, Optional.empty()),
                resource("pulumi:providers:nobody", true, Optional.of(ROOT))))
        .isEmpty();
  }

  @Test
  void a_type_that_the_catalog_does_not_know_is_counted() {
    Resource first = resource("nobody:index:Thing", true, Optional.of(ROOT));

    assertThat(of(first, resource("aws:sqs/queue:Queue", true, Optional.of(ROOT))))
        .containsExactly(new TypeCount("nobody:index:Thing", 1));
  }

  private static List<TypeCount> of(Resource... resources) {
    Stack stack = new Stack("shop", "dev", Stack.Source.PROGRAM, List.of(resources));
    return new NotModelled(YamlCatalog.bundled()).in(stack);
  }

  private static Resource component(String type, Urn parent) {
    return resource(type, false, Optional.of(parent));
  }

  private static Resource resource(String type, boolean custom, Optional<Urn> parent) {
    return new Resource(
        urn(type, "it"),
        custom,
        type,
        Optional.empty(),
        Map.of(),
        Map.of(),
        parent,
        Optional.empty(),
        Set.of(),
        Map.of());
  }

  private static Urn urn(String type, String name) {
    return new Urn("urn:pulumi:dev::shop::" + type + "::" + name);
  }
}
