package dev.cutset.pulumi.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.StackFolder;
import dev.cutset.pulumi.pack.RealPulumi.Project;
import dev.cutset.pulumi.pack.RealPulumi.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Updates that no preview went before, through the stock CLI. */
@Tag("pack")
class RealStrictTest {
  private static final String MAIN = "  public static void main(String[] args) {\n";

  /** The engine runs the program first; beside it, the pack's run of it fails. */
  private static final String FAILS_BESIDE =
      """
        public static void main(String[] args) throws Exception {
          if (!new java.io.File("first").createNewFile()) {
            System.exit(7);
          }
      """;

  @TempDir private Path home;
  private RealPulumi pulumi;
  private Path configuration;

  @BeforeEach
  void begin() throws Exception {
    pulumi = new RealPulumi(home);
    configuration = home.resolve("policies.json");
    Files.writeString(configuration, "{ \"UNJUDGED-UPDATE\": { \"strict\": true } }");
  }

  @AfterEach
  void end() {
    if (pulumi != null) {
      pulumi.close();
    }
  }

  @Test
  void a_fragile_stack_is_refused_before_anything_of_it_is_created() throws Exception {
    Project project = built("ladder/1-single-server");

    Run up = update(project);

    assertThat(up.exitCode()).as(up.output()).isNotZero();
    // Which resource comes first, and hears it, is not the same every time.
    assertThat(up.violations())
        .as(up.output())
        .extracting(line -> line.replaceFirst(" {2}\\(.*", ""))
        .containsExactlyInAnyOrder(
            "[mandatory] [severity: critical]  SPOF-APPLICATION-SERVER",
            "[mandatory] [severity: critical]  SPOF-DATABASE");
    assertThat(up.policies())
        .contains(
            "          `database` has no standby that takes over\n",
            "          fix:        set `multiAz(true)`\n",
            "          resource:   urn:pulumi:dev::shop::aws:rds/instance:Instance::database\n");
    assertThat(project.run("stack").output()).contains("No resources currently in this stack");
    assertThat(pulumi.leftBehind()).isEmpty();
  }

  @Test
  void a_resilient_stack_is_updated_and_judged_as_a_whole_after_it() throws Exception {
    Project project = built("ladder/8-no-single-point-of-failure");

    Run up = update(project);

    assertThat(up.exitCode()).as(up.output()).isZero();
    assertThat(up.output()).contains(" created");
    assertThat(up.violations()).allMatch(line -> line.startsWith("[advisory]"));
  }

  @Test
  void what_cannot_be_judged_beforehand_is_refused_too() throws Exception {
    Project project = pulumi.project(StackFolder.named("ladder/8-no-single-point-of-failure"));
    Path app = project.folder().resolve("src/main/java/shop/App.java");
    String source = Files.readString(app);
    assertThat(source).contains(MAIN);
    Files.writeString(app, source.replace(MAIN, FAILS_BESIDE));
    project.build();

    Run up = update(project);

    assertThat(up.exitCode()).as(up.output()).isNotZero();
    assertThat(up.policies())
        .contains(
            "[mandatory] [severity: high]  UNJUDGED-UPDATE  (pulumi:",
            "the program ended with exit code 7 beside the engine");
    assertThat(project.run("stack").output()).contains("No resources currently in this stack");
  }

  private Project built(String stack) throws IOException, InterruptedException {
    Project project = pulumi.project(StackFolder.named(stack));
    project.build();
    return project;
  }

  private Run update(Project project) throws IOException, InterruptedException {
    return project.up(
        "--skip-preview",
        "--policy-pack",
        RealPulumi.PACK.toString(),
        "--policy-pack-config",
        configuration.toString());
  }
}
