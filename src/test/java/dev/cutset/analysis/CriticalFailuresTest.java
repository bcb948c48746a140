package dev.cutset.analysis;

import static dev.cutset.analysis.Sketch.WEST_A;
import static dev.cutset.analysis.Sketch.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Completion;
import org.junit.jupiter.api.Test;

class CriticalFailuresTest {

  /** Each server takes down all before it, so that the answer is as long as the square of them. */
  private static Architecture chain(int length) {
    Sketch sketch = new Sketch().single("s0", WEST_A);
    for (int i = 1; i < length; i++) {
      sketch = sketch.single("s" + i, WEST_A, on("s" + (i - 1)));
    }
    return sketch.entry("shop", on("s" + (length - 1))).architecture();
  }

  private static CriticalFailures solve(Architecture architecture, int most) {
    FailureRegistry failures = new FailureRegistry();
    DeathSets deaths = new DeathSets(architecture, Completion.KINDEST, failures);
    Graph graph = new Graph(architecture, deaths);
    return new CriticalFailures(graph, failures.size(), deaths::standIn, most);
  }

  @Test
  void a_chain_that_no_memory_holds_is_refused() {
    assertThatThrownBy(() -> solve(chain(100), 1_000))
        .isInstanceOf(TooEntangledException.class)
        .hasMessageStartingWith(
            "the parts of this stack that single failures take down are more than 1,000,");
  }

  @Test
  void a_chain_that_memory_holds_is_solved() {
    assertThat(solve(chain(100), 20_000)).isNotNull();
  }
}
