package dev.cutset.pulumi.offline;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Struct;
import dev.cutset.StackFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class RecordedPreviewsTest {
  private static final String DEV = "urn:pulumi:dev::shop::";

  static List<StackFolder> stacks() throws IOException {
    return StackFolder.all();
  }

  static List<StackFolder> ladder() throws IOException {
    return StackFolder.ladder();
  }

  /**
   * A value that was made up for one resource and is found in another must have left an edge, or a
   * path where a resource between them gives back what it was given.
   */
  @ParameterizedTest
  @MethodSource("stacks")
  void every_value_of_another_resource_has_its_edge(StackFolder folder) throws IOException {
    List<Map<?, ?>> states = states(folder);
    Map<String, String> urnByMark = new TreeMap<>();
    for (Map<?, ?> state : states) {
      String urn = state.get("urn").toString();
      urnByMark.put(Subject.resource(urn, Struct.getDefaultInstance()).hex(7), urn);
    }
    Map<String, List<String>> needs = new TreeMap<>();
    states.forEach(
        state -> needs.put(state.get("urn").toString(), texts(state.get("dependencies"))));
    List<String> lost = new ArrayList<>();
    int found = 0;
    for (Map<?, ?> state : states) {
      for (Map.Entry<?, ?> input : map(state.get("inputs")).entrySet()) {
        Set<String> expected = new HashSet<>();
        urnByMark.forEach(
            (mark, urn) -> {
              if (input.getValue().toString().contains(mark)) {
                expected.add(urn);
              }
            });
        found += expected.size();
        expected.removeAll(reached(edges(state, input.getKey().toString()), needs));
        expected.forEach(urn -> lost.add(state.get("urn") + " " + input.getKey() + " " + urn));
      }
    }

    assertThat(found).isPositive();
    assertThat(lost).isEmpty();
  }

  /** Addresses carry no mark of their owner, so these edges are named. */
  @Test
  void user_data_and_answers_keep_the_edges_of_addresses() throws IOException {
    List<Map<?, ?>> states = states(StackFolder.named("ladder/7b-three-coordinators"));

    assertThat(edges(state(states, "aws:ec2/instance:Instance::lb-2"), "userData"))
        .containsExactly(
            DEV + "aws:ec2/instance:Instance::web-1",
            DEV + "aws:ec2/instance:Instance::web-2",
            DEV + "aws:ec2/instance:Instance::web-3");
    assertThat(edges(state(states, "aws:ec2/instance:Instance::web-1"), "userData"))
        .containsExactly(
            DEV + "aws:ec2/instance:Instance::zk-1",
            DEV + "aws:ec2/instance:Instance::zk-2",
            DEV + "aws:ec2/instance:Instance::zk-3",
            DEV + "aws:rds/instance:Instance::database");
    assertThat(edges(state(states, "aws:route53/record:Record::shop-lb-3"), "records"))
        .containsExactly(DEV + "aws:ec2/eip:Eip::lb-3-address");
    assertThat(
            edges(state(states, "aws:route53/healthCheck:HealthCheck::lb-3-health"), "ipAddress"))
        .containsExactly(DEV + "aws:ec2/eip:Eip::lb-3-address");
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void no_input_is_unknown(StackFolder folder) throws IOException {
    assertThat(states(folder))
        .isNotEmpty()
        .allSatisfy(
            state ->
                assertThat(map(state.get("inputs")).toString()).doesNotContain(Protocol.UNKNOWN));
  }

  @ParameterizedTest
  @MethodSource("ladder")
  void no_two_answers_are_the_same(StackFolder step) throws IOException {
    List<Object> addresses = new ArrayList<>();
    for (Map<?, ?> state : states(step)) {
      Map<?, ?> inputs = map(state.get("inputs"));
      if (state.get("type").equals("aws:route53/record:Record") && "A".equals(inputs.get("type"))) {
        addresses.addAll((List<?>) inputs.get("records"));
      }
    }

    assertThat(addresses).isNotEmpty().doesNotHaveDuplicates();
  }

  /** What a preview says that each resource will be. */
  private static List<Map<?, ?>> states(StackFolder folder) throws IOException {
    // JSON is YAML, and a YAML parser is at hand.
    LoadSettings settings =
        LoadSettings.builder().setLabel(folder.name()).setCodePointLimit(1 << 26).build();
    Map<?, ?> preview =
        (Map<?, ?>) new Load(settings).loadFromString(Files.readString(folder.preview()));
    List<Map<?, ?>> states = new ArrayList<>();
    for (Object change : (List<?>) preview.get("steps")) {
      states.add((Map<?, ?>) ((Map<?, ?>) change).get("newState"));
    }
    return states;
  }

  private static Map<?, ?> state(List<Map<?, ?>> states, String end) {
    return states.stream()
        .filter(state -> state.get("urn").toString().endsWith(end))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> edges(Map<?, ?> state, String property) {
    return texts(map(state.get("propertyDependencies")).get(property));
  }

  private static Set<String> reached(List<String> from, Map<String, List<String>> needs) {
    Set<String> reached = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(from);
    while (!next.isEmpty()) {
      String urn = next.pop();
      if (reached.add(urn)) {
        next.addAll(needs.getOrDefault(urn, List.of()));
      }
    }
    return reached;
  }

  private static List<String> texts(Object node) {
    return node instanceof List<?> list ? list.stream().map(Object::toString).toList() : List.of();
  }

  private static Map<?, ?> map(Object node) {
    return node instanceof Map<?, ?> map ? map : Map.of();
  }
}
