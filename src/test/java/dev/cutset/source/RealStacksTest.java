package dev.cutset.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.stack.Interest;
import dev.cutset.stack.Naming;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads every stack of a folder that nobody here wrote, when CUTSET_REAL_STACKS names one; with
 * CUTSET_REAL_STACKS_OUT it also writes what was read there, for a look.
 */
@EnabledIfEnvironmentVariable(named = "CUTSET_REAL_STACKS", matches = ".+")
class RealStacksTest {

  static Stream<Path> files() throws Exception {
    try (Stream<Path> files = Files.walk(Path.of(System.getenv("CUTSET_REAL_STACKS")))) {
      return files.filter(f -> f.toString().endsWith(".json")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_real_stack_is_read_without_dangling_edges(Path file) throws Exception {
    Stack stack = new StackReader(Interest.everything(), Naming.none()).read(file);

    String out = System.getenv("CUTSET_REAL_STACKS_OUT");
    if (out != null) {
      Files.writeString(Path.of(out, file.getFileName() + ".txt"), StackText.of(stack));
    }
    assertThat(stack.resources()).isNotEmpty();
    if (stack.source() == Stack.Source.TERRAFORM_PLAN) {
      Set<Urn> known = new HashSet<>();
      stack.resources().forEach(r -> known.add(r.urn()));
      for (Resource resource : stack.resources()) {
        assertThat(known).containsAll(resource.dependencies());
        resource.propertyDependencies().values().forEach(d -> assertThat(known).containsAll(d));
        assertThat(resource.dependencies()).doesNotContain(resource.urn());
      }
    }
  }
}
