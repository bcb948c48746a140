package dev.cutset.rego;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code opa} on PATH says that it has is here too. */
class OpaBuiltinsTest {
  private static final List<String> REACHING_OUTSIDE =
      List.of("http.send", "net.lookup_ip_addr", "opa.runtime", "rego.parse_module");

  /** What {@code opa build} makes something else of, so that no plan has it. */
  private static final List<String> NEVER_IN_PLANS =
      List.of("assign", "internal.test_case", "print", "rego.metadata.chain", "rego.metadata.rule");

  @TempDir Path folder;

  @Test
  void only_builtins_that_reach_outside_are_missing() {
    Optional<OpaTool> opa = OpaTool.onPath();
    Assumptions.assumeTrue(opa.isPresent(), "skipped: there is no opa on PATH");
    OpaTool.Outcome said =
        opa.orElseThrow().run(folder, folder, List.of("capabilities", "--current"));
    RegoObject capabilities = (RegoObject) RegoValue.parse(said.out());
    RegoArray builtins = (RegoArray) capabilities.get("builtins");
    TreeSet<String> missing = new TreeSet<>();
    for (RegoValue builtin : builtins) {
      String name = ((RegoString) ((RegoObject) builtin).get("name")).value();
      if (Builtins.standard().find(name) == null) {
        missing.add(name);
      }
    }
    assertThat(builtins.size()).isGreaterThan(200);
    missing.removeAll(NEVER_IN_PLANS);
    assertThat(missing).containsExactlyElementsOf(REACHING_OUTSIDE);
  }
}
