package dev.cutset.pulumi.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.StackFolder;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What compares the host with the real engine must see what the host could lose. */
class ComparisonTest {

  @Test
  void a_lost_edge_a_lost_resource_and_another_value_are_seen() throws Exception {
    Stack recorded = StackFolder.named("ladder/1-single-server").recorded();
    List<Resource> resources = new ArrayList<>(recorded.resources());
    int record = indexOf(resources, "shop");
    Resource shop = resources.get(record);
    Map<String, Value> inputs = new LinkedHashMap<>(shop.inputs());
    inputs.put("type", Value.of("AAAA"));
    inputs.put("zoneId", Value.UNKNOWN);
    resources.set(
        record,
        new Resource(
            shop.urn(),
            shop.custom(),
            shop.type(),
            shop.id(),
            inputs,
            shop.outputs(),
            shop.parent(),
            shop.provider(),
            Set.of(),
            Map.of()));
    resources.remove(indexOf(resources, "database-group"));
    Stack changed = new Stack(recorded.project(), recorded.name(), recorded.source(), resources);

    assertThat(Comparison.differences(recorded, recorded)).isEmpty();
    assertThat(Comparison.differences(changed, recorded))
        .hasSize(4)
        .anySatisfy(line -> assertThat(line).contains("URNs", "database-group"))
        .anySatisfy(line -> assertThat(line).contains(" dependencies: [], but previewed"))
        .anySatisfy(line -> assertThat(line).contains(" property dependencies: [], but previewed"))
        .anySatisfy(line -> assertThat(line).contains("AAAA"));
  }

  private static int indexOf(List<Resource> resources, String name) {
    return resources.stream().map(Resource::name).toList().indexOf(name);
  }
}
