package dev.cutset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChaosCommandTest {
  private static final String PREVIEW =
      Path.of("stacks/ladder/6-several-zones/preview.json").toAbsolutePath().toString();

  @TempDir private Path folder;

  @Test
  void what_takes_something_down_is_shown_and_the_rest_is_counted() {
    Session.Result result = new Session(folder).run("chaos", PREVIEW);

    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("component database  down")
        .contains("2 zones without which all stay up")
        .doesNotContain("zone us-east-1a");
    assertThat(new Session(folder).run("chaos", "--verbose", PREVIEW).out())
        .contains("zone us-east-1a            up");
  }

  @Test
  void the_same_seed_gives_the_same_bytes() {
    String[] arguments = {"chaos", "--rounds", "20", "--seed", "9", "--format", "json", PREVIEW};

    assertThat(new Session(folder).run(arguments).out())
        .isEqualTo(new Session(folder).run(arguments).out())
        .contains("\"seed\" : 9");
  }

  @Test
  void no_round_is_drawn_twice() {
    String out =
        new Session(folder)
            .run("chaos", "--rounds", "500", "--format", "markdown", PREVIEW)
            .out()
            .replaceFirst("(?s).*### Lost at random", "");

    assertThat(out.lines().filter(line -> line.startsWith("| replica")))
        .isNotEmpty()
        .doesNotHaveDuplicates();
  }

  @Test
  void verdicts_stand_below_the_numbers_of_their_entry_points_however_long_names_are() {
    for (String width : new String[] {"40", "80", "120"}) {
      String out =
          new Session(folder)
              .having("COLUMNS", width)
              .run("chaos", "--pairs", "--rounds", "9", PREVIEW)
              .out();

      int column = -1;
      for (String line : out.lines().toList()) {
        if (line.startsWith("lost")) {
          column = line.lastIndexOf(" 1") + 1;
        } else if (line.endsWith(" down")) {
          assertThat(line.lastIndexOf("down")).as(line).isEqualTo(column);
        }
      }
      assertThat(column).isPositive();
    }
  }

  @Test
  void rounds_that_do_no_harm_are_counted() {
    assertThat(new Session(folder).run("chaos", "--rounds", "40", PREVIEW).out())
        .containsPattern("and \\d+ rounds? in which all stay up");
  }

  @Test
  void a_table_in_markdown_has_every_row() {
    assertThat(new Session(folder).run("chaos", "--format", "markdown", "--pairs", PREVIEW).out())
        .contains("| lost | `shop.example.com` |\n|---|---|\n")
        .contains("| zone `us-east-1a` | up |")
        .contains("| zone `us-east-1a` and zone `us-east-1b` | **down** |");
  }

  @ParameterizedTest
  @CsvSource({
    "fis, zone-us-east-1a.json",
    "chaos-mesh, replica-web-1.yaml",
    "litmus, replica-web-1.yaml"
  })
  void experiments_go_into_a_folder(String tool, String file) {
    Session.Result result =
        new Session(folder).run("chaos", "--export", tool, "--to", "out/" + tool, PREVIEW);

    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains(file + ": shop.example.com stays up")
        .contains("no experiment");
    assertThat(folder.resolve("out").resolve(tool).resolve(file)).isNotEmptyFile();
  }

  @Test
  void a_report_for_programs_is_not_mixed_with_what_was_written() {
    Session.Result result =
        new Session(folder)
            .run("chaos", "--format", "json", "--export", "fis", "--to", "out", PREVIEW);

    assertThat(result.out()).endsWith("}\n");
    assertThat(result.err()).contains("experiments");
  }

  @ParameterizedTest
  @CsvSource({
    "--export fis, --export needs a folder; name one with --to",
    "--to out, --to is for experiments",
    "--rounds -1, --rounds -1 is out of range",
    "--export gremlin --to out, `gremlin` is unknown"
  })
  void options_that_make_no_sense_are_refused(String options, String message) {
    Session.Result result =
        new Session(folder).run(("chaos " + options + " " + PREVIEW).split(" "));

    assertThat(result.code()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(result.err()).contains(message);
  }

  @Test
  void a_secret_is_in_no_experiment() throws IOException {
    String secret =
        "{\"4dabf18193072939515e22adb298388d\": \"1b47061264138c4ac30d75fd1eb44270\","
            + " \"value\": \"hunter2\"}";
    Files.writeString(
        folder.resolve("preview.json"),
        Files.readString(Path.of("docs/examples/one-of-each.json"))
            .replace("\"minSize\"", "\"name\": " + secret + ", \"minSize\""));

    new Session(folder).run("chaos", "--export", "fis", "--to", "out", "preview.json");

    assertThat(folder.resolve("out/replica-web.json"))
        .content()
        .contains("NAME-OF-WEB")
        .doesNotContain("hunter2");
  }
}
