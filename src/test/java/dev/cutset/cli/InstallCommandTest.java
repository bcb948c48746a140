package dev.cutset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallCommandTest {
  @TempDir private Path folder;

  @Test
  void without_a_build_there_is_nothing_to_install() {
    Session.Result result = new Session(folder).run("install", "--to", "cutset");

    assertThat(result.code()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(result.err())
        .isEqualTo(
            "cutset: there is no jar to install; run the `cutset` of a checkout, which builds"
                + " one\n");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void its_help_says_where_it_puts_what() {
    assertThat(new Session(folder).run("install", "--help").out())
        .contains("--to=FOLDER", "PULUMI_HOME", "~/.pulumi");
  }
}
