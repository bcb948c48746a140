package dev.cutset.pulumi.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cutset.StackFolder;
import dev.cutset.stack.Stack;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first step of the ladder, as a user has it: a Maven project. */
class MavenBuildTest {
  private static final StackFolder STEP = StackFolder.named("ladder/1-single-server");
  private static final String BUILDING = "building the program with Maven";

  @TempDir private Path folder;
  private final List<String> progress = new ArrayList<>();
  private final List<String> screen = new ArrayList<>();

  @BeforeEach
  void needMaven() {
    boolean there =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(place -> Files.isExecutable(Path.of(place, "mvn")));
    assumeTrue(there, "skipped: no `mvn` on PATH");
  }

  @Test
  void a_program_is_built_when_something_changed_and_only_then() throws Exception {
    Path copy = STEP.copyTo(folder);

    Stack first = run(copy);
    assertThat(Comparison.differences(first, STEP.recorded())).isEmpty();
    assertThat(progress).containsExactly(BUILDING);

    assertThat(run(copy)).isEqualTo(first);
    assertThat(progress).hasSize(1);

    Path app = copy.resolve("src/main/java/shop/App.java");
    Files.writeString(app, Files.readString(app).replace("\"t3.small\"", "\"t3.large\""));
    Files.setLastModifiedTime(app, FileTime.from(Instant.now().plusSeconds(2)));
    assertThat(Comparison.differences(run(copy), first))
        .singleElement()
        .asString()
        .contains("instanceType", "t3.large", "t3.small");
    assertThat(progress).hasSize(2);

    Files.writeString(app, "no Java");
    assertThatThrownBy(() -> run(copy)).hasMessageStartingWith("Maven could not build the program");
    assertThat(String.join("\n", screen)).contains("App.java");
  }

  @Test
  void where_somebody_else_builds_it_runs_as_it_is_built_or_not_at_all() throws Exception {
    Path copy = STEP.copyTo(folder);
    ProgramRequest asBuilt = new ProgramRequest(copy, Optional.empty(), Map.of()).withoutBuild();
    ProgramHost silent = ProgramHost.silent(System.getenv());

    assertThatThrownBy(() -> silent.run(asBuilt))
        .isInstanceOf(ProgramException.NotBuilt.class)
        .hasMessageContaining("is not built yet");

    Stack built = run(copy);
    assertThat(silent.run(asBuilt)).isEqualTo(built);

    Path app = copy.resolve("src/main/java/shop/App.java");
    Files.setLastModifiedTime(app, FileTime.from(Instant.now().plusSeconds(2)));
    assertThatThrownBy(() -> silent.run(asBuilt))
        .isInstanceOf(ProgramException.NotBuilt.class)
        .hasMessageContaining("was changed since it was built");
  }

  private Stack run(Path project) throws ProgramException {
    return new ProgramHost(System.getenv(), progress::add, screen::add)
        .run(new ProgramRequest(project, Optional.empty(), Map.of()));
  }
}
