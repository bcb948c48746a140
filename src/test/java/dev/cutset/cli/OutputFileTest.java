package dev.cutset.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
  @TempDir private Path folder;

  @Test
  void a_report_that_fails_half_way_leaves_the_old_one_and_no_litter() throws IOException {
    Path file = folder.resolve("report.json");
    Files.writeString(file, "yesterday");

    assertThatThrownBy(
            () ->
                new OutputFile(file)
                    .write(
                        out -> {
                          out.write("to".getBytes(StandardCharsets.UTF_8));
                          throw new IOException("no space left");
                        }))
        .isInstanceOf(WrongUseException.class)
        .hasMessageContaining("no space left");

    assertThat(file).hasContent("yesterday");
    assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
  }

  @Test
  void a_new_report_takes_the_place_of_the_old_one() throws Exception {
    Path file = folder.resolve("report.json");
    Files.writeString(file, "yesterday");

    new OutputFile(file).write(out -> out.write("today".getBytes(StandardCharsets.UTF_8)));

    assertThat(file).hasContent("today");
    assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
  }

  @Test
  void a_report_may_be_read_by_whom_any_new_file_may_be_read() throws Exception {
    Path usual = Files.createFile(folder.resolve("usual"));
    Path file = folder.resolve("report.json");

    new OutputFile(file).write(out -> out.write('x'));

    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(usual));
  }

  @Test
  void a_folder_is_no_file() {
    assertThatThrownBy(() -> new OutputFile(folder).write(out -> out.write('x')))
        .isInstanceOf(WrongUseException.class)
        .hasMessageContaining("it is a folder");
  }

  @Test
  void a_link_to_a_report_stays_a_link() throws Exception {
    Path file = Files.writeString(folder.resolve("report.json"), "yesterday");
    Path link = Files.createSymbolicLink(folder.resolve("latest.json"), file);

    new OutputFile(link).write(out -> out.write("today".getBytes(StandardCharsets.UTF_8)));

    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("today");
  }

  @Test
  void a_signal_half_way_leaves_the_old_report_and_no_litter() throws Exception {
    Path file = Files.writeString(folder.resolve("report.json"), "yesterday");
    Process writer = halfWay(file);
    assertThat(folder).isDirectoryContaining(other -> !other.equals(file));

    // SIGTERM, where there is such a thing.
    writer.destroy();
    writer.waitFor();

    assertThat(file).hasContent("yesterday");
    assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
  }

  @Test
  void a_kill_half_way_leaves_the_old_report() throws Exception {
    Path file = Files.writeString(folder.resolve("report.json"), "yesterday");

    halfWay(file).destroyForcibly().waitFor();

    assertThat(file).hasContent("yesterday");
  }

  private static Process halfWay(Path file) throws IOException {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SlowReport.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(writer.inputReader().readLine()).isEqualTo("half way");
    return writer;
  }
}
