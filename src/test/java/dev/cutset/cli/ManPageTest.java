package dev.cutset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ManPageTest {
  @TempDir private Path folder;

  static Stream<String> commands() {
    return HelpTest.commands();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void each_command_has_its_part(String name) throws Exception {
    assertThat(shown()).contains(name + "\n");
  }

  @Test
  void options_exit_codes_and_examples_are_in_it() throws Exception {
    assertThat(shown())
        .contains("--fail-on=WHAT", "-t, --target=SCOPE", "EXIT STATUS", "input cannot be read")
        .contains("pulumi preview --json > preview.json && cutset check preview.json")
        .contains("cutset explain preview.json database")
        .doesNotContain("\\", "`");
  }

  @Test
  void man_has_nothing_to_complain_of() throws Exception {
    assertThat(OtherTool.says("groff", "-man", "-Tutf8", "-ww", "-z", page().toString())).isEmpty();
  }

  @Test
  void two_pages_of_one_version_are_the_same() {
    assertThat(new Session(folder).run("man")).isEqualTo(new Session(folder).run("man"));
  }

  /** The page as somebody reads it, wide enough for no word to be divided. */
  private String shown() throws Exception {
    return OtherTool.says(
            "groff", "-man", "-Tutf8", "-P-c", "-rLL=200n", "-rHY=0", page().toString())
        .replaceAll(".\b", "")
        .replace('\u2010', '-');
  }

  private Path page() throws IOException {
    Session.Result result = new Session(folder).run("man");
    assertThat(result.code()).isZero();
    return Files.writeString(folder.resolve("cutset.1"), result.out());
  }
}
