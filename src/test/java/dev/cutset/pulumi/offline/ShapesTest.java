package dev.cutset.pulumi.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapesTest {

  @ParameterizedTest
  @ValueSource(strings = {"aws", "gcp", "kubernetes"})
  void every_type_and_output_that_has_a_shape_is_in_the_sdk(String provider) {
    Shapes shapes = Shapes.of(provider);
    Sdk sdk = new Sdk(provider, getClass().getClassLoader());
    List<String> misspelt = new ArrayList<>();
    for (String type : shapes.types()) {
      Set<String> outputs = sdk.resource(type).map(ShapesTest::allOutputs).orElse(Set.of());
      for (String output : shapes.outputsOf(type)) {
        if (!outputs.contains(output)) {
          misspelt.add(type + " " + output);
        }
      }
      if (outputs.isEmpty()) {
        misspelt.add(type);
      }
    }

    assertThat(shapes.types()).isNotEmpty();
    assertThat(misspelt).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws", "gcp"})
  void every_lookup_and_answer_that_has_a_shape_is_in_the_sdk(String provider) {
    Shapes shapes = Shapes.of(provider);
    Sdk sdk = new Sdk(provider, getClass().getClassLoader());
    List<String> misspelt = new ArrayList<>();
    for (String token : shapes.lookups()) {
      Optional<Class<?>> result = sdk.result(token);
      Set<String> members =
          result.map(OutputProperty::ofObject).orElse(List.of()).stream()
              .map(OutputProperty::name)
              .collect(Collectors.toSet());
      for (Object answer : shapes.ofLookup(token).keySet()) {
        if (!members.contains(answer.toString())) {
          misspelt.add(token + " " + answer);
        }
      }
    }

    assertThat(shapes.lookups()).isNotEmpty();
    assertThat(misspelt).isEmpty();
  }

  private static Set<String> allOutputs(Class<?> resource) {
    return OutputProperty.allOfResource(resource).stream()
        .map(OutputProperty::name)
        .collect(Collectors.toSet());
  }
}
