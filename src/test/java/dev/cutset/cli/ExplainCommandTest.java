package dev.cutset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.StackFolder;
import dev.cutset.stack.Resource;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainCommandTest {
  private static final Session SESSION = new Session(Path.of(""));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SPOF-DATABASE",
        "database",
        "aa719aaf",
        "urn:pulumi:dev::shop::aws:rds/instance:Instance::database"
      })
  void a_finding_is_told_by_whatever_it_is_called(String word) {
    Session.Result result = explain("1-single-server", word);

    assertThat(result.code()).isZero();
    assertThat(result.out())
        .startsWith("`" + word + "`: 1 finding\n")
        .contains("chain      database: its only copy fails", "→ shop.example.com: needs `web`")
        .contains("falls      database, web, shop.example.com")
        .contains("evidence   web needs database: an output of it is used in `userData`")
        .contains("id         aa719aaf9e77611b89eb4137b925530a")
        .contains("why        Servers are alike", "not seen   Whether the application reconnects")
        .contains("cutset policies show SPOF-DATABASE");
  }

  @Test
  void a_resource_whose_work_another_does_is_no_single_point_of_failure() {
    Session.Result result = explain("6-several-zones", "web-1");

    assertThat(result.code()).isZero();
    assertThat(result.out())
        .startsWith("`web-1` is no single point of failure\n")
        .contains("✓ shop.example.com stays up", "still has web-2")
        .doesNotContain("goes down\n", "✗");
  }

  @Test
  void what_goes_down_without_a_resource_goes_down_in_turn() {
    assertThat(explain("2-second-server", "database").out())
        .contains("without `database`", "✗ shop.example.com goes down", "goes too   web-1, web-2");
  }

  @Test
  void the_properties_to_set_are_shown() throws Exception {
    String preview =
        Files.readString(StackFolder.named("ladder/1-single-server").preview())
            .replace("\"availabilityZone\"", "\"noZone\"");

    assertThat(new Session(Path.of("")).typing(preview).run("explain", "-", "database").out())
        .contains("set        database: multiAz false → true");
  }

  @Test
  void an_entry_point_can_be_asked_about() {
    assertThat(explain("1-single-server", "shop.example.com").code()).isZero();
  }

  @Test
  void a_policy_that_finds_nothing_says_so_and_shows_its_page() {
    Session.Result result = explain("6-several-zones", "SPOF-COORDINATOR");

    assertThat(result.code()).isZero();
    assertThat(result.out())
        .startsWith("`SPOF-COORDINATOR` finds nothing in this stack\n")
        .contains("why  ");
  }

  @Test
  void a_name_that_is_nearly_right_is_answered_with_the_right_one() {
    assertThat(explain("1-single-server", "databse"))
        .isEqualTo(
            new Session.Result(
                ExitCode.WRONG_USE,
                "",
                "cutset: nothing is called `databse`; did you mean `database`?\n"));
    assertThat(explain("1-single-server", "nothing-of-the-kind").err())
        .contains("nothing is called `nothing-of-the-kind`; name a policy");
  }

  @Test
  void every_resource_of_a_stack_can_be_asked_about() throws Exception {
    StackFolder folder = StackFolder.named("ladder/3-standby-database");
    for (Resource resource : folder.recorded().resources()) {
      Session.Result result = explain("3-standby-database", resource.urn().text());

      assertThat(result.code()).as(resource.urn().text()).isZero();
    }
  }

  private static Session.Result explain(String step, String word) {
    return SESSION.run("explain", "stacks/ladder/" + step + "/preview.json", word);
  }
}
