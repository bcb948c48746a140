package dev.cutset.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.policy.PolicyCatalog;
import dev.cutset.policy.PolicyInfo;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever writes Terraform is shown Terraform, and whoever writes programs is shown Java. */
class PolicyPageTest {
  private static final PolicyCatalog CATALOG = PolicyCatalog.bundled();

  static List<PolicyInfo> policies() {
    return CATALOG.policies();
  }

  @ParameterizedTest
  @MethodSource("policies")
  void each_example_is_in_the_language_of_the_author(PolicyInfo policy) {
    String page = CATALOG.page(policy);

    assertThat(PolicyPage.of(page, true))
        .contains("## Avoid\n\n```hcl\n", "## Prefer\n\n```hcl\n", "## Why\n")
        .doesNotContain("```java");
    assertThat(PolicyPage.of(page, false))
        .contains("## Avoid\n\n```java\n", "## Prefer\n\n```java\n", "## Why\n")
        .doesNotContain("```hcl");
  }

  @Test
  void an_example_in_one_language_is_left_to_everybody() {
    String page = "# OWN\n\n```java\nnew Own();\n```\n\n```yaml\nown: true\n```\n";

    assertThat(PolicyPage.of(page, true)).isEqualTo(page);
    assertThat(PolicyPage.of(page, false)).isEqualTo(page);
  }
}
