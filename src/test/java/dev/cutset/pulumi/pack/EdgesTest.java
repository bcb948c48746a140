package dev.cutset.pulumi.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Empty;
import dev.cutset.StackFolder;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;

/** What the Java SDK loses in a first preview comes back from the program, or is missed aloud. */
class EdgesTest {

  /** A program that declares at once, at last, or never. */
  private static final class Scripted implements Program {
    private final Stack stack;
    final AtomicInteger runs = new AtomicInteger();
    final CountDownLatch stopped = new CountDownLatch(1);
    boolean endless;

    Scripted(Stack stack) {
      this.stack = stack;
    }

    @Override
    public Stack declare() {
      runs.incrementAndGet();
      if (endless) {
        awaitStop();
      }
      return stack;
    }

    private void awaitStop() {
      try {
        stopped.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void stop() {
      stopped.countDown();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ladder/1-single-server",
        "ladder/6-several-zones",
        "ladder/8-no-single-point-of-failure"
      })
  void a_first_preview_is_judged_as_if_it_had_all_its_edges(String name) throws Exception {
    Stack whole = Rehearsal.unknownOutputs(StackFolder.named(name).recorded());
    Scripted program = new Scripted(whole);
    List<AnalyzeDiagnostic> complete;
    try (ServedPack pack = ServedPack.bundled()) {
      complete = pack.violations(whole);
    }
    try (ServedPack pack = ServedPack.beside(program).previews()) {
      assertThat(pack.violations(withoutEdges(whole))).isEqualTo(complete);
      assertThat(program.runs).hasValue(1);
      assertThat(pack.log.warnings).isEmpty();
    }
  }

  @Test
  void without_its_edges_a_stack_never_passes_and_the_reason_is_said() throws Exception {
    Stack blind = withoutEdges(Rehearsal.unknownOutputs(resilient()));
    try (ServedPack pack = ServedPack.without("`mvn` is missing").previews()) {
      assertThat(pack.violations(blind))
          .filteredOn(d -> d.getPolicyName().equals("INCOMPLETE-PREVIEW"))
          .singleElement()
          .satisfies(
              d -> {
                assertThat(d.getUrn()).as("the engine hangs it on the stack").isEmpty();
                assertThat(d.getMessage()).contains("`mvn` is missing", "cannot be seen");
              });
      assertThat(pack.log.warnings).singleElement().asString().contains("`mvn` is missing");
    }
  }

  @Test
  void a_program_that_fails_beside_the_engine_loses_the_edges() throws Exception {
    Program failing =
        new Program() {
          @Override
          public Stack declare() {
            throw new IllegalStateException("hunter2");
          }

          @Override
          public void stop() {}
        };
    try (ServedPack pack = ServedPack.beside(failing).previews()) {
      assertThat(pack.violations(withoutEdges(Rehearsal.unknownOutputs(resilient()))))
          .extracting(AnalyzeDiagnostic::getPolicyName)
          .contains("INCOMPLETE-PREVIEW");
      assertThat(pack.log.all()).contains("IllegalStateException").doesNotContain("hunter2");
    }
  }

  @Test
  void resources_that_only_the_engine_has_lose_their_edges() throws Exception {
    Stack whole = Rehearsal.unknownOutputs(resilient());
    List<Resource> fewer = new ArrayList<>(whole.resources());
    fewer.removeIf(resource -> resource.type().equals("aws:route53/record:Record"));
    Scripted program = new Scripted(new Stack("shop", "dev", Stack.Source.PROGRAM, fewer));
    try (ServedPack pack = ServedPack.beside(program).previews()) {
      assertThat(pack.violations(withoutEdges(whole)))
          .filteredOn(d -> d.getPolicyName().equals("INCOMPLETE-PREVIEW"))
          .singleElement()
          .satisfies(
              d -> assertThat(d.getMessage()).contains("declares it to the engine and not to"));
    }
  }

  @Test
  void the_program_is_not_run_when_everything_is_known_or_provisioned() throws Exception {
    Scripted program = new Scripted(resilient());
    try (ServedPack pack = ServedPack.beside(program).previews()) {
      assertThat(pack.violations(resilient())).isEmpty();
    }
    try (ServedPack pack = ServedPack.beside(program)) {
      pack.violations(withoutEdges(Rehearsal.unknownOutputs(resilient())));
      assertThat(pack.log.warnings).isEmpty();
    }
    assertThat(program.runs).hasValue(0);
  }

  @Test
  void a_cancellation_is_answered_at_once_and_stops_the_program() throws Exception {
    Scripted program = new Scripted(resilient());
    program.endless = true;
    Stack blind = withoutEdges(Rehearsal.unknownOutputs(resilient()));
    try (ServedPack pack = ServedPack.beside(program).previews()) {
      CompletableFuture<?> check =
          CompletableFuture.supplyAsync(
              () -> pack.violations(blind), task -> new Thread(task).start());
      while (program.runs.get() == 0) {
        Thread.sleep(10);
      }
      pack.engine.cancel(Empty.getDefaultInstance());

      assertThatThrownBy(() -> check.get(20, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOfSatisfying(
              StatusRuntimeException.class,
              e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.CANCELLED));
      assertThat(program.stopped.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(pack.cancelled).hasValue(1);
    }
  }

  @Test
  void what_is_asked_for_is_told_from_what_the_cloud_will_add() throws Exception {
    // The engine shows computed properties as not known, and nobody asked for this one.
    Stack stack = StackFolder.named("ladder/1-single-server").recorded();
    RecordedEngine recorded = new RecordedEngine(stack);
    AnalyzeStackRequest.Builder request = recorded.stack().toBuilder();
    request
        .getResourcesBuilderList()
        .forEach(
            resource ->
                resource
                    .getPropertiesBuilder()
                    .putFields("availabilityZones", Protocol.value(Value.UNKNOWN))
                    .putFields("replicateSourceDb", Protocol.value(Value.UNKNOWN)));
    try (ServedPack pack = ServedPack.bundled()) {
      List<AnalyzeDiagnostic> plain = pack.violations(stack);

      assertThat(pack.engine.analyzeStack(request.build()).getDiagnosticsList()).isEqualTo(plain);
    }
  }

  private static Stack resilient() throws Exception {
    return StackFolder.named("ladder/8-no-single-point-of-failure").recorded();
  }

  /** As the Java SDK sends it: it forgets where unknown values come from, unless from an id. */
  private static Stack withoutEdges(Stack stack) {
    List<Resource> resources = new ArrayList<>();
    for (Resource resource : stack.resources()) {
      Map<String, List<Urn>> kept = new LinkedHashMap<>(resource.propertyDependencies());
      kept.keySet().removeIf(property -> !property.endsWith("Id"));
      Set<Urn> dependencies = new LinkedHashSet<>();
      kept.values().forEach(dependencies::addAll);
      resources.add(with(resource, resource.inputs(), dependencies, kept));
    }
    return new Stack(stack.project(), stack.name(), stack.source(), resources);
  }

  private static Resource with(
      Resource resource,
      Map<String, Value> inputs,
      Set<Urn> dependencies,
      Map<String, List<Urn>> byProperty) {
    return new Resource(
        resource.urn(),
        resource.custom(),
        resource.type(),
        resource.id(),
        inputs,
        resource.outputs(),
        resource.parent(),
        resource.provider(),
        dependencies,
        byProperty);
  }
}
