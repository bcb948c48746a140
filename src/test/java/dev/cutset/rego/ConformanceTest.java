package dev.cutset.rego;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.rego.ConformanceRun.End;
import dev.cutset.rego.ConformanceRun.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs OPA's own cases, which are not committed here.
 *
 * <p>{@code CUTSET_OPA_CASES}, a system property or an environment variable, names the folder
 * {@code v1/test/cases/testdata} of the OPA Go module; {@code opa} must be on PATH.
 */
@Tag("conformance")
class ConformanceTest {
  @TempDir Path folder;

  @Test
  void every_case_of_the_present_syntax_that_has_a_plan_passes() {
    check("v1", false);
  }

  @Test
  void every_case_of_the_old_syntax_that_has_a_plan_passes() {
    check("v0", true);
  }

  private void check(String version, boolean oldSyntax) {
    String cases = setting();
    Assumptions.assumeTrue(cases != null, "skipped: CUTSET_OPA_CASES is not set");
    Optional<OpaTool> opa = OpaTool.onPath();
    Assumptions.assumeTrue(opa.isPresent(), "skipped: there is no opa on PATH");
    ConformanceRun run = new ConformanceRun(opa.orElseThrow(), folder, oldSyntax);
    List<Verdict> verdicts =
        ConformanceCase.readAll(Path.of(cases, version)).parallelStream().map(run::run).toList();
    print(version, verdicts);
    assertThat(verdicts).hasSizeGreaterThan(1_000);
    assertThat(verdicts.stream().filter(v -> v.end() == End.FAILED))
        .extracting(verdict -> verdict.subject().note() + ": " + verdict.reason())
        .isEmpty();
  }

  private static @Nullable String setting() {
    String property = System.getProperty("CUTSET_OPA_CASES");
    return property != null ? property : System.getenv("CUTSET_OPA_CASES");
  }

  private static void print(String version, List<Verdict> verdicts) {
    Map<String, List<Verdict>> groups =
        verdicts.stream()
            .collect(
                Collectors.groupingBy(v -> v.subject().group(), TreeMap::new, Collectors.toList()));
    groups.forEach((group, all) -> System.out.println(version + "/" + group + ": " + line(all)));
    System.out.println(version + " in all: " + line(verdicts));
    verdicts.stream()
        .filter(v -> v.end() == End.SKIPPED)
        .collect(Collectors.groupingBy(Verdict::reason, TreeMap::new, Collectors.counting()))
        .forEach(
            (reason, count) -> System.out.println(version + " skipped " + count + ": " + reason));
  }

  private static String line(List<Verdict> verdicts) {
    return count(verdicts, End.PASSED)
        + " passed, "
        + count(verdicts, End.FAILED)
        + " failed, "
        + count(verdicts, End.SKIPPED)
        + " skipped";
  }

  private static long count(List<Verdict> verdicts, End end) {
    return verdicts.stream().filter(verdict -> verdict.end() == end).count();
  }
}
