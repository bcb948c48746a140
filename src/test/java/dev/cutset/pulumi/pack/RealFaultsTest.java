package dev.cutset.pulumi.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.cutset.StackFolder;
import dev.cutset.pulumi.pack.RealPulumi.Project;
import dev.cutset.pulumi.pack.RealPulumi.Run;
import dev.cutset.pulumi.pack.RealPulumi.Started;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong around the policy pack: nothing passes then, and nothing stays. */
@Tag("pack")
class RealFaultsTest {
  /** Long enough for a busy machine; a test that fails waits this long, the others do not. */
  private static final Duration SECONDS = Duration.ofSeconds(20);

  private static final Duration START = Duration.ofMinutes(5);

  /** The engine runs the program first; beside it, the pack's run of it waits. */
  private static final String WAITS_BESIDE =
      """
        public static void main(String[] args) throws Exception {
          try {
            java.nio.file.Files.createFile(java.nio.file.Path.of("first"));
          } catch (java.nio.file.FileAlreadyExistsException beside) {
            String pid = Long.toString(ProcessHandle.current().pid());
            java.nio.file.Path file = java.nio.file.Path.of("second.part");
            java.nio.file.Files.writeString(file, pid);
            java.nio.file.Files.move(file, java.nio.file.Path.of("second"));
            Thread.sleep(900_000);
          }
      """;

  @TempDir private Path home;
  private RealPulumi pulumi;

  @BeforeEach
  void begin() throws Exception {
    pulumi = new RealPulumi(home);
  }

  @AfterEach
  void end() {
    if (pulumi != null) {
      pulumi.close();
    }
  }

  @Test
  void two_previews_at_a_time_do_not_disturb_each_other() throws Exception {
    Project fragile = pulumi.project(StackFolder.named("ladder/1-single-server"));
    Project resilient = pulumi.project(StackFolder.named("ladder/8-no-single-point-of-failure"));

    Started one = fragile.startPreview(Map.of());
    Started other = resilient.startPreview(Map.of());
    Run refused = one.await();
    Run passed = other.await();

    assertThat(refused.exitCode()).as(refused.output()).isEqualTo(1);
    assertThat(refused.violations()).anyMatch(line -> line.contains("SPOF-DATABASE"));
    assertThat(passed.exitCode()).as(passed.output()).isZero();
    assertThat(passed.violations()).noneMatch(line -> line.contains("SPOF-DATABASE"));
    assertThat(refused.output() + passed.output()).doesNotContain("INCOMPLETE-PREVIEW");
    assertThat(pulumi.leftBehindAfter(SECONDS)).isEmpty();
  }

  @Test
  void an_interrupted_preview_ends_the_pack_and_the_program_that_runs_beside() throws Exception {
    Project project = pulumi.project(thatWaitsBesideTheEngine());
    Started preview = project.startPreview(Map.of());
    assertThat(aliveBeside(project, preview)).isTrue();

    new ProcessBuilder("kill", "-INT", Long.toString(preview.process().pid())).start().waitFor();
    Run run = preview.await();

    assertThat(run.exitCode()).as(run.output()).isNotZero();
    assertThat(pulumi.leftBehindAfter(SECONDS)).isEmpty();
  }

  @Test
  void a_killed_engine_takes_everything_with_it() throws Exception {
    Project project = pulumi.project(thatWaitsBesideTheEngine());
    Started preview = project.startPreview(Map.of());
    assertThat(aliveBeside(project, preview)).isTrue();

    preview.process().destroyForcibly().waitFor();

    // A language host of Pulumi's own was seen to stay when its engine is killed; nothing of ours.
    assertThat(pulumi.leftBehindAfter(SECONDS))
        .allMatch(command -> command.contains("pulumi-language-java "));
  }

  @Test
  void a_killed_pack_fails_the_preview_and_takes_the_program_with_it() throws Exception {
    Project project = pulumi.project(thatWaitsBesideTheEngine());
    Started preview = project.startPreview(Map.of());
    assertThat(aliveBeside(project, preview)).isTrue();

    pack(project).destroyForcibly();
    Run run = preview.await();

    assertThat(run.exitCode()).as(run.output()).isNotZero();
    // In its summary the engine may still put a check mark to a pack that gave no answer.
    assertThat(run.output()).contains("error: ");
    assertThat(pulumi.leftBehindAfter(SECONDS)).isEmpty();
  }

  @Test
  void policies_that_cannot_be_read_fail_the_preview_and_are_named() throws Exception {
    Path plan = home.resolve("broken/dev/cutset/policy/plan.packed");
    Files.createDirectories(plan.getParent());
    Files.writeString(plan, "{ \"plans\": 7 }");
    // What is there comes before what is in the jar.
    String option = "-Dcutset.shipped=" + home.resolve("broken");
    Project project = pulumi.project(StackFolder.named("ladder/8-no-single-point-of-failure"));

    Run run = project.startPreview(Map.of("CUTSET_JAVA_OPTS", option)).await();

    assertThat(run.exitCode()).as(run.output()).isNotZero();
    assertThat(run.output())
        .contains(
            "Cutset failed while judging the stack, so nothing was judged and nothing passes: the"
                + " compiled policies cannot be read");
    // In its summary the engine may still put a check mark to a pack that gave no answer.
    assertThat(run.output()).contains("error: ");
  }

  private Path thatWaitsBesideTheEngine() throws IOException {
    Path folder =
        StackFolder.named("ladder/1-single-server")
            .copyTo(Files.createTempDirectory(home, "project-"));
    Path app = folder.resolve("src/main/java/shop/App.java");
    String source = Files.readString(app);
    String main = "  public static void main(String[] args) {\n";
    assertThat(source).contains(main);
    Files.writeString(app, source.replace(main, WAITS_BESIDE));
    return folder;
  }

  /** Waits until the pack's own run of the program is there. */
  private static boolean aliveBeside(Project project, Started preview)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + START.toNanos();
    while (!Files.exists(project.folder().resolve("second"))) {
      if (!preview.process().isAlive() || System.nanoTime() > end) {
        fail("no run beside the engine: " + Files.readString(preview.output()));
      }
      Thread.sleep(100);
    }
    return beside(project).isAlive();
  }

  private static ProcessHandle beside(Project project) throws IOException {
    long pid = Long.parseLong(Files.readString(project.folder().resolve("second")));
    return ProcessHandle.of(pid).orElseThrow();
  }

  /** The process of the pack, which started the program. */
  private static ProcessHandle pack(Project project) throws IOException {
    ProcessHandle process = beside(project);
    while (!process.info().commandLine().orElse("").contains(PolicyPack.class.getName())) {
      process = process.parent().orElseThrow();
    }
    return process;
  }
}
