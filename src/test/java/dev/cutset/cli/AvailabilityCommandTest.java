package dev.cutset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvailabilityCommandTest {
  private static final String PREVIEW =
      Path.of("docs/examples/one-of-each.json").toAbsolutePath().toString();

  @TempDir private Path folder;

  @Test
  void figures_stand_with_their_sources_and_one_copy_beside_two() {
    assertThat(new Session(folder).having("COLUMNS", "120").run("availability", PREVIEW).out())
        .contains("99.5 % one copy [1], two side by side 99.9975 %; has 1 copy")
        .contains("Amazon RDS Service Level Agreement, single-AZ instance")
        .contains("assumed; no cloud publishes a figure of one zone");
  }

  @Test
  void what_each_fix_gains_is_worked_out_on_the_stack_with_it() {
    assertThat(new Session(folder).run("availability", PREVIEW).out())
        .contains("what each fix by itself would gain")
        .contains("• orders: multiAz true");
  }

  @Test
  void who_writes_terraform_is_told_of_fixes_in_its_names() throws IOException {
    Files.writeString(
        folder.resolve("plan.json"),
        """
        {"format_version":"1.2","terraform_version":"1.9.0","resource_changes":[
          {"address":"aws_db_instance.orders","mode":"managed","type":"aws_db_instance",
           "name":"orders","provider_name":"registry.terraform.io/hashicorp/aws",
           "change":{"actions":["create"],"before":null,"after_unknown":{"id":true},
             "after":{"engine":"postgres"}}}],
         "configuration":{"root_module":{}}}
        """);

    assertThat(new Session(folder).run("availability", "plan.json").out())
        .contains("• aws_db_instance.orders: multi_az true");
    assertThat(new Session(folder).run("availability", "--format", "json", "plan.json").out())
        .contains("\"multi_az = true\"");
  }

  @Test
  void a_team_can_put_its_own_figures_first() throws IOException {
    Files.writeString(
        folder.resolve("figures.yaml"),
        """
        figures:
          - { match: '*', available: 100, source: nothing ever fails }
        """);
    Files.writeString(
        folder.resolve("one.yaml"),
        """
        figures:
          - { match: orders, available: 90, source: we measured it }
          - { match: '*', available: 100 }
        """);

    assertThat(new Session(folder).run("availability", "--figures", "figures.yaml", PREVIEW).out())
        .contains("shop.example.com  100 %, down 0 min a year")
        .contains("nothing that shows in these figures")
        .doesNotContain("0 min in place of");
    assertThat(new Session(folder).run("availability", "--figures", "one.yaml", PREVIEW).out())
        .contains("shop.example.com  90 %, down 877 h a year")
        .contains("we measured it");
  }

  @ParameterizedTest
  @CsvSource({
    "available: 101, 1:34: no percentage",
    "available: much, 1:34: `much` is no number",
    "between: [1], 1:11: a figure without",
    "avialable: 9, unknown key `avialable`"
  })
  void a_figure_that_is_none_is_refused_with_its_place(String figure, String message)
      throws IOException {
    Files.writeString(folder.resolve("f.yaml"), "figures: [{ match: a, " + figure + " }]\n");

    Session.Result result = new Session(folder).run("availability", "--figures", "f.yaml", PREVIEW);

    assertThat(result.code()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(result.err()).containsOnlyOnce("f.yaml").contains(message.strip());
  }

  @Test
  void programs_are_told_shares_of_the_time() {
    assertThat(new Session(folder).run("availability", "--format", "json", PREVIEW).out())
        .contains("\"exact\" : true")
        .contains("\"two\" : {")
        .contains("\"source\" : \"Amazon RDS Service Level Agreement, single-AZ instance\"");
  }
}
