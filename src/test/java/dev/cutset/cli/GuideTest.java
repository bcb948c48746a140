package dev.cutset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.StackFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Cutset says when nobody asks it for anything. */
class GuideTest {
  @TempDir private Path folder;

  @Test
  void in_an_empty_folder_it_says_where_stacks_come_from() {
    assertThat(alone())
        .contains(
            "Here is nothing to check.",
            "  pulumi preview --json > preview.json\n",
            "terraform show -json plan.bin > plan.json\n",
            "  pulumi stack export | cutset check -\n",
            "  cutset new\n");
  }

  @Test
  void a_project_in_java_is_checked_as_it_is() throws IOException {
    write("Pulumi.yaml", "name: shop\nruntime: java\n");
    write("preview.json", "{}");

    assertThat(alone())
        .contains("Here is a Pulumi project in Java. Next:\n\n  cutset check\n")
        .doesNotContain("--via");
  }

  @Test
  void a_project_in_another_language_is_previewed_by_pulumi() throws IOException {
    write("Pulumi.yaml", "name: shop\nruntime: nodejs\n");
    write("cutset.yaml", "target: zone");

    assertThat(alone())
        .contains(
            """
            Here is a Pulumi project with a cutset.yaml. Next:

              pulumi preview --json > preview.json
              cutset check
            """,
            "  cutset check --via pulumi\n");

    write("preview.json", "{}");

    assertThat(alone()).contains("Here is a preview.json with a cutset.yaml");
  }

  @Test
  void a_project_file_that_nobody_can_read_is_still_a_project() throws IOException {
    write("Pulumi.yaml", "{{{");

    assertThat(alone()).contains("Here is a Pulumi project");
  }

  @Test
  void a_stack_is_found_by_what_is_in_it() throws IOException {
    write("package.json", "{\"name\": \"x\", \"config\": {}, \"version\": \"1\"}");
    write("broken.json", "{\"steps");
    write("list.json", "[]");
    assertThat(alone()).contains("nothing to check");

    Files.copy(
        StackFolder.named("ladder/1-single-server").preview(), folder.resolve("our stack.json"));

    assertThat(alone())
        .contains("Here is a stack in our stack.json", "cutset check 'our stack.json'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"format_version\": \"1.2\", \"planned_values\": {}}",
        "{\"version\": 3, \"deployment\": {}}",
        "{\"config\": {}, \"steps\": []}"
      })
  void plans_states_and_previews_are_told_by_their_keys(String text) throws IOException {
    write("main.tf", "");
    write("out.json", text);

    assertThat(alone()).contains("  cutset check out.json\n");
  }

  @Test
  void terraform_without_a_plan_is_two_commands() throws IOException {
    write("main.tf", "resource \"aws_instance\" \"web\" {}");

    assertThat(alone())
        .contains(
            """
            Here is code of Terraform without a plan. Next:

              terraform plan -out plan.bin && terraform show -json plan.bin > plan.json
              cutset check plan.json
            """);
    assertThat(new Session(folder).run("check"))
        .satisfies(result -> assertThat(result.code()).isEqualTo(ExitCode.UNREADABLE))
        .extracting(Session.Result::err)
        .asString()
        .contains("terraform show -json plan.bin > plan.json");
  }

  @Test
  void a_folder_that_has_a_plan_is_told_to_name_it() throws IOException {
    write("main.tf", "");
    write("my plan.json", "{\"format_version\":\"1.2\",\"resource_changes\":[]}");

    assertThat(new Session(folder).run("check").err())
        .isEqualTo(
            "cutset: there is a stack in `.`, but not as preview.json; name its file:"
                + " `cutset check 'my plan.json'`\n");
    assertThat(new Session(folder).run("check", folder.toString()).err())
        .contains(folder.resolve("my plan.json").toString());
  }

  @Test
  void a_state_file_of_terraform_tells_of_what_stands_already() throws IOException {
    write("main.tf", "");
    write("terraform.tfstate", "{}");

    assertThat(alone())
        .contains("  cutset check plan.json\n\nor, of what stands already:\n")
        .contains("\n  cutset check terraform.tfstate\n");
  }

  @Test
  void a_plan_that_is_there_is_shown_by_the_tool_that_made_it() throws IOException {
    write("main.tf", "");
    write(".terraform.lock.hcl", "provider \"registry.opentofu.org/hashicorp/aws\" {}");
    write("tfplan", "PK\u0003\u0004");

    assertThat(alone()).contains("a plan of OpenTofu", "  tofu show -json tfplan > plan.json\n");
  }

  @Test
  void a_state_of_the_file_backend_is_checked_as_it_is() throws IOException {
    Files.createDirectory(folder.resolve(".pulumi"));
    write("cutset-baseline.json", "{}");

    assertThat(alone())
        .contains("a state of Pulumi's file backend", "--baseline cutset-baseline.json");
  }

  private String alone() {
    Session.Result result = new Session(folder).run();
    assertThat(result.code()).isZero();
    assertThat(result.err()).isEmpty();
    return result.out();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }
}
