package dev.cutset.pulumi.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.StackFolder;
import dev.cutset.catalog.Scope;
import dev.cutset.catalog.Software;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.config.Configuration;
import dev.cutset.gate.Gate;
import dev.cutset.policy.Judge;
import dev.cutset.stack.Stack;
import dev.cutset.template.NewProject;
import dev.cutset.template.TemplateLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The embedded host sees in the copy of a template what the real engine saw in the template, and
 * the verdict is the same.
 */
@Tag("programs")
class StackProgramsTest {
  private static final YamlCatalog CATALOG = YamlCatalog.bundled();
  private static final Gate GATE = new Gate(CATALOG, Software.all(), Judge.bundled());

  @TempDir private Path place;

  static List<StackFolder> stacks() throws IOException {
    return StackFolder.all();
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void a_copy_declares_what_the_real_engine_previewed(StackFolder folder) throws Exception {
    Configuration configuration = folder.configuration();
    Stack declared = declared(copy(folder));

    assertThat(Comparison.differences(declared, folder.recorded())).isEmpty();
    assertThat(verdict(declared, configuration))
        .isEqualTo(verdict(folder.recorded(), configuration));
  }

  private Path copy(StackFolder folder) throws Exception {
    try (TemplateLibrary library = TemplateLibrary.open()) {
      NewProject project = new NewProject(place.resolve("copy"), folder.recorded().project());
      project.copy(library.find(folder.name()).orElseThrow());
      return project.folder();
    }
  }

  private static Stack declared(Path project) throws ProgramException {
    List<String> said = new ArrayList<>();
    try {
      return new ProgramHost(System.getenv(), said::add, said::add)
          .run(new ProgramRequest(project, Optional.empty(), Map.of()));
    } catch (ProgramException e) {
      throw new AssertionError(String.join("\n", said), e);
    }
  }

  private static List<String> verdict(Stack stack, Configuration configuration) {
    return GATE
        .inspect(stack, configuration.withTarget(Scope.PROVIDER))
        .judgement()
        .findings()
        .stream()
        .map(
            f ->
                f.policy()
                    + " "
                    + f.scope()
                    + " "
                    + f.verdict()
                    + " "
                    + f.resources()
                    + " "
                    + f.title())
        .sorted()
        .toList();
  }
}
