package dev.cutset.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the documentation says of the policies is what they say of themselves. */
class PolicyDocsTest {
  private static final Path DOCS = Path.of("docs/policies.md");

  @Test
  void the_table_is_what_the_policies_say_of_themselves() throws IOException {
    assertThat(Files.readAllLines(DOCS).stream().filter(line -> line.startsWith("| [SPOF-")))
        .containsExactlyElementsOf(
            PolicyCatalog.bundled().policies().stream().map(PolicyDocsTest::row).toList());
  }

  @Test
  void links_lead_somewhere() throws IOException {
    Matcher links = Pattern.compile("\\]\\(([^)]+)\\)").matcher(Files.readString(DOCS));
    int found = 0;
    while (links.find()) {
      assertThat(DOCS.resolveSibling(links.group(1))).exists();
      found++;
    }
    assertThat(found).isGreaterThan(17);
  }

  private static String row(PolicyInfo policy) {
    return "| [%s](../policies/%s/README.md) | %s | %s | %s | %s |"
        .formatted(
            policy.id(),
            policy.name(),
            policy.layer(),
            policy.description(),
            policy.severity().word(),
            policy.enforcement().word());
  }
}
