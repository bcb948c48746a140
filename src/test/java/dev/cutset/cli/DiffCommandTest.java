package dev.cutset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.StackFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What the steps of the ladder bring, and what they take away. */
class DiffCommandTest {
  private static final Path ROOT = Path.of("").toAbsolutePath();

  @TempDir private Path folder;

  @Test
  void a_second_server_brings_a_balancer_and_a_zone_and_takes_the_only_server_away()
      throws IOException {
    Session.Result result = diff("1-single-server", "2-second-server");

    assertThat(result.code()).isEqualTo(ExitCode.BLOCKED);
    JsonNode report = new ObjectMapper().readTree(result.out());
    assertThat(policies(report, "added")).containsExactly("SPOF-GATEWAY", "SPOF-ZONE");
    assertThat(policies(report, "removed")).containsExactly("SPOF-APPLICATION-SERVER");
    assertThat(policies(report, "kept"))
        .containsExactly("SPOF-DATABASE", "SPOF-REGION", "SPOF-DNS-PROVIDER");
    assertThat(policies(report, "worse")).isEmpty();
    assertThat(report.get("before").get("verdict").asString()).isEqualTo("blocked");
    assertThat(report.get("after").get("verdict").asString()).isEqualTo("blocked");
  }

  @Test
  void a_change_that_only_mends_ends_well_even_where_much_is_left() {
    Session.Result result =
        new Session(ROOT).run("diff", preview("2-second-server"), preview("3-standby-database"));

    assertThat(result.code()).isZero();
    assertThat(result.out())
        .startsWith("the change removes 1 finding; keeps 4 findings\n")
        .contains("removed (1)", "`database` has no standby", "before  blocked: 3", "after");
  }

  /** The way back up the ladder's steps brings back what each of them took away. */
  @ParameterizedTest
  @CsvSource({
    "3-standby-database, 2-second-server",
    "6-several-zones, 5-several-answers",
    "8-no-single-point-of-failure, 1-single-server",
  })
  void a_step_back_is_refused(String before, String after) {
    assertThat(diff(before, after).code()).isEqualTo(ExitCode.BLOCKED);
  }

  static List<StackFolder> stacks() throws IOException {
    return StackFolder.all();
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void a_stack_does_not_differ_from_itself(StackFolder stack) throws IOException {
    String preview = stack.preview().toAbsolutePath().toString();

    Session.Result result = new Session(ROOT).run("diff", "-f", "json", preview, preview);

    JsonNode report = new ObjectMapper().readTree(result.out());
    assertThat(result.code()).isZero();
    assertThat(report.get("added")).isEmpty();
    assertThat(report.get("worse")).isEmpty();
    assertThat(report.get("removed")).isEmpty();
  }

  @Test
  void what_was_advice_and_blocks_now_is_worse() throws IOException {
    Path strict = folder.resolve("strict");
    Files.createDirectory(strict);
    Files.copy(Path.of(preview("6-several-zones")), strict.resolve("preview.json"));
    Files.writeString(strict.resolve("cutset.yaml"), "target: region\n");

    Session.Result result =
        new Session(ROOT).run("diff", preview("6-several-zones"), strict.toString());

    assertThat(result.code()).isEqualTo(ExitCode.BLOCKED);
    assertThat(result.out())
        .startsWith("the change makes 1 finding worse, which blocks; keeps 1 finding\n")
        .contains("worse (1)", "everything is in region");
  }

  @Test
  void one_of_them_can_come_from_standard_input() throws IOException {
    String typed = Files.readString(Path.of(preview("2-second-server")));

    assertThat(
            new Session(ROOT).typing(typed).run("diff", "-", preview("3-standby-database")).out())
        .startsWith("the change removes 1 finding");
    assertThat(new Session(ROOT).typing(typed).run("diff", "-", "-").code())
        .isEqualTo(ExitCode.WRONG_USE);
  }

  @Test
  void a_stack_that_cannot_be_read_is_no_change() {
    Session.Result result = new Session(ROOT).run("diff", "none.json", preview("6-several-zones"));

    assertThat(result.code()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void a_comment_can_be_written_for_reviewers() throws IOException {
    Session.Result result =
        new Session(folder)
            .run(
                "diff",
                "--format",
                "markdown",
                "--output",
                "comment.md",
                preview("1-single-server"),
                preview("2-second-server"));

    assertThat(result.code()).isEqualTo(ExitCode.BLOCKED);
    assertThat(Files.readString(folder.resolve("comment.md")))
        .startsWith("<!-- cutset diff -->\n## \u274c Cutset: the change adds 2 findings, all of")
        .contains("| **added** | `lb` is the only way in | SPOF-GATEWAY | instance |")
        .contains("| removed | `web` is the only application server |")
        .contains("<details><summary>Kept (3)</summary>");
  }

  @Test
  void the_comment_on_a_pull_request_says_what_changed_since_the_base() {
    Session.Result result =
        new Session(ROOT)
            .run(
                "check",
                "--base",
                preview("1-single-server"),
                "--format",
                "markdown",
                preview("2-second-server"));

    assertThat(result.code()).isEqualTo(ExitCode.BLOCKED);
    assertThat(result.out())
        .startsWith("<!-- cutset -->\n## \u274c Cutset: blocked")
        .contains(
            "### What changed\n\nThe change adds 2 findings, all of which block; removes 1"
                + " finding; keeps 3 findings; before it was blocked.")
        .contains("| **added** | `lb` is the only way in |", "### What is there");
  }

  @Test
  void a_base_that_no_report_shows_is_wrong_use() {
    Session.Result result =
        new Session(ROOT)
            .run("check", "--base", preview("1-single-server"), preview("2-second-server"));

    assertThat(result.code()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(result.err()).contains("add --report markdown=FILE, or use `cutset diff`");
  }

  private static Session.Result diff(String before, String after) {
    return new Session(ROOT).run("diff", "--format", "json", preview(before), preview(after));
  }

  private static String preview(String step) {
    return StackFolder.named("ladder/" + step).preview().toAbsolutePath().toString();
  }

  private static List<String> policies(JsonNode report, String part) {
    List<String> policies = new ArrayList<>();
    report.get(part).forEach(each -> policies.add(each.get("finding").get("policy").asString()));
    return policies;
  }
}
