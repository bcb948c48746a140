package dev.cutset.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.catalog.Software;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.config.Configuration;
import dev.cutset.gate.Gate;
import dev.cutset.policy.Judge;
import dev.cutset.policy.PolicyCatalog;
import dev.cutset.policy.PolicyInfo;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Cutset says of each stack of the corpus what an engineer has said of it before. */
class CorpusTest {
  private static final Gate GATE = new Gate(YamlCatalog.bundled(), Software.all(), Judge.bundled());

  @TestFactory
  Stream<DynamicTest> cutset_says_what_the_label_says() {
    return CorpusCase.all().stream()
        .map(stack -> DynamicTest.dynamicTest(stack.name(), () -> check(stack)));
  }

  @Test
  void every_policy_is_the_right_answer_to_some_case() {
    Set<String> answered =
        CorpusCase.all().stream()
            .map(stack -> stack.expected().label())
            .flatMap(
                label ->
                    Stream.concat(
                        label.findings().stream(), label.advice().orElse(List.of()).stream()))
            .map(Claim::policy)
            .collect(Collectors.toSet());
    assertThat(answered).isEqualTo(ids());
  }

  @Test
  void every_layer_has_stacks_that_pass_and_stacks_that_do_not() {
    for (Layer layer : Layer.values()) {
      Set<Boolean> passed =
          CorpusCase.all().stream()
              .map(CorpusCase::expected)
              .filter(expected -> expected.layer() == layer)
              .map(expected -> expected.label().findings().isEmpty())
              .collect(Collectors.toSet());
      assertThat(passed).as(layer.title()).containsExactlyInAnyOrder(true, false);
    }
  }

  private static Set<String> ids() {
    return PolicyCatalog.bundled().policies().stream()
        .map(PolicyInfo::id)
        .collect(Collectors.toSet());
  }

  private static void check(CorpusCase stack) {
    LabelReader expected = stack.expected();
    Label label = expected.label();
    Label said = judged(stack, expected).asFarAs(label);
    if (stack.disputed()) {
      assertThat(stack.text("disputed.md")).isNotBlank();
      assertThat(said.toString())
          .as("`%s` is disputed no more: delete its disputed.md", stack.name())
          .isNotEqualTo(label.toString());
    } else {
      assertThat(said.toString())
          .as("what Cutset says of `%s`; the label argues: %s", stack.name(), expected.why())
          .isEqualTo(label.toString());
    }
  }

  private static Label judged(CorpusCase stack, LabelReader expected) {
    Configuration configuration = Configuration.EMPTY.withTarget(expected.target());
    return Label.of(GATE.inspect(YamlProgram.read(stack.program()), configuration).judgement());
  }
}
