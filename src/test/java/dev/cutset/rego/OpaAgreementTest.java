package dev.cutset.rego;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and evaluates the committed cases again, with the {@code opa} on PATH. */
class OpaAgreementTest {
  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> opa_still_makes_the_same_plan_and_the_same_values() {
    Optional<OpaTool> opa = OpaTool.onPath();
    if (!"true".equals(System.getenv("CUTSET_REQUIRE_TOOLS"))) {
      Assumptions.assumeTrue(opa.isPresent(), "skipped: there is no opa on PATH");
    }
    OpaTool tool = opa.orElseThrow(() -> new AssertionError("there is no opa on PATH"));
    return GoldenCase.all().stream()
        .map(golden -> DynamicTest.dynamicTest(golden.name(), () -> check(tool, golden)));
  }

  private void check(OpaTool opa, GoldenCase golden) {
    Path bundle = folder.resolve(golden.name() + ".tar.gz").toAbsolutePath();
    OpaTool.Outcome built =
        opa.run(
            folder,
            golden.folder(),
            List.of("build", "-t", "plan", "--ignore", "*.json", "-o", bundle.toString(), "."));
    assertThat(built.err()).isEmpty();
    byte[] json = OpaTool.planOf(bundle);
    assertThat(json).as("the committed plan").isEqualTo(golden.bytes("plan.json"));
    Plan plan = Plan.read(json);
    RegoValue values = golden.evaluate(plan);
    for (String entryPoint : plan.entryPoints()) {
      RegoValue mine = ((RegoObject) values).get(entryPoint);
      assertThat(Optional.ofNullable(mine)).as(entryPoint).isEqualTo(ask(opa, golden, entryPoint));
    }
  }

  private Optional<RegoValue> ask(OpaTool opa, GoldenCase golden, String entryPoint) {
    List<String> arguments =
        new ArrayList<>(List.of("eval", "-f", "json", "-i", "input.json", "-d", "data.json"));
    golden.policies().forEach(policy -> arguments.addAll(List.of("-d", policy)));
    arguments.add("data." + entryPoint.replace('/', '.'));
    OpaTool.Outcome outcome = opa.run(folder, golden.folder(), arguments);
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    RegoObject answer = (RegoObject) RegoValue.parse(outcome.out());
    if (!(answer.get("result") instanceof RegoArray solutions)) {
      return Optional.empty();
    }
    RegoValue expressions = ((RegoObject) solutions.at(0)).get("expressions");
    return expressions instanceof RegoArray list
        ? Optional.ofNullable(((RegoObject) list.at(0)).get("value"))
        : Optional.empty();
  }
}
