package dev.cutset.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyPackerTest {
  private static final Path SOURCES = Path.of("src/main/resources/dev/cutset/policy");

  @TempDir Path classes;

  @Test
  void the_build_has_packed_the_policies_as_they_are_now() throws IOException {
    Path folder = Files.createDirectories(classes.resolve("dev/cutset/policy"));
    Files.copy(SOURCES.resolve("plan.json"), folder.resolve("plan.json"));
    PolicyPacker.main(new String[] {classes.toString()});
    try (var built = Objects.requireNonNull(Judge.class.getResourceAsStream(Judge.PLAN))) {
      assertThat(Files.readAllBytes(folder.resolve(Judge.PLAN))).isEqualTo(built.readAllBytes());
    }
  }
}
