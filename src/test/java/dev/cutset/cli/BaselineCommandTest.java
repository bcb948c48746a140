package dev.cutset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.StackFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class BaselineCommandTest {
  @TempDir private Path folder;

  @Test
  void what_is_in_the_baseline_is_shown_and_blocks_nothing() throws IOException {
    having("1-single-server");

    assertThat(run("baseline", "write", "preview.json"))
        .isEqualTo(
            new Session.Result(
                0, "`cutset-baseline.json` holds 4 findings, 2 of which would block\n", ""));
    Session.Result check = run("check", "--baseline", "cutset-baseline.json", "preview.json");

    assertThat(check.code()).isZero();
    assertThat(check.out())
        .startsWith(
            "passed: nothing new blocks; 2 single points of failure are in the baseline, and")
        .contains("in the baseline (4)", "`database` has no standby that takes over");
    assertThat(run("check", "preview.json").code()).isEqualTo(ExitCode.BLOCKED);
  }

  @Test
  void a_baseline_beside_a_stack_elsewhere_is_told_with_its_folder() throws IOException {
    having("1-single-server");
    Files.createDirectory(folder.resolve("elsewhere"));

    assertThat(new Session(folder.resolve("elsewhere")).run("baseline", "write", "../preview.json"))
        .extracting(Session.Result::out)
        .asString()
        .startsWith("`../cutset-baseline.json` holds 4 findings");
  }

  @Test
  void every_format_counts_what_is_in_the_baseline() throws IOException {
    having("1-single-server");
    run("baseline", "write", "preview.json");

    JsonNode json = new ObjectMapper().readTree(check("json"));
    assertThat(json.get("verdict").asString()).isEqualTo("passed");
    assertThat(json.get("findings")).isEmpty();
    assertThat(json.get("baselined")).hasSize(4);
    assertThat(check("junit")).contains("message=\"in the baseline\"", "failures=\"0\"");
    assertThat(check("markdown")).contains("<summary>In the baseline (4)</summary>");
    new ObjectMapper()
        .readTree(check("sarif"))
        .get("runs")
        .get(0)
        .get("results")
        .forEach(
            result ->
                assertThat(result.get("suppressions").get(0).get("justification").asString())
                    .isEqualTo("in the baseline"));
  }

  @Test
  void what_is_new_blocks_and_what_was_mended_is_named() throws IOException {
    having("1-single-server");
    run("baseline", "write", "preview.json");
    having("2-second-server");

    Session.Result check = run("check", "--baseline", "cutset-baseline.json", "preview.json");
    Session.Result baseline = run("baseline", "check", "preview.json");

    assertThat(check.code()).isEqualTo(ExitCode.BLOCKED);
    assertThat(check.out())
        .startsWith("blocked: 2 single points of failure take shop.example.com down")
        .contains("in the baseline (3)", "no longer found, though in the baseline:");
    assertThat(baseline.code()).isEqualTo(ExitCode.BLOCKED);
    assertThat(baseline.out())
        .startsWith("blocked: something that blocks is not in the baseline; 1 finding in it is no")
        .contains("new (2)", "no longer found (1)", "still there (3)");
  }

  @Test
  void a_mended_finding_leaves_the_baseline_and_is_not_hidden_when_it_is_back() throws IOException {
    having("2-second-server");
    run("baseline", "write", "preview.json");
    having("3-standby-database");

    assertThat(run("baseline", "check", "preview.json").code()).isEqualTo(ExitCode.BLOCKED);
    assertThat(run("baseline", "write", "preview.json").out())
        .isEqualTo(
            "`cutset-baseline.json` holds 4 findings, 2 of which would block; 0 added, 0 worse,"
                + " 1 dropped\n");
    assertThat(run("baseline", "check", "preview.json").code()).isZero();
    having("2-second-server");
    assertThat(run("check", "-b", "cutset-baseline.json", "preview.json").code())
        .isEqualTo(ExitCode.BLOCKED);
  }

  @Test
  void a_baseline_that_is_written_twice_is_the_same() throws IOException {
    having("2-second-server");
    run("baseline", "write", "--file", "one.json", "preview.json");
    run("baseline", "write", "--file", "two.json", "preview.json");

    assertThat(folder.resolve("one.json")).hasSameTextualContentAs(folder.resolve("two.json"));
    new ObjectMapper()
        .readTree(Files.readString(folder.resolve("one.json")))
        .get("findings")
        .forEach(finding -> assertThat(finding.get("fingerprint").asString()).hasSize(32));
  }

  @Test
  void what_is_waived_is_not_written_and_blocks_once_the_waiver_is_gone() throws IOException {
    having("1-single-server");
    Files.writeString(
        folder.resolve("cutset.yaml"),
        "waivers:\n  - { policy: SPOF-DATABASE, match: database, reason: r, owner: o, expires:"
            + " 2999-12-31 }\n");
    run("baseline", "write", "preview.json");
    Files.delete(folder.resolve("cutset.yaml"));

    Session.Result check = run("check", "-b", "cutset-baseline.json", "preview.json");

    assertThat(check.code()).isEqualTo(ExitCode.BLOCKED);
    assertThat(check.out()).startsWith("blocked: 1 single point of failure");
  }

  @Test
  void a_higher_target_is_not_hidden_by_what_was_advice() throws IOException {
    having("6-several-zones");
    run("baseline", "write", "preview.json");

    assertThat(run("check", "-b", "cutset-baseline.json", "preview.json").code()).isZero();
    assertThat(run("check", "-t", "region", "-b", "cutset-baseline.json", "preview.json"))
        .satisfies(result -> assertThat(result.code()).isEqualTo(ExitCode.BLOCKED))
        .satisfies(result -> assertThat(result.out()).contains("as milder than it is now"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                       | :1:1: the file is empty",
        "{                        | not JSON",
        "[]                       | :1:1: expected keys with values, found a list",
        "{\"version\": 2, \"findings\": []} | :1:13: a baseline of version `2`; this Cutset reads version 1",
        "{\"version\": 1}          | not a baseline: it needs `version` and `findings`",
        "{\"version\": 1, \"findigs\": []} | :1:16: unknown key `findigs`; did you mean `findings`?",
        "{\"version\": 1, \"findings\": [{}]} | :1:29: a finding without `fingerprint`",
      })
  void a_broken_baseline_is_refused_with_its_place(String text, String message) throws IOException {
    having("1-single-server");
    Files.writeString(folder.resolve("cutset-baseline.json"), text);

    Session.Result result = run("check", "-b", "cutset-baseline.json", "preview.json");

    assertThat(result.code()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("cutset-baseline.json", message);
  }

  @Test
  void a_finding_that_was_edited_by_hand_is_refused() throws IOException {
    having("1-single-server");
    run("baseline", "write", "preview.json");
    Path file = folder.resolve("cutset-baseline.json");
    Files.writeString(file, Files.readString(file).replace("::database", "::orders"));

    Session.Result result = run("check", "-b", "cutset-baseline.json", "preview.json");

    assertThat(result.code()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(result.err())
        .containsPattern(":5:\\d+: the fingerprint `[0-9a-f]{32}` is not that of this finding")
        .contains("`cutset baseline write` makes it anew");
  }

  @Test
  void a_baseline_that_is_not_there_is_wrong_use_and_says_how_to_make_one() throws IOException {
    having("1-single-server");

    assertThat(run("check", "--baseline", "none.json", "preview.json"))
        .isEqualTo(
            new Session.Result(
                ExitCode.WRONG_USE,
                "",
                "cutset: no baseline `none.json`; `cutset baseline write --file none.json` makes"
                    + " one\n"));
    assertThat(run("baseline", "check", "preview.json").code()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(run("baseline").code()).isEqualTo(ExitCode.WRONG_USE);
  }

  @Test
  void alone_it_names_the_baseline_that_is_here() throws IOException {
    having("1-single-server");
    run("baseline", "write", "preview.json");

    assertThat(run().out()).contains("  cutset check --baseline cutset-baseline.json\n");
  }

  private void having(String step) throws IOException {
    Files.writeString(
        folder.resolve("preview.json"),
        Files.readString(StackFolder.named("ladder/" + step).preview()));
  }

  private String check(String format) {
    return run("check", "-f", format, "-b", "cutset-baseline.json", "preview.json").out();
  }

  private Session.Result run(String... arguments) {
    return new Session(folder).run(arguments);
  }
}
