package dev.cutset.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cutset.analysis.Facts;
import dev.cutset.rego.Plan;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoValue;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed plan against the real {@code opa}. */
class OpaJudgesAlikeTest {
  private static Plan plan;

  @TempDir private Path scratch;

  @BeforeAll
  static void needsOpa() throws IOException {
    boolean there =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "opa")));
    if (!there && "true".equals(System.getenv("CUTSET_REQUIRE_TOOLS"))) {
      fail("CUTSET_REQUIRE_TOOLS is set and `opa` is not on the PATH");
    }
    assumeTrue(there, "skipped: `opa` is not on the PATH");
    try (InputStream json = Judge.class.getResourceAsStream("plan.json")) {
      plan = Plan.read(json);
    }
  }

  static Stream<Map.Entry<String, Facts>> facts() {
    return BundledPoliciesTest.found().entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("facts")
  void opa_finds_the_same_in_the_same_facts(Map.Entry<String, Facts> found) throws Exception {
    RegoValue input = FactsDocument.of(found.getValue());
    Path file = Files.writeString(scratch.resolve("input.json"), input.toJson());
    String answer =
        run(
            List.of(
                "opa",
                "eval",
                "--bundle",
                "policies",
                "--input",
                file.toString(),
                "--schema",
                "policies/schemas/input.json",
                "data.cutset.findings"));
    RegoObject result =
        (RegoObject) ((RegoArray) ((RegoObject) RegoValue.parse(answer)).get("result")).at(0);
    RegoValue expected = ((RegoObject) ((RegoArray) result.get("expressions")).at(0)).get("value");
    RegoValue ours = plan.evaluate("cutset/findings", input, RegoObject.EMPTY).orElseThrow();
    assertThat(RegoValue.parse(ours.toJson())).isEqualTo(expected);
    assertThat(((RegoArray) expected).size()).isEqualTo(1);
  }

  @Test
  void the_committed_plan_is_what_opa_makes_of_the_sources() throws Exception {
    assertThat(run(List.of("policies/build", "--check"))).contains("PASS");
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
