package dev.cutset.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.StackFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A report is put where it is asked for, and a new project nowhere else. */
@Timeout(60)
class PathsTest {
  private static final String STACK =
      StackFolder.named("ladder/6-several-zones").preview().toAbsolutePath().toString();

  @TempDir private Path folder;

  @Test
  void a_device_stays_a_device() {
    new Shell(folder).run("check", "--output", "/dev/null", STACK).isVerdictOrRefusal();
    assertThat(Path.of("/dev/null")).exists().isNotEqualTo(folder);
    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
  }

  @Test
  void a_pipe_gets_the_report() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Process reader = new ProcessBuilder("cat", pipe.toString()).start();
    new Shell(folder).run("check", "--output", "pipe", STACK).isVerdictOrRefusal();
    assertThat(
            new String(
                reader.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("passed");
    assertThat(reader.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void a_link_at_the_place_of_a_report_stays_and_leads_to_it() throws IOException {
    Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "yesterday");
    Files.createSymbolicLink(folder.resolve("report.json"), elsewhere);
    new Shell(folder).run("check", "--report", "json=report.json", STACK).isVerdictOrRefusal();
    assertThat(folder.resolve("report.json")).isSymbolicLink();
    assertThat(elsewhere).content().contains("\"verdict\"");
  }

  @Test
  void a_folder_or_a_file_on_the_way_is_refused_and_nothing_is_left() throws IOException {
    Files.createDirectory(folder.resolve("there"));
    Files.createFile(folder.resolve("file"));
    for (String output : new String[] {"there", "file/report", "missing/report", "/"}) {
      assertThat(new Shell(folder).run("check", "--output", output, STACK).code())
          .as(output)
          .isEqualTo(Shell.WRONG_USE);
    }
    assertThat(folder).isDirectoryNotContaining("glob:**cutset-*");
  }

  @Test
  void a_new_project_goes_through_no_link_out_of_its_folder() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Path project = Files.createDirectory(folder.resolve("project"));
    Files.createSymbolicLink(project.resolve("src"), outside);
    new Shell(folder)
        .run("new", "ladder/1-single-server", "project", "--force")
        .refused(Shell.WRONG_USE, "src");
    assertThat(outside).isEmptyDirectory();
  }
}
