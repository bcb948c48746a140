package dev.cutset.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutset.stack.Interest;
import dev.cutset.stack.Naming;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackReaderTest {
  private static final Interest AMI =
      (type, property) -> type.equals("aws:ec2/instance:Instance") && property.equals("ami");

  private final StackReader reader = new StackReader(Interest.everything(), Naming.none());

  @Test
  void only_properties_that_somebody_reads_are_kept() throws Exception {
    Resource web = Inputs.read(Inputs.preview("{\"ami\":1,\"size\":2}"), AMI).resources().get(0);
    assertThat(web.inputs()).isEqualTo(Map.of("ami", Value.of(1)));
  }

  @Test
  void properties_that_come_before_their_type_are_dropped_afterwards() throws Exception {
    String late =
        """
        {"inputs":{"ami":1,"size":2},"outputs":{"ip":3},"urn":"%s"}\
        """
            .formatted(Inputs.WEB);
    Resource web = Inputs.read(Inputs.state(late), AMI).resources().get(0);
    assertThat(web.inputs()).isEqualTo(Map.of("ami", Value.of(1)));
    assertThat(web.outputs()).isEmpty();
  }

  @Test
  void edges_are_kept_whatever_somebody_reads() throws Exception {
    String on = "urn:pulumi:dev::shop::a:b:C::on";
    String web =
        """
        {"urn":"%s","dependencies":["%s"],"propertyDependencies":{"userData":["%s"]}}\
        """
            .formatted(Inputs.WEB, on, on);
    Resource read = Inputs.read(Inputs.state(web), AMI).resources().get(0);
    assertThat(read.propertyDependencies()).containsOnlyKeys("userData");
    assertThat(read.dependencies()).hasSize(1);
  }

  @Test
  void the_type_in_the_urn_does_for_a_missing_one() throws Exception {
    assertThat(Inputs.read(Inputs.preview("{}")).resources().get(0).type())
        .isEqualTo("aws:ec2/instance:Instance");
  }

  @Test
  void what_a_pipeline_logs_around_the_json_is_passed_over() throws Exception {
    String preview = Inputs.preview("{}");
    for (String before : List.of("[command]/bin/tool\n", "\u001b[1mwarning\u001b[0m\nx\r\n")) {
      for (String after : List.of("", "\n", "::debug::exit 0\n", "\n\n::set-output name=x::{}\n")) {
        assertThat(Inputs.read(before + preview + after).resources()).hasSize(1);
      }
    }
  }

  @Test
  void a_plan_is_read_out_of_what_it_is_wrapped_in() throws Exception {
    String plan =
        """
        {"format_version":"1.2","resource_changes":[{"address":"acme_db.main","type":"acme_db",
          "change":{"actions":["create"],"after":{}}}]}""";
    assertThat(Inputs.read("{\"tfplan\":" + plan + "}").resources())
        .containsExactlyElementsOf(Inputs.read(plan).resources());
    assertThat(Inputs.read("{\"run\":{\"id\":\"x\"},\"plan\":" + plan + "}").resources())
        .containsExactlyElementsOf(Inputs.read(plan).resources());
  }

  @Test
  void a_resource_without_a_provider_has_that_of_its_type() throws Exception {
    Stack stack =
        Inputs.read(
            """
            {"format_version":"1.2","resource_changes":[{"address":"acme_db.main","type":"acme_db",
              "change":{"actions":["create"],"after":{}}}]}""");
    assertThat(stack.resources())
        .extracting(resource -> resource.urn().name())
        .containsExactly("provider.acme", "acme_db.main");
  }

  @Test
  void a_new_stack_has_no_resources() throws Exception {
    assertThat(Inputs.read("{\"version\":3,\"deployment\":null}").resources()).isEmpty();
    assertThat(Inputs.read("{\"version\":3,\"checkpoint\":{\"latest\":null}}").resources())
        .isEmpty();
  }

  @Test
  void the_only_state_of_a_folder_is_read(@TempDir Path folder) throws Exception {
    Path stacks = Files.createDirectories(folder.resolve(".pulumi/stacks/shop"));
    Files.writeString(stacks.resolve("dev.json"), Inputs.state("{\"urn\":\"" + Inputs.WEB + "\"}"));
    Files.writeString(stacks.resolve("dev.json.bak"), "");
    assertThat(reader.read(folder).resources()).hasSize(1);
    assertThat(reader.read(folder.resolve(".pulumi")).resources()).hasSize(1);
  }

  @Test
  void several_states_are_listed(@TempDir Path folder) throws Exception {
    Path stacks = Files.createDirectories(folder.resolve(".pulumi/stacks"));
    Files.writeString(stacks.resolve("prod.json"), "");
    Files.writeString(stacks.resolve("dev.json"), "");
    assertThatThrownBy(() -> reader.read(folder))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageContaining("2 states are here: `.pulumi/stacks/dev.json`, `.pulumi/stacks/prod")
        .hasMessageContaining("pass one of these files");
  }

  @Test
  void a_project_without_a_state_says_what_to_make(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("Pulumi.yaml"), "name: x");
    assertThatThrownBy(() -> reader.read(folder))
        .hasMessageContaining("a Pulumi project without a state")
        .hasMessageContaining("pulumi preview --json");
  }

  @Test
  void a_missing_file_is_named(@TempDir Path folder) {
    assertThatThrownBy(() -> reader.read(folder.resolve("no.json")))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageContaining("no.json`: no such file");
  }
}
