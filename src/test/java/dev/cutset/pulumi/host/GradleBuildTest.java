package dev.cutset.pulumi.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cutset.stack.Stack;
import dev.cutset.stack.Value;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that Gradle builds, as one project of two. */
@Tag("programs")
class GradleBuildTest {
  private static final String BUILDING = "building the program with Gradle";
  private static final String MAIN = "app/src/main/java/shop/App.java";

  @TempDir private Path folder;
  private final List<String> progress = new ArrayList<>();
  private final List<String> screen = new ArrayList<>();

  @BeforeEach
  void makeProject() throws IOException {
    file("settings.gradle", "rootProject.name = 'shop'\ninclude 'app', 'lib'\n");
    file(
        "lib/build.gradle",
        "apply plugin: 'java-library'\n"
            + "dependencies { implementation files("
            + classPath()
            + ") }\n");
    file(
        "lib/src/main/java/shop/Network.java",
        """
        package shop;
        public class Network {
          public static String block() { return "10.0.0.0/16"; }
        }
        """);
    file(
        "app/build.gradle",
        "apply plugin: 'application'\nmainClassName = 'shop.App'\n"
            + "dependencies {\n  implementation project(':lib')\n"
            + "  implementation files("
            + classPath()
            + ")\n}\n");
    file("app/Pulumi.yaml", "name: shop\nruntime: java\n");
    file(
        MAIN,
        """
        package shop;
        import com.pulumi.Pulumi;
        import com.pulumi.aws.ec2.*;
        public class App {
          public static void main(String[] args) {
            Pulumi.run(context -> {
              new Vpc("vpc", VpcArgs.builder().cidrBlock(Network.block()).build());
            });
          }
        }
        """);
  }

  @Test
  void gradle_builds_it_with_what_it_needs_and_only_when_something_changed() throws Exception {
    boolean there =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(place -> Files.isExecutable(Path.of(place, "gradle")));
    assumeTrue(there, "skipped: no `gradle` on PATH");
    ProgramRequest asBuilt = request().withoutBuild();
    assertThatThrownBy(() -> host().run(asBuilt)).isInstanceOf(ProgramException.NotBuilt.class);

    Stack first = run();

    assertThat(block(first)).isEqualTo(Value.of("10.0.0.0/16"));
    assertThat(run()).isEqualTo(first);
    assertThat(host().run(asBuilt)).isEqualTo(first);
    assertThat(progress).containsExactly(BUILDING);

    Path network = folder.resolve("lib/src/main/java/shop/Network.java");
    Files.writeString(network, Files.readString(network).replace("10.0", "10.9"));
    Files.setLastModifiedTime(network, FileTime.from(Instant.now().plusSeconds(2)));
    assertThatThrownBy(() -> host().run(asBuilt))
        .isInstanceOf(ProgramException.NotBuilt.class)
        .hasMessageContaining("was changed since it was built");
    assertThat(block(run())).isEqualTo(Value.of("10.9.0.0/16"));

    file(MAIN, "no Java");
    Files.setLastModifiedTime(folder.resolve(MAIN), FileTime.from(Instant.now().plusSeconds(4)));
    assertThatThrownBy(this::run).hasMessageStartingWith("Gradle could not build the program in");
    assertThat(String.join("\n", screen)).contains("App.java");
  }

  @Test
  void the_wrapper_at_the_root_is_asked_how_to_start_the_program() throws Exception {
    SmallJar.make(
        folder.resolve("app.jar"),
        folder.resolve("classes"),
        "shop.App",
        Files.readString(folder.resolve(MAIN)).replace("Network.block()", "\"10.1.0.0/16\""));
    wrapper("shop.App\\n" + folder.resolve("app.jar") + "\\n");

    assertThat(block(run())).isEqualTo(Value.of("10.1.0.0/16"));
    assertThat(block(run())).isEqualTo(Value.of("10.1.0.0/16"));

    Path asked = folder.resolve("asked");
    assertThat(Files.readAllLines(asked)).hasSize(1);
    assertThat(Files.readString(asked))
        .contains("cutsetLaunch", "-Dcutset.folder=" + folder.resolve("app"), "--no-daemon");
    assertThat(progress).containsExactly(BUILDING);

    Path build = folder.resolve("lib/build.gradle");
    Files.setLastModifiedTime(build, FileTime.from(Instant.now().plusSeconds(2)));
    run();
    assertThat(Files.readAllLines(asked)).hasSize(2);
  }

  @Test
  void a_build_that_names_no_main_class_or_fails_is_refused() throws Exception {
    wrapper("\\n" + folder.resolve("app.jar") + "\\n");
    assertThatThrownBy(this::run)
        .hasMessageContaining("does not say which class to run")
        .hasMessageContaining("`application`");

    script("echo 'Plugin not found' >&2\nexit 1");
    assertThatThrownBy(this::run).hasMessageStartingWith("Gradle could not build the program in");
    assertThat(screen).containsExactly("Plugin not found");
  }

  /** Obeys the script of Cutset as Gradle does, and says what it is told to say. */
  private void wrapper(String answer) throws IOException {
    script(
        """
        for argument in "$@"; do
          case "$argument" in
            -Dcutset.launch=*) launch="${argument#*=}" ;;
            *.gradle) grep -q cutsetLaunch "$argument" || exit 3 ;;
          esac
        done
        echo "$@" >> ../asked
        mkdir -p "$(dirname "$launch")"
        printf '%s' > "$launch"
        """
            .replace("%s", answer));
  }

  private void script(String content) throws IOException {
    file("gradlew", "#!/bin/sh\n" + content);
    assertThat(folder.resolve("gradlew").toFile().setExecutable(true)).isTrue();
  }

  private static String classPath() {
    return Arrays.stream(SmallJar.CLASS_PATH.split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .map(entry -> "'" + entry + "'")
        .collect(Collectors.joining(", "));
  }

  private void file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static Value block(Stack stack) {
    return stack.resources().stream()
        .filter(resource -> resource.name().equals("vpc"))
        .flatMap(resource -> resource.property("cidrBlock").stream())
        .findFirst()
        .orElseThrow();
  }

  private Stack run() throws ProgramException {
    return host().run(request());
  }

  private ProgramHost host() {
    return new ProgramHost(System.getenv(), this::note, screen::add);
  }

  private ProgramRequest request() {
    return new ProgramRequest(folder.resolve("app"), Optional.empty(), Map.of());
  }

  /** Keeps what is said of builds; that the program runs is said each time. */
  private void note(String text) {
    if (!text.startsWith("running ")) {
      progress.add(text);
    }
  }
}
