package dev.cutset.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.config.FiguresTarget;
import dev.cutset.config.PricesTarget;
import dev.cutset.policy.own.RegoTarget;
import dev.cutset.pulumi.host.ProjectTarget;
import dev.cutset.pulumi.pack.AnalyzerTarget;
import dev.cutset.rego.SignatureTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every input that the search for others begins with, and every one that it found, is read or
 * refused. A folder a target: what begins with {@code found-} broke something once.
 */
class KeptInputsTest {
  private static final Path KEPT = Path.of("src/test/resources/fuzz");
  private static final Map<String, Target> TARGETS =
      Map.ofEntries(
          Map.entry("analyzer", AnalyzerTarget::fuzzerTestOneInput),
          Map.entry("bundle", BundleTarget::fuzzerTestOneInput),
          Map.entry("configuration", ConfigurationTarget::fuzzerTestOneInput),
          Map.entry("figures", FiguresTarget::fuzzerTestOneInput),
          Map.entry("plan", PlanTarget::fuzzerTestOneInput),
          Map.entry("prices", PricesTarget::fuzzerTestOneInput),
          Map.entry("project", ProjectTarget::fuzzerTestOneInput),
          Map.entry("rego", RegoTarget::fuzzerTestOneInput),
          Map.entry("signature", SignatureTarget::fuzzerTestOneInput),
          Map.entry("stack", StackTarget::fuzzerTestOneInput),
          Map.entry("verdict", VerdictTarget::fuzzerTestOneInput));

  /** What an input is given to. */
  @FunctionalInterface
  private interface Target {
    void take(byte[] input) throws Exception;
  }

  static List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.walk(KEPT)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("kept")
  @Timeout(10)
  void it_is_read_or_refused(Path input) throws Exception {
    Target target = TARGETS.get(KEPT.relativize(input).getName(0).toString());
    assertThat(target).as("the target of %s", input).isNotNull();
    target.take(Files.readAllBytes(input));
  }

  @Test
  void each_target_has_inputs_to_begin_with() throws IOException {
    for (String target : TARGETS.keySet()) {
      assertThat(KEPT.resolve(target)).isNotEmptyDirectory();
    }
  }
}
