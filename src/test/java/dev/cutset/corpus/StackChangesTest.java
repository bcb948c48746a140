package dev.cutset.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.catalog.Software;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.config.Configuration;
import dev.cutset.gate.Gate;
import dev.cutset.policy.Judge;
import dev.cutset.policy.Judgement;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes to whole stacks that must not change what is said of them. */
class StackChangesTest {
  private static final String PREFIX = "acme-";
  private static final YamlCatalog CATALOG = YamlCatalog.bundled();
  private static final Gate GATE = new Gate(CATALOG, Software.all(), Judge.bundled());
  private static final Gate OTHER =
      new Gate(YamlCatalog.bundled(), Software.all(), Judge.bundled());
  private static final Map<String, String> TOLD = new HashMap<>();

  static Set<String> names() {
    return AllStacks.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void the_order_of_resources_changes_nothing(String name) {
    List<Resource> resources = new ArrayList<>(stack(name).resources());
    Collections.shuffle(resources, new Random(1));
    assertThat(told(with(stack(name), resources))).isEqualTo(told(name));
    Collections.reverse(resources);
    assertThat(told(with(stack(name), resources))).isEqualTo(told(name));
  }

  @ParameterizedTest
  @MethodSource("names")
  void names_of_resources_change_nothing_but_names(String name) {
    Stack stack = stack(name);
    List<Resource> renamed =
        stack.resources().stream()
            .map(resource -> renamed(resource, StackChangesTest::prefixed))
            .toList();
    assertThat(told(with(stack, renamed)).replace(PREFIX, "")).isEqualTo(told(name));
  }

  @ParameterizedTest
  @MethodSource("names")
  void resources_without_a_bearing_on_availability_change_nothing(String name) {
    Stack stack = stack(name);
    List<Resource> more = new ArrayList<>(stack.resources());
    more.add(0, bystander("aws:iam/role:Role"));
    more.add(bystander("acme:index/thing:Thing"));
    assertThat(told(with(stack, more))).isEqualTo(told(name));
  }

  @ParameterizedTest
  @MethodSource("names")
  void the_same_stack_gets_the_same_answer_to_the_letter(String name) {
    Judgement again = OTHER.inspect(stack(name), Configuration.EMPTY).judgement();
    assertThat(again.toString())
        .isEqualTo(GATE.inspect(stack(name), Configuration.EMPTY).judgement().toString());
  }

  @Test
  void one_bystander_is_known_to_have_no_bearing_and_the_other_is_not_known_at_all() {
    assertThat(CATALOG.find("aws:iam/role:Role").orElseThrow().inert()).isTrue();
    assertThat(CATALOG.find("acme:index/thing:Thing")).isEmpty();
  }

  private static Stack stack(String name) {
    return AllStacks.named(name);
  }

  private static String told(String name) {
    return TOLD.computeIfAbsent(name, key -> told(stack(key)));
  }

  /** All that is said of a stack, without the order in which it is said. */
  private static String told(Stack stack) {
    Judgement judgement = GATE.inspect(stack, Configuration.EMPTY).judgement();
    Set<String> lines = new TreeSet<>();
    judgement
        .findings()
        .forEach(
            finding ->
                lines.add(
                    Claim.of(finding)
                        + "; "
                        + finding.severity()
                        + ", blocks "
                        + finding.blocks()));
    judgement
        .entryPoints()
        .forEach(
            entry ->
                lines.add(
                    "entry point " + entry.name() + " survives " + entry.survives().toString()));
    lines.add("verdict " + judgement.verdict());
    return lines.stream().collect(Collectors.joining("\n"));
  }

  private static Stack with(Stack stack, List<Resource> resources) {
    return new Stack(stack.project(), stack.name(), stack.source(), resources);
  }

  private static Urn prefixed(Urn urn) {
    String text = urn.text();
    int at = text.lastIndexOf("::") + 2;
    return new Urn(text.substring(0, at) + PREFIX + text.substring(at));
  }

  private static Resource renamed(Resource resource, UnaryOperator<Urn> names) {
    Map<String, List<Urn>> edges = new LinkedHashMap<>();
    resource
        .propertyDependencies()
        .forEach((property, urns) -> edges.put(property, urns.stream().map(names).toList()));
    return new Resource(
        names.apply(resource.urn()),
        resource.custom(),
        resource.type(),
        resource.id(),
        renamed(resource.inputs(), names),
        renamed(resource.outputs(), names),
        resource.parent().map(names),
        resource.provider().map(names),
        resource.dependencies().stream().map(names).collect(Collectors.toSet()),
        edges);
  }

  private static Map<String, Value> renamed(Map<String, Value> values, UnaryOperator<Urn> names) {
    Map<String, Value> renamed = new LinkedHashMap<>();
    values.forEach((key, value) -> renamed.put(key, renamed(value, names)));
    return renamed;
  }

  /** A whole resource in place of a value names itself by its URN. */
  private static Value renamed(Value value, UnaryOperator<Urn> names) {
    if (value instanceof Value.Text text && text.value().startsWith("urn:pulumi:")) {
      return Value.of(names.apply(new Urn(text.value())).text());
    } else if (value instanceof Value.Items items) {
      return new Value.Items(items.values().stream().map(item -> renamed(item, names)).toList());
    } else if (value instanceof Value.Fields fields) {
      return new Value.Fields(renamed(fields.values(), names));
    }
    return value;
  }

  private static Resource bystander(String type) {
    return new Resource(
        new Urn("urn:pulumi:test::corpus::" + type + "::bystander"),
        true,
        type,
        Optional.empty(),
        Map.of("name", Value.of("bystander")),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Map.of());
  }
}
