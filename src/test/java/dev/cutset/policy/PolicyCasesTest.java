package dev.cutset.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.analysis.Analysis;
import dev.cutset.analysis.FactsBuilder;
import dev.cutset.architecture.Completion;
import dev.cutset.architecture.Hints;
import dev.cutset.architecture.builder.ArchitectureBuilder;
import dev.cutset.catalog.Scope;
import dev.cutset.catalog.Software;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.source.StackReader;
import dev.cutset.stack.Stack;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of each policy, from the preview to the finding. */
class PolicyCasesTest {
  private static final YamlCatalog CATALOG = YamlCatalog.bundled();
  private static final Judge JUDGE = Judge.bundled();

  static Stream<PolicyInfo> policies() {
    return PolicyCatalog.bundled().policies().stream();
  }

  @ParameterizedTest
  @MethodSource("policies")
  void x(PolicyInfo policy) throws Exception {
    for (String kind : List.of("fails", "passes")) {
      System.out.println("== " + policy.name() + " " + kind);
      for (Finding f : findings(policy, kind)) {
        System.out.println(
            f.policy() + " " + f.verdict() + " " + f.scope() + " " + f.enforcement() + " "
                + f.severity() + " " + f.resources().stream().map(u -> u.name()).toList()
                + "\n    " + f.title() + "\n    " + f.message() + "\n    " + f.fix());
      }
    }
  }

  private static List<Finding> findings(PolicyInfo policy, String kind) throws Exception {
    Path file = Path.of("policies", policy.name(), "cases", kind + ".json");
    Stack stack = new StackReader(CATALOG, CATALOG).read(file);
    ArchitectureBuilder builder =
        new ArchitectureBuilder(CATALOG, Software.all(), Hints.NONE);
    Analysis analysis =
        new Analysis(
            builder.build(stack, Completion.KINDEST), builder.build(stack, Completion.HARSHEST));
    return JUDGE.judge(new FactsBuilder(analysis, Scope.ZONE).facts(), Settings.NONE);
  }
}
