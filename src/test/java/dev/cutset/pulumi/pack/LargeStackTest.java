package dev.cutset.pulumi.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.StackFolder;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;

/** What a policy pack has to bear: a very large stack, and very many calls. */
class LargeStackTest {
  private static final int RESOURCES = 50_000;
  private static final int WARM_UP = 20;
  private static final int CALLS = 300;

  @Test
  void a_stack_of_fifty_thousand_resources_passes_the_limits() throws Exception {
    List<Resource> resources =
        new ArrayList<>(StackFolder.named("ladder/1-single-server").recorded().resources());
    String text = "x".repeat(200);
    for (int i = resources.size(); i < RESOURCES; i++) {
      resources.add(topic(i, text));
    }
    AnalyzeStackRequest request =
        new RecordedEngine(new Stack("shop", "dev", Stack.Source.ENGINE, resources)).stack();
    assertThat(request.getSerializedSize()).as("a usual limit").isGreaterThan(16 << 20);
    try (ServedPack pack = ServedPack.bundled()) {
      resetPeaks();
      long begin = System.nanoTime();

      List<AnalyzeDiagnostic> found = pack.engine.analyzeStack(request).getDiagnosticsList();

      System.out.printf(
          "%d resources in a message of %d MB: %d ms, at most %d MB of heap with the sender's%n",
          RESOURCES,
          request.getSerializedSize() >> 20,
          (System.nanoTime() - begin) / 1_000_000,
          peak() >> 20);
      assertThat(found).extracting(AnalyzeDiagnostic::getPolicyName).contains("SPOF-DATABASE");
    }
  }

  @Test
  void hundreds_of_calls_leave_no_thread_behind_and_are_answered_alike() throws Exception {
    AnalyzeStackRequest request =
        new RecordedEngine(StackFolder.named("ladder/1-single-server").recorded()).stack();
    try (ServedPack pack = ServedPack.bundled()) {
      List<AnalyzeDiagnostic> first = pack.engine.analyzeStack(request).getDiagnosticsList();
      for (int i = 0; i < WARM_UP; i++) {
        pack.engine.analyzeStack(request);
      }
      int before = threads();
      for (int i = 0; i < CALLS; i++) {
        assertThat(pack.engine.analyzeStack(request).getDiagnosticsList()).isEqualTo(first);
      }

      // Those that answer may overlap with those that end.
      assertThat(threads()).isLessThanOrEqualTo(before + 3);
      assertThat(pack.log.debug).as("it said so once for each").hasSize(1 + WARM_UP + CALLS);
    }
  }

  private static int threads() {
    return ManagementFactory.getThreadMXBean().getThreadCount();
  }

  private static void resetPeaks() {
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  /** More than was there at any one time: pools do not have their peaks at once. */
  private static long peak() {
    return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }

  private static List<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static Resource topic(int number, String text) {
    String name = "topic-" + number;
    String type = "aws:sns/topic:Topic";
    return new Resource(
        new Urn("urn:pulumi:dev::shop::" + type + "::" + name),
        true,
        type,
        Optional.empty(),
        Map.of("name", Value.of(name), "displayName", Value.of(text)),
        Map.of(),
        Optional.empty(),
        Optional.of(new Urn("urn:pulumi:dev::shop::pulumi:providers:aws::default")),
        Set.of(),
        Map.of());
  }
}
