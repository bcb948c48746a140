package dev.cutset.pulumi.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.catalog.Scope;
import dev.cutset.catalog.Software;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.config.Configuration;
import dev.cutset.gate.Gate;
import dev.cutset.policy.Judge;
import dev.cutset.stack.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The embedded host sees what the real engine sees, and the verdict is the same. */
@Tag("programs")
class LadderProgramsTest {
  private static final YamlCatalog CATALOG = YamlCatalog.bundled();
  private static final Gate GATE = new Gate(CATALOG, Software.all(), Judge.bundled());

  @TempDir private Path folder;

  static List<Path> steps() throws IOException {
    return Ladder.steps();
  }

  @ParameterizedTest
  @MethodSource("steps")
  void a_program_declares_what_the_real_engine_previewed(Path step) throws Exception {
    Stack declared = Ladder.declared(step, folder);

    assertThat(Comparison.differences(declared, Ladder.recorded(step))).isEmpty();
    assertThat(verdict(declared)).isEqualTo(verdict(Ladder.recorded(step)));
  }

  private static List<String> verdict(Stack stack) {
    return GATE
        .inspect(stack, Configuration.EMPTY.withTarget(Scope.PROVIDER))
        .judgement()
        .findings()
        .stream()
        .map(
            f ->
                f.policy()
                    + " "
                    + f.scope()
                    + " "
                    + f.verdict()
                    + " "
                    + f.resources()
                    + " "
                    + f.title())
        .sorted()
        .toList();
  }
}
