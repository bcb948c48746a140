package dev.cutset.policy.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutset.policy.own.PolicyTests.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A team's tests of its own policies, which {@code opa} runs. */
class PolicyTestsTest {
  @TempDir private Path scratch;
  private Path folder;
  private Path policy;
  private Path tests;

  @BeforeEach
  void begin() throws Exception {
    RealOpa.required();
    folder = scratch.resolve("rules");
    new PolicyScaffold("ACME-DATABASE", folder).write();
    policy = folder.resolve("acme-database/policy.rego");
    tests = folder.resolve("acme-database/policy_test.rego");
  }

  private Result run() throws OwnPolicyException {
    return new PolicyTests(RealOpa.with(scratch)).run(folder);
  }

  private static void append(Path file, String text) throws IOException {
    Files.writeString(file, Files.readString(file) + text);
  }

  @Test
  void a_policy_that_was_just_begun_passes_its_tests() throws Exception {
    assertThat(run()).isEqualTo(new Result(true, "PASS: 4/4"));
  }

  @Test
  void a_test_that_fails_is_said_with_its_place() throws Exception {
    append(tests, "\ntest_that_cannot_pass if count(input.cuts) == 7\n");

    Result result = run();

    assertThat(result.passed()).isFalse();
    assertThat(result.said())
        .contains(tests + ":")
        .contains("test_that_cannot_pass: FAIL")
        .contains("PASS: 4/5");
  }

  @Test
  void a_property_that_no_policy_is_told_is_refused_before_any_test_runs() throws Exception {
    append(policy, "\nsomething if input.nonsense\n");

    Result result = run();

    assertThat(result.passed()).isFalse();
    assertThat(result.said()).contains(policy + ":").contains("nonsense").doesNotContain("PASS");
  }

  @Test
  void a_folder_without_tests_is_refused() throws Exception {
    Files.delete(tests);

    assertThatThrownBy(this::run)
        .isInstanceOf(OwnPolicyException.class)
        .hasMessage(
            "`%s` has no tests; write some into a file `policy_test.rego` beside a policy", folder);
  }

  @Test
  void without_the_tool_there_are_no_tests() {
    assertThatThrownBy(() -> new PolicyTests(RealOpa.without(scratch)).run(folder))
        .isInstanceOf(OwnPolicyException.class)
        .hasMessageStartingWith("there is no `opa` on PATH to run the tests");
  }
}
