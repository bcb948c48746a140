package dev.cutset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders with programs at the command line. */
class ProgramTest {
  private static final Path PREVIEW = Path.of("stacks/ladder/1-single-server/preview.json");

  @TempDir private Path folder;

  @Test
  void a_java_program_is_run_even_where_a_preview_lies_beside_it() throws IOException {
    Files.copy(PREVIEW, folder.resolve("preview.json"));
    Files.writeString(
        folder.resolve("Pulumi.yaml"),
        "name: shop\nruntime: {name: java, options: {binary: app.jar}}\n");

    Session.Result result = new Session(folder).run("check");

    assertThat(result.code()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("app.jar`, which Pulumi.yaml names as the binary; build it");
  }

  @Test
  void another_language_is_checked_through_the_pulumi_cli() throws IOException {
    Files.writeString(folder.resolve("Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
    pulumi("echo 'Previewing' >&2; cat " + PREVIEW.toAbsolutePath());

    Session.Result result =
        session().run("check", "--via", "pulumi", "--stack", "dev", "-c", "aws:region=us-east-1");

    assertThat(result.code()).isEqualTo(ExitCode.BLOCKED);
    assertThat(result.out()).contains("blocked: 2 single points of failure");
    assertThat(result.err()).contains("Previewing");
    assertThat(Files.readString(folder.resolve("arguments")).strip())
        .isEqualTo(
            "preview --json --show-sames --non-interactive --stack dev --config"
                + " aws:region=us-east-1");
  }

  @Test
  void a_preview_that_failed_is_not_checked_however_whole_it_looks() throws IOException {
    Files.writeString(folder.resolve("Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
    pulumi("cat " + PREVIEW.toAbsolutePath() + "; exit 255");

    Session.Result result = session().run("check", "--via", "pulumi");

    assertThat(result.code()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("`pulumi preview` failed (exit code 255)");
  }

  @Test
  void without_the_pulumi_cli_it_is_said_what_to_do() throws IOException {
    Files.writeString(folder.resolve("Pulumi.yaml"), "name: shop\nruntime: nodejs\n");

    Session.Result result =
        new Session(folder).having("PATH", "/nowhere").run("check", "--via", "pulumi");

    assertThat(result.code()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(result.err()).contains("`pulumi` cannot be started; install it, or put it on PATH");
  }

  @Test
  void what_is_for_programs_is_not_passed_over_in_silence() {
    Session.Result result =
        new Session(folder)
            .run(
                "check", "--stack", "prod", "--via", "pulumi", PREVIEW.toAbsolutePath().toString());

    assertThat(result.code()).isEqualTo(ExitCode.BLOCKED);
    assertThat(result.err().lines())
        .anyMatch(line -> line.startsWith("cutset: --stack is passed over"))
        .anyMatch(line -> line.startsWith("cutset: --via pulumi is passed over"))
        .noneMatch(line -> line.contains("--config"));
  }

  @Test
  void two_configuration_files_are_wrong_use() {
    Session.Result result = new Session(folder).run("check", "-c", "a.yaml", "-c", "b.yaml", "x");

    assertThat(result.code()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(result.err()).contains("--config names two files, `a.yaml` and `b.yaml`");
  }

  private Session session() {
    return new Session(folder).having("PATH", folder + ":" + System.getenv("PATH"));
  }

  private void pulumi(String body) throws IOException {
    Path script = folder.resolve("pulumi");
    Files.writeString(
        script, "#!/bin/sh\necho \"$@\" >" + folder.resolve("arguments") + "\n" + body + "\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
  }
}
