package dev.cutset.pulumi.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.cutset.StackFolder;
import dev.cutset.source.UnreadableInputException;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;

/** Whether an update that no preview went before is judged before it is provisioned. */
class StrictUpdateTest {
  private static final StackFolder FRAGILE = StackFolder.named("ladder/1-single-server");
  private static final StackFolder RESILIENT =
      StackFolder.named("ladder/8-no-single-point-of-failure");

  /** Declares what a stack holds, and counts how often. */
  private static final class Declaring implements Program {
    private final Stack stack;
    private final AtomicInteger runs = new AtomicInteger();

    Declaring(StackFolder stack) throws UnreadableInputException {
      this(stack.recorded());
    }

    Declaring(Stack stack) {
      this.stack = stack;
    }

    @Override
    public Stack declare() {
      runs.incrementAndGet();
      return stack;
    }

    @Override
    public void stop() {
      // It has ended.
    }
  }

  @Test
  void a_fragile_stack_is_refused_at_its_first_resource_with_all_that_blocks() throws Exception {
    Declaring program = new Declaring(FRAGILE);
    try (ServedPack pack = ServedPack.beside(program).updates()) {
      pack.configured(strict(EnforcementLevel.MANDATORY));

      List<AnalyzeDiagnostic> first = analyze(pack, 0);

      assertThat(first)
          .extracting(AnalyzeDiagnostic::getPolicyName)
          .containsExactlyInAnyOrder("SPOF-APPLICATION-SERVER", "SPOF-DATABASE");
      assertThat(first)
          .allSatisfy(
              found -> {
                assertThat(found.getEnforcementLevel()).isEqualTo(EnforcementLevel.MANDATORY);
                assertThat(found.getMessage())
                    .contains("chain:", "fix:")
                    .endsWith("\nresource:   " + found.getUrn());
              });
      assertThat(analyze(pack, 1))
          .singleElement()
          .satisfies(
              again -> {
                assertThat(again.getPolicyName()).isEqualTo("UNJUDGED-UPDATE");
                assertThat(again.getEnforcementLevel()).isEqualTo(EnforcementLevel.MANDATORY);
              });
      assertThat(program.runs).hasValue(1);
    }
  }

  @Test
  void a_resilient_stack_is_let_through() throws Exception {
    Declaring program = new Declaring(RESILIENT);
    try (ServedPack pack = ServedPack.beside(program).updates()) {
      pack.configured(strict(EnforcementLevel.MANDATORY));

      assertThat(analyze(pack, 0)).isEmpty();
      assertThat(analyze(pack, 1)).isEmpty();
      assertThat(program.runs).hasValue(1);
    }
  }

  @Test
  void a_remedy_that_the_engine_will_apply_counts() throws Exception {
    Stack forgotten = withoutStandby(StackFolder.named("ladder/3-standby-database").recorded());
    Map<String, PolicyConfig> strict = strict(EnforcementLevel.MANDATORY);
    Map<String, PolicyConfig> remedied = new HashMap<>(strict);
    remedied.put(
        "SPOF-DATABASE",
        PolicyConfig.newBuilder().setEnforcementLevel(EnforcementLevel.REMEDIATE).build());

    try (ServedPack pack = ServedPack.beside(new Declaring(forgotten)).updates()) {
      assertThat(analyze(pack.configured(strict), 0))
          .extracting(AnalyzeDiagnostic::getPolicyName)
          .contains("SPOF-DATABASE");
    }
    try (ServedPack pack = ServedPack.beside(new Declaring(forgotten)).updates()) {
      assertThat(analyze(pack.configured(remedied), 0))
          .extracting(AnalyzeDiagnostic::getPolicyName)
          .isNotEmpty()
          .doesNotContain("SPOF-DATABASE");
    }
  }

  @Test
  void advice_lets_the_update_go_on() throws Exception {
    try (ServedPack pack = ServedPack.beside(new Declaring(FRAGILE)).updates()) {
      pack.configured(strict(EnforcementLevel.ADVISORY));

      assertThat(analyze(pack, 0))
          .isNotEmpty()
          .allMatch(found -> found.getEnforcementLevel() == EnforcementLevel.ADVISORY);
    }
  }

  @Test
  void a_program_that_cannot_be_run_is_refused_with_the_reason() throws Exception {
    Program unknown = new UnknownProgram();
    try (ServedPack pack = ServedPack.beside(unknown).updates()) {
      pack.configured(strict(EnforcementLevel.MANDATORY));

      assertThat(analyze(pack, 0))
          .singleElement()
          .satisfies(
              refused -> {
                assertThat(refused.getEnforcementLevel()).isEqualTo(EnforcementLevel.MANDATORY);
                assertThat(refused.getMessage())
                    .isEqualTo(
                        """
                        the update cannot be judged before it is provisioned
                        the folder of the program is not known here
                        fix: run `pulumi preview` with the policy pack, and update without \
                        `strict`""");
              });
    }
  }

  @Test
  void nothing_is_run_early_in_a_preview_or_where_nobody_asked_for_it_or_in_an_analysis()
      throws Exception {
    Declaring program = new Declaring(FRAGILE);
    try (ServedPack pack = ServedPack.beside(program).previews()) {
      pack.configured(strict(EnforcementLevel.MANDATORY));
      assertThat(analyze(pack, 0)).isEmpty();
    }
    try (ServedPack pack = ServedPack.beside(program).updates()) {
      pack.configured("SPOF-REGION", EnforcementLevel.DISABLED);
      assertThat(analyze(pack, 0)).isEmpty();
    }
    try (ServedPack pack = ServedPack.beside(program)) {
      pack.configured(strict(EnforcementLevel.MANDATORY));
      assertThat(analyze(pack, 0)).isEmpty();
    }
    assertThat(program.runs).hasValue(0);
  }

  @Test
  void a_mistake_in_the_configuration_is_named() throws Exception {
    try (ServedPack pack = ServedPack.bundled()) {
      Value word = Value.newBuilder().setStringValue("yes").build();
      assertThatThrownBy(
              () ->
                  pack.configured(
                      Map.of(
                          "UNJUDGED-UPDATE", config(EnforcementLevel.MANDATORY, "strict", word))))
          .isInstanceOf(StatusRuntimeException.class)
          .hasMessageContaining("`UNJUDGED-UPDATE.strict` is neither true nor false");
      assertThatThrownBy(
              () ->
                  pack.configured(
                      Map.of(
                          "UNJUDGED-UPDATE", config(EnforcementLevel.MANDATORY, "strikt", bool()))))
          .isInstanceOf(StatusRuntimeException.class)
          .hasMessageContaining("`UNJUDGED-UPDATE.strikt` is unknown")
          .hasMessageContaining("`strict`");
    }
  }

  private static Stack withoutStandby(Stack stack) {
    List<Resource> resources = new ArrayList<>();
    for (Resource one : stack.resources()) {
      Map<String, dev.cutset.stack.Value> inputs = new HashMap<>(one.inputs());
      inputs.remove("multiAz");
      resources.add(
          new Resource(
              one.urn(),
              one.custom(),
              one.type(),
              one.id(),
              inputs,
              one.outputs(),
              one.parent(),
              one.provider(),
              one.dependencies(),
              one.propertyDependencies()));
    }
    return new Stack(stack.project(), stack.name(), stack.source(), resources);
  }

  private static List<AnalyzeDiagnostic> analyze(ServedPack pack, int resource) throws Exception {
    AnalyzeRequest request = new RecordedEngine(FRAGILE.recorded()).resources().get(resource);
    return pack.engine.analyze(request).getDiagnosticsList();
  }

  private static Map<String, PolicyConfig> strict(EnforcementLevel level) {
    return Map.of("UNJUDGED-UPDATE", config(level, "strict", bool()));
  }

  private static PolicyConfig config(EnforcementLevel level, String property, Value value) {
    return PolicyConfig.newBuilder()
        .setEnforcementLevel(level)
        .setProperties(Struct.newBuilder().putFields(property, value))
        .build();
  }

  private static Value bool() {
    return Value.newBuilder().setBoolValue(true).build();
  }
}
