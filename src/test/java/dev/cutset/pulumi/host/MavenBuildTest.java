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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first step of the ladder, as a user has it: a Maven project. */
@Tag("programs")
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
    assertThat(String.join("\n", screen)).contains("App.java").doesNotContain("Re-run Maven");
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

  @Test
  void a_module_is_built_with_the_modules_that_it_needs() throws Exception {
    Path app = modules(STEP.copyTo(folder));
    ProgramRequest asBuilt = new ProgramRequest(app, Optional.empty(), Map.of()).withoutBuild();

    Stack first = run(app);

    assertThat(Comparison.differences(first, STEP.recorded())).isEmpty();
    assertThat(run(app)).isEqualTo(first);
    assertThat(ProgramHost.silent(System.getenv()).run(asBuilt)).isEqualTo(first);
    assertThat(progress).containsExactly(BUILDING);

    Path sizes = app.resolveSibling("sizes/src/main/java/shop/Sizes.java");
    Files.writeString(sizes, Files.readString(sizes).replace("t3.small", "t3.large"));
    Files.setLastModifiedTime(sizes, FileTime.from(Instant.now().plusSeconds(2)));
    assertThatThrownBy(() -> ProgramHost.silent(System.getenv()).run(asBuilt))
        .isInstanceOf(ProgramException.NotBuilt.class);
    assertThat(Comparison.differences(run(app), first))
        .singleElement()
        .asString()
        .contains("t3.large", "t3.small");
    assertThat(progress).hasSize(2);
  }

  /** A reactor of two, in which the program takes a size from the other module. */
  private Path modules(Path app) throws Exception {
    String head =
        "<project xmlns=\"http://maven.apache.org/POM/4.0.0\"><modelVersion>4.0.0</modelVersion>"
            + "<groupId>shop</groupId><version>1</version>";
    Files.writeString(
        folder.resolve("pom.xml"),
        head
            + "<artifactId>all</artifactId><packaging>pom</packaging><modules>"
            + "<module>sizes</module><module>"
            + app.getFileName()
            + "</module></modules></project>");
    Path source = folder.resolve("sizes/src/main/java/shop/Sizes.java");
    Files.createDirectories(source.getParent());
    Files.writeString(
        source, "package shop; public class Sizes { public static String SMALL = \"t3.small\"; }");
    Files.writeString(
        folder.resolve("sizes/pom.xml"),
        head
            + "<artifactId>sizes</artifactId><properties>"
            + "<maven.compiler.release>17</maven.compiler.release></properties><build><plugins>"
            + "<plugin><artifactId>maven-compiler-plugin</artifactId><version>3.14.0</version>"
            + "</plugin></plugins></build></project>");
    Path pom = app.resolve("pom.xml");
    Files.writeString(
        pom,
        Files.readString(pom)
            .replace(
                "<dependencies>",
                "<dependencies><dependency><groupId>shop</groupId><artifactId>sizes</artifactId>"
                    + "<version>1</version></dependency>"));
    Path program = app.resolve("src/main/java/shop/App.java");
    Files.writeString(program, Files.readString(program).replace("\"t3.small\"", "Sizes.SMALL"));
    return app;
  }

  private Stack run(Path project) throws ProgramException {
    return new ProgramHost(System.getenv(), this::note, screen::add)
        .run(new ProgramRequest(project, Optional.empty(), Map.of()));
  }

  /** Keeps what is said of builds; that the program runs is said each time. */
  private void note(String text) {
    if (!text.startsWith("running ")) {
      progress.add(text);
    }
  }
}
