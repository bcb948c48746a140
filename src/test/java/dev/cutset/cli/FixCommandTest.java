package dev.cutset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixCommandTest {
  private static final String PREVIEW =
      Path.of("docs/examples/one-of-each.json").toAbsolutePath().toString();

  @TempDir private Path folder;

  @Test
  void fixes_that_reach_the_target_end_well() {
    Session.Result result = new Session(folder).run("fix", PREVIEW);

    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("then passed:").contains(".multiAz(true)");
  }

  @Test
  void what_is_left_over_ends_with_one() {
    Session.Result result = new Session(folder).run("fix", "--target", "region", PREVIEW);

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("then blocked:").contains("left to do by hand");
  }

  @Test
  void the_verdict_then_is_shown_on_request() {
    assertThat(new Session(folder).run("fix", "--what-if", PREVIEW).out())
        .contains("the verdict then\n\npassed:");
    assertThat(new Session(folder).run("fix", "--what-if", "--format", "json", PREVIEW).out())
        .contains("\"judgement\" : {");
  }

  @Test
  void a_plan_of_terraform_is_answered_in_its_names() throws IOException {
    Files.writeString(
        folder.resolve("plan.json"),
        """
        {"format_version":"1.2","terraform_version":"1.9.0","resource_changes":[
          {"address":"aws_instance.web","mode":"managed","type":"aws_instance","name":"web",
           "provider_name":"registry.terraform.io/hashicorp/aws",
           "change":{"actions":["create"],"before":null,"after_unknown":{"id":true},
             "after":{"availability_zone":"us-east-1a","ami":"ami-1"}}},
          {"address":"module.data.aws_db_instance.orders","module_address":"module.data",
           "mode":"managed","type":"aws_db_instance","name":"orders",
           "provider_name":"registry.terraform.io/hashicorp/aws",
           "change":{"actions":["create"],"before":null,"after_unknown":{"id":true},
             "after":{"engine":"postgres","identifier":"orders"}}}],
         "configuration":{"root_module":{}}}
        """);
    Files.writeString(
        folder.resolve("cutset.yaml"),
        """
        entryPoints: [{ declare: '*web' }]
        hints: [{ match: '*web', needs: '*orders' }]
        """);

    Session.Result result = new Session(folder).run("fix", "plan.json");

    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains("# in module.data\n")
        .contains("set        multi_az not set")
        .contains("resource \"aws_db_instance\" \"orders\" {")
        .contains("multi_az = true")
        .doesNotContain("builder()");
  }

  @Test
  void a_price_that_is_none_is_refused_with_its_place() throws IOException {
    Files.writeString(folder.resolve("prices.yaml"), "prices:\n  web: cheap\n");

    Session.Result result = new Session(folder).run("fix", "--prices", "prices.yaml", PREVIEW);

    assertThat(result.code()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(result.err()).contains("prices.yaml:2:8").contains("`cheap` is no price for `web`");
  }

  @Test
  void prices_that_are_not_there_are_missed() {
    Session.Result result = new Session(folder).run("fix", "--prices", "none.yaml", PREVIEW);

    assertThat(result.code()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(result.err()).contains("no file `none.yaml`");
  }

  @Test
  void a_secret_beside_what_is_set_is_not_told() throws IOException {
    String secret =
        "{\"4dabf18193072939515e22adb298388d\": \"1b47061264138c4ac30d75fd1eb44270\","
            + " \"value\": \"hunter2\"}";
    Files.writeString(
        folder.resolve("preview.json"),
        Files.readString(Path.of(PREVIEW))
            .replace("\"instanceClass\"", "\"password\": " + secret + ", \"instanceClass\""));

    Session.Result result =
        new Session(folder).run("fix", "--what-if", "--format", "json", "preview.json");

    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("multiAz").doesNotContain("hunter2");
  }
}
