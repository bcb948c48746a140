package dev.cutset.rego;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class GoldenCasesTest {
  @TestFactory
  Stream<DynamicTest> a_committed_plan_gives_what_opa_gave() {
    return GoldenCase.all().stream()
        .map(
            golden ->
                DynamicTest.dynamicTest(
                    golden.name(),
                    () ->
                        assertThat(golden.evaluate(Plan.read(golden.bytes("plan.json"))))
                            .isEqualTo(golden.json("expected.json"))));
  }

  @Test
  void there_are_cases_and_each_is_complete() {
    assertThat(GoldenCase.all()).hasSizeGreaterThan(4);
    for (GoldenCase golden : GoldenCase.all()) {
      for (String file : List.of("policy.rego", "input.json", "data.json", "plan.json")) {
        assertThat(golden.folder().resolve(file)).exists();
      }
    }
  }
}
