package dev.cutset.pulumi.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutset.StackFolder;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pulumirpc.AnalyzerGrpc.AnalyzerBlockingStub;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;

/** A pack that many ask, in a process of its own. */
@Tag("load")
class PackLoadTest {
  private static final int WARM = 100;
  private static final int ALL = 1_000;
  private static final int AT_ONCE = 50;

  /** What a collection may leave in one moment and not in another. */
  private static final int SLACK_KILOBYTES = 2_048;

  @TempDir private Path folder;

  @Test
  void a_thousand_analyses_leave_neither_memory_nor_threads_behind() throws Exception {
    List<AnalyzeStackRequest> stacks = stacks();
    try (PackProcess pack = new PackProcess(folder)) {
      AnalyzerBlockingStub engine = pack.calls();
      Map<AnalyzeStackRequest, List<AnalyzeDiagnostic>> first = new HashMap<>();
      for (int i = 0; i < WARM; i++) {
        AnalyzeStackRequest stack = stacks.get(i % stacks.size());
        first.put(stack, engine.analyzeStack(stack).getDiagnosticsList());
      }
      long memory = pack.usedKilobytes();
      int threads = pack.threads();
      for (int i = WARM; i < ALL; i++) {
        AnalyzeStackRequest stack = stacks.get(i % stacks.size());
        assertThat(engine.analyzeStack(stack).getDiagnosticsList()).isEqualTo(first.get(stack));
      }

      long memoryAfter = pack.usedKilobytes();
      int threadsAfter = pack.threads();
      System.out.printf(
          "after %d analyses: %d kB of heap, %d threads; after %d: %d kB, %d threads%n",
          WARM, memory, threads, ALL, memoryAfter, threadsAfter);
      assertThat(memoryAfter).isLessThan(memory + SLACK_KILOBYTES);
      assertThat(threadsAfter).isLessThanOrEqualTo(threads + 2);
    }
  }

  @Test
  void fifty_at_once_are_told_what_each_alone_is_told() throws Exception {
    List<AnalyzeStackRequest> stacks = stacks();
    ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);
    try (PackProcess pack = new PackProcess(folder)) {
      List<List<AnalyzeDiagnostic>> alone = new ArrayList<>();
      for (AnalyzeStackRequest stack : stacks) {
        alone.add(pack.calls().analyzeStack(stack).getDiagnosticsList());
      }
      assertThat(alone.get(0))
          .extracting(AnalyzeDiagnostic::getPolicyName)
          .contains("SPOF-DATABASE");
      assertThat(alone.get(1))
          .extracting(AnalyzeDiagnostic::getPolicyName)
          .doesNotContain("SPOF-DATABASE");

      List<CompletableFuture<List<AnalyzeDiagnostic>>> answers = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        AnalyzeStackRequest stack = stacks.get(i % stacks.size());
        answers.add(
            CompletableFuture.supplyAsync(
                () -> pack.calls().analyzeStack(stack).getDiagnosticsList(), callers));
      }

      for (int i = 0; i < AT_ONCE; i++) {
        assertThat(answers.get(i).get()).isEqualTo(alone.get(i % stacks.size()));
      }
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void a_pack_without_memory_judges_nothing_and_says_so() throws Exception {
    AnalyzeStackRequest large = large();
    try (PackProcess pack = new PackProcess(folder, "-Xmx24m")) {
      AnalyzerBlockingStub engine = pack.calls();

      assertThatThrownBy(() -> engine.analyzeStack(large))
          .isInstanceOf(StatusRuntimeException.class);
    }
  }

  @Test
  void a_pack_that_is_killed_gives_an_error_and_no_answer() throws Exception {
    AnalyzeStackRequest large = large();
    try (PackProcess pack = new PackProcess(folder)) {
      AnalyzerBlockingStub engine = pack.calls();
      engine.analyzeStack(stacks().get(1));
      CompletableFuture<?> answer = CompletableFuture.supplyAsync(() -> engine.analyzeStack(large));
      Thread.sleep(200);
      assertThat(answer).isNotDone();

      pack.kill();

      assertThatThrownBy(answer::get).hasCauseInstanceOf(StatusRuntimeException.class);
    }
  }

  private static List<AnalyzeStackRequest> stacks() throws Exception {
    List<AnalyzeStackRequest> requests = new ArrayList<>();
    for (String name :
        List.of(
            "ladder/1-single-server",
            "ladder/8-no-single-point-of-failure",
            "ladder/6-several-zones")) {
      requests.add(new RecordedEngine(StackFolder.named(name).recorded()).stack());
    }
    return requests;
  }

  private static AnalyzeStackRequest large() throws Exception {
    List<Resource> resources =
        new ArrayList<>(StackFolder.named("ladder/1-single-server").recorded().resources());
    String type = "aws:sns/topic:Topic";
    for (int i = 0; i < 60_000; i++) {
      resources.add(
          new Resource(
              new Urn("urn:pulumi:dev::shop::" + type + "::topic-" + i),
              true,
              type,
              Optional.empty(),
              Map.of("name", Value.of("topic-" + i)),
              Map.of(),
              Optional.empty(),
              Optional.empty(),
              Set.of(),
              Map.of()));
    }
    return new RecordedEngine(new Stack("shop", "dev", Stack.Source.ENGINE, resources)).stack();
  }
}
