package dev.cutset.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cutset.stack.Interest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;

/** What is not a whole stack is refused, with the place and a way out. */
class UnreadableInputTest {

  private static ThrowableAssertAlternative<UnreadableInputException> refused(String input) {
    return refused(input.getBytes(StandardCharsets.UTF_8));
  }

  private static ThrowableAssertAlternative<UnreadableInputException> refused(byte[] input) {
    return assertThatExceptionOfType(UnreadableInputException.class)
        .isThrownBy(() -> Inputs.read(input, Interest.everything()));
  }

  private static String withError(String fields) {
    return """
    {"diagnostics":[{"urn":"%s","severity":"error","message":"no such zone\\nsecond line"}]%s}\
    """
        .formatted(Inputs.WEB, fields);
  }

  @Test
  void an_empty_input_is_refused() {
    refused("").withMessageContaining("the input is empty");
    refused(" \n ").withMessageContaining("the input is empty");
  }

  @Test
  void a_login_page_is_not_json() {
    refused("\n<!DOCTYPE html><html></html>").withMessageContaining("HTML or XML, not JSON");
  }

  @Test
  void what_pulumi_prints_without_the_flag_is_not_json() {
    refused("Previewing update (dev):")
        .withMessageContaining("a preview for people, not JSON; pass what `pulumi preview --json`");
    refused("\u001b[1maws_instance.web: Refreshing").withMessageContaining("coloured text");
  }

  @Test
  void a_list_is_not_a_stack() {
    refused("[]").withMessageContaining("this is a list, not a JSON object");
  }

  @Test
  void code_of_terraform_is_told_how_to_become_a_plan() {
    String advice = "`terraform plan -out plan.bin && terraform show -json plan.bin > plan.json`";
    refused("resource \"aws_instance\" \"web\" {}").withMessageContaining(advice);
    refused("# the shop\n\n/* of\nours */ terraform {\n}\n")
        .withMessageContaining("this is code of Terraform, not a plan")
        .withMessageContaining(advice);
  }

  @Test
  void a_plan_for_people_is_told_how_to_become_json() {
    refused("\nTerraform used the selected providers to generate the following execution plan.")
        .withMessageContaining("a plan for people")
        .withMessageContaining("`terraform show -json PLANFILE`");
    refused("aws_vpc.main: Refreshing state... [id=vpc-1]").withMessageContaining("for people");
  }

  @Test
  void languages_that_are_not_read_are_called_by_their_names() {
    String template = "AWSTemplateFormatVersion: '2010-09-09'\nResources: {}\n";
    refused("# web\n" + template).withMessageContaining("a template of CloudFormation");
    refused("{\"AWSTemplateFormatVersion\":\"2010-09-09\",\"Resources\":{}}")
        .withMessageContaining("a template of CloudFormation");
    refused("---\napiVersion: v1\nkind: Pod\n").withMessageContaining("a manifest of Kubernetes");
    refused("{\"apiVersion\":\"v1\",\"kind\":\"Pod\"}")
        .withMessageContaining("a manifest of Kubernetes");
    refused("name: shop\nruntime: java\n").withMessageContaining("pass the folder of the project");
    refused("what: else").withMessageContaining("not a JSON object");
  }

  @Test
  void the_binary_plan_of_terraform_is_recognised() {
    refused("PK\u0003\u0004").withMessageContaining("terraform show -json");
  }

  @Test
  void a_state_file_of_a_terraform_to_come_is_recognised() {
    refused("{\"version\":5,\"terraform_version\":\"2.0.0\",\"lineage\":\"x\",\"resources\":[]}")
        .withMessageContaining("Terraform state file of version 5")
        .withMessageContaining("terraform show -json");
  }

  @Test
  void a_state_file_whose_resources_come_too_early_is_refused() {
    refused("{\"version\":4,\"resources\":[],\"lineage\":\"x\"}")
        .withMessageContaining("`resources` stands before");
  }

  @Test
  void an_object_of_another_kind_is_named_by_its_keys() {
    refused("{\"name\":\"x\",\"dependencies\":{}}")
        .withMessageContaining("it has `name`, `dependencies`")
        .withMessageContaining("pulumi preview --json");
  }

  @Test
  void a_preview_that_was_cut_off_is_refused_with_the_place() {
    String whole = Inputs.preview("{\"ami\":\"x\"}");
    refused(whole.substring(0, whole.length() - 6))
        .withMessageContaining("ends too early")
        .withMessageContaining("line 1, column ")
        .withMessageContaining("`steps[0].newState");
  }

  @Test
  void an_input_cut_off_anywhere_is_refused() {
    String whole = Inputs.preview("{\"list\":[1,{\"deep\":null}],\"text\":\"x\"}");
    for (int length = 0; length < whole.length(); length++) {
      refused(whole.substring(0, length));
    }
  }

  @Test
  void something_after_the_end_is_refused() {
    refused(Inputs.preview("{}") + "{}").withMessageContaining("something follows");
    refused(Inputs.preview("{}") + " x").withMessageContaining("not valid JSON");
  }

  @Test
  void two_objects_among_logged_lines_are_refused() {
    String logged = "[command]/bin/tool\n" + Inputs.preview("{}") + "\n::done::\n";
    refused(logged + " {}").withMessageContaining("something follows");
    refused(logged + logged).withMessageContaining("something follows");
    refused("warning: x\n{\"sequence\":1}\n{\"sequence\":2}")
        .withMessageContaining("other text before the JSON");
  }

  @Test
  void a_list_over_several_lines_is_not_a_stack() {
    refused("[\n" + Inputs.preview("{}") + "\n]").withMessageContaining("not a JSON object");
  }

  @Test
  void what_terraform_logs_of_a_plan_is_not_the_plan() {
    refused("{\"@level\":\"info\",\"@message\":\"Terraform 1.9.0\",\"type\":\"version\"}\n{}")
        .withMessageContaining("terraform plan -json")
        .withMessageContaining("`terraform show -json PLANFILE`");
  }

  @Test
  void deep_nesting_is_refused_and_does_not_overflow() {
    refused(Inputs.preview("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"))
        .withMessageContaining("nested more than 400 deep");
  }

  @Test
  void a_key_that_occurs_twice_is_refused() {
    refused(Inputs.preview("{\"ami\":1,\"ami\":2}")).withMessageContaining("occurs twice");
    refused("{\"steps\":[],\"steps\":[]}").withMessageContaining("occurs twice");
  }

  @Test
  void a_failed_preview_is_not_a_stack_wherever_the_error_stands() {
    String named = "the preview failed at `" + Inputs.WEB + "`: no such zone;";
    refused(withError("")).withMessageContaining(named);
    refused(withError(",\"steps\":[]")).withMessageContaining(named);
    refused("{\"steps\":[]," + withError("").substring(1)).withMessageContaining(named);
  }

  @Test
  void a_preview_with_a_warning_is_read() throws Exception {
    assertThat(
            Inputs.read("{\"diagnostics\":[{\"severity\":\"warning\"}],\"steps\":[]}").resources())
        .isEmpty();
  }

  @Test
  void a_preview_without_steps_did_not_finish() {
    refused("{\"duration\":5}").withMessageContaining("no `steps`");
  }

  @Test
  void a_preview_that_leaves_out_unchanged_resources_is_refused() {
    refused("{\"steps\":[],\"changeSummary\":{\"same\":40}}")
        .withMessageContaining("leaves out 40 unchanged resources")
        .withMessageContaining("--show-sames");
  }

  @Test
  void a_preview_that_shows_unchanged_resources_is_whole() throws Exception {
    String step = Inputs.step("same", Inputs.WEB, "{}");
    assertThat(Inputs.read("{\"steps\":[" + step + "],\"changeSummary\":{\"same\":1}}").resources())
        .hasSize(1);
  }

  @Test
  void an_operation_that_nobody_knows_is_refused() {
    refused("{\"steps\":[" + Inputs.step("teleport", Inputs.WEB, "{}") + "]}")
        .withMessageContaining("`teleport`");
  }

  @Test
  void two_creations_of_one_urn_are_refused() {
    String step = Inputs.step("create", Inputs.WEB, "{}");
    refused("{\"steps\":[" + step + "," + step + "]}")
        .withMessageContaining("`" + Inputs.WEB + "` occurs twice");
  }

  @Test
  void a_created_resource_of_which_nothing_is_said_is_refused() {
    refused("{\"steps\":[{\"op\":\"create\",\"urn\":\"" + Inputs.WEB + "\"}]}")
        .withMessageContaining("says nothing of its resource `" + Inputs.WEB + "`");
  }

  @Test
  void a_state_that_holds_a_resource_twice_is_refused() {
    String web = "{\"urn\":\"" + Inputs.WEB + "\"}";
    refused(Inputs.state(web + "," + web)).withMessageContaining("`" + Inputs.WEB + "`");
  }

  @Test
  void a_resource_that_waits_for_deletion_is_no_second_one() throws Exception {
    String web = "{\"urn\":\"%s\",\"id\":\"%s\"%s}";
    String deleted = web.formatted(Inputs.WEB, "old", ",\"delete\":true");
    String kept = web.formatted(Inputs.WEB, "new", "");
    assertThat(Inputs.read(Inputs.state(deleted + "," + kept)).resources())
        .singleElement()
        .satisfies(web2 -> assertThat(web2.id()).hasValue("new"));
    assertThat(Inputs.read(Inputs.state(kept + "," + deleted)).resources()).hasSize(1);
  }

  @Test
  void a_state_of_another_version_is_refused_wherever_the_version_stands() {
    refused("{\"version\":2,\"deployment\":{}}").withMessageContaining("version");
    refused("{\"deployment\":{},\"version\":\"5\"}").withMessageContaining("version");
  }

  @Test
  void a_plan_that_failed_or_has_targets_is_refused() {
    refused("{\"format_version\":\"1.2\",\"resource_changes\":[],\"errored\":true}")
        .withMessageContaining("the plan failed");
    refused("{\"format_version\":\"1.2\",\"resource_changes\":[],\"complete\":false}")
        .withMessageContaining("plan without targets");
  }

  @Test
  void a_plan_without_its_changes_is_refused() {
    refused("{\"planned_values\":{\"root_module\":{\"resources\":[]}}}")
        .withMessageContaining("no `resource_changes`");
  }

  @Test
  void events_without_a_summary_did_not_finish() {
    refused("{\"sequence\":0,\"preludeEvent\":{}}\n{\"sequence\":1,\"cancelEvent\":{}}")
        .withMessageContaining("before the summary");
  }

  @Test
  void a_damaged_archive_is_refused() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(Inputs.preview("{\"ami\":\"x\"}").getBytes(StandardCharsets.UTF_8));
    }
    byte[] whole = packed.toByteArray();
    assertThat(Inputs.read(whole, Interest.everything()).resources()).hasSize(1);
    refused(Arrays.copyOf(whole, whole.length - 12)).withMessageContaining("cannot be read");
    refused(new byte[] {0x1f, (byte) 0x8b, 0, 0}).withMessageContaining("cannot be read");
  }

  @Test
  void other_encodings_with_a_byte_order_mark_are_read() throws Exception {
    for (String charset : new String[] {"UTF-8", "UTF-16LE", "UTF-16BE"}) {
      byte[] input =
          ("\ufeff" + Inputs.preview("{\"ami\":\"ä\"}")).getBytes(Charset.forName(charset));
      assertThat(Inputs.read(input, Interest.everything()).resources().get(0).inputs())
          .as(charset)
          .containsEntry("ami", dev.cutset.stack.Value.of("ä"));
    }
  }

  @Test
  void a_stream_stays_open_for_its_owner() throws Exception {
    boolean[] closed = {false};
    byte[] input = Inputs.preview("{}").getBytes(StandardCharsets.UTF_8);
    ByteArrayInputStream in =
        new ByteArrayInputStream(input) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    new StackReader(Interest.everything(), dev.cutset.stack.Naming.none()).read(in, "-");
    assertThat(closed[0]).isFalse();
  }
}
