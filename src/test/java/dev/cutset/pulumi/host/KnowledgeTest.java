package dev.cutset.pulumi.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutset.config.ConfigurationException;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program is told of other stacks and by lookups. */
@Tag("programs")
class KnowledgeTest {
  private static final String REFERENCE =
      """
      var other = new StackReference("acme/network/prod");
      new Subnet("subnet", SubnetArgs.builder()
          .vpcId(other.output("vpcId").applyValue(Object::toString))
          .cidrBlock(other.output("block").applyValue(Object::toString))
          .tags(other.output("zones").applyValue(zones -> Map.of(
              "first", (String) ((List<?>) zones).get(0))))
          .build());
      """;

  private static final String STATE =
      """
      {"version": 3, "deployment": {"resources": [
        {"urn": "urn:pulumi:prod::network::pulumi:pulumi:Stack::network-prod",
         "custom": false, "type": "pulumi:pulumi:Stack",
         "outputs": {
           "vpcId": "vpc-7", "zones": ["eu-west-1a", "eu-west-1b"],
           "block": {
             "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
             "ciphertext": "AAAA"}}}]}}
      """;

  @TempDir private Path folder;
  private SmallProject project;

  @BeforeEach
  void makeProject() throws IOException {
    project = new SmallProject(folder);
  }

  @Test
  void outputs_of_another_stack_are_as_written_and_secrets_stay_secret() throws Exception {
    Stack stack =
        project
            .told(
                """
                stacks:
                  network/prod:
                    outputs: { vpcId: vpc-1, zones: [eu-west-1a] }
                    secretOutputs: [block]
                  prod:
                    outputs: { vpcId: vpc-2 }
                """)
            .deploys(REFERENCE)
            .run();

    assertThat(find(stack, "subnet").inputs())
        .isEqualTo(
            Map.of(
                "vpcId",
                Value.of("vpc-1"),
                "cidrBlock",
                Value.SECRET,
                "tags",
                new Value.Fields(Map.of("first", Value.of("eu-west-1a")))));
  }

  @Test
  void outputs_of_another_stack_come_from_its_state() throws Exception {
    Stack stack =
        project
            .file("network.json", STATE)
            .told("stacks: { prod: { from: network.json } }")
            .deploys(REFERENCE)
            .run();

    assertThat(find(stack, "subnet").property("vpcId")).contains(Value.of("vpc-7"));
    assertThat(find(stack, "subnet").property("cidrBlock")).contains(Value.SECRET);
  }

  @Test
  void what_is_left_open_is_unknown() throws Exception {
    project
        .told("stacks: { acme/network/prod: { outputs: { vpcId: null } } }")
        .deploys(
            """
            var other = new StackReference("acme/network/prod");
            new Vpc("vpc", VpcArgs.builder()
                .cidrBlock(other.output("vpcId").applyValue(Object::toString))
                .build());
            """);

    assertThat(find(project.run(), "vpc").inputs()).isEqualTo(Map.of("cidrBlock", Value.UNKNOWN));
  }

  @Test
  void an_output_that_another_stack_does_not_have_is_missed_by_the_program() throws Exception {
    project
        .told("stacks: { acme/network/prod: { outputs: { vpcId: vpc-1 } } }")
        .deploys(
            """
            var other = new StackReference("acme/network/prod");
            context.export("x", other.requireOutput("gateway"));
            """);

    assertThatThrownBy(project::run).hasMessageContaining("failed");
    assertThat(String.join("\n", project.screen)).contains("gateway");
  }

  @Test
  void a_file_of_a_stack_that_cannot_be_used_is_a_mistake_with_its_place() throws Exception {
    project.file("no.json", "{}").file("empty.json", "{\"version\": 3, \"deployment\": {}}");
    assertThatThrownBy(
            () ->
                project.told(
                    """
                    stacks:
                      a/prod: { from: gone.json }
                      b/prod: { from: no.json }
                      c/prod: { from: empty.json }
                    """))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("cutset.yaml:2:19: the outputs of `a/prod` are not had: ")
        .hasMessageContaining("gone.json`: no such file; check the path")
        .hasMessageContaining("cutset.yaml:3:19: the outputs of `b/prod` are not had: ")
        .hasMessageContaining("cutset.yaml:4:19: `")
        .hasMessageContaining("empty.json` holds no Pulumi stack with outputs");
  }

  @Test
  void a_preview_of_another_stack_does_not_tell_its_outputs() throws Exception {
    project
        .file(
            "network.json",
            """
            {"steps": [{"op": "create",
              "urn": "urn:pulumi:prod::network::pulumi:pulumi:Stack::network-prod",
              "newState": {
                "urn": "urn:pulumi:prod::network::pulumi:pulumi:Stack::network-prod",
                "custom": false, "type": "pulumi:pulumi:Stack", "inputs": {}}}]}
            """)
        .told("stacks: { prod: { from: network.json } }")
        .deploys(REFERENCE);

    assertThat(find(project.run(), "subnet").property("vpcId")).contains(Value.UNKNOWN);
  }

  @Test
  void a_name_may_be_said_in_full_or_by_its_end() {
    OtherStack network = stack("acme/network/prod");
    OtherStack own = stack("shop/test");
    OtherStack twice = stack("a/b/staging");
    OtherStacks stacks =
        new OtherStacks(
            List.of(stack("prod"), network, own, twice, stack("c/d/staging")), "acme", "shop");

    assertThat(stacks.find("acme/network/prod")).contains(network);
    assertThat(stacks.find("network/prod")).contains(network);
    assertThat(stacks.find("other/network/prod")).contains(stack("prod"));
    assertThat(stacks.find("test")).contains(own);
    assertThat(stacks.find("acme/test")).contains(own);
    assertThat(stacks.find("b/staging")).contains(twice);
    assertThat(stacks.find("staging")).isEmpty();
    assertThat(stacks.find("acme/network/dev")).isEmpty();
  }

  @Test
  void a_lookup_finds_what_the_team_says_and_else_what_it_always_finds() throws Exception {
    Stack stack =
        project
            .told(
                """
                lookups:
                  - function: "aws:ec2:getAmi"
                    with: { mostRecent: true, owners: [amazon] }
                    returns: { id: ami-amazon }
                  - function: "aws:ec2/getAmi:getAmi"
                    returns: { id: ami-other, architecture: null }
                  - function: "aws:index/getAvailabilityZones:getAvailabilityZones"
                    returns: { names: [eu-west-1x] }
                """)
            .deploys(
                """
                var amazon = Ec2Functions.getAmi(com.pulumi.aws.ec2.inputs.GetAmiArgs.builder()
                    .mostRecent(true).owners("amazon").build());
                var other = Ec2Functions.getAmi(com.pulumi.aws.ec2.inputs.GetAmiArgs.builder()
                    .owners("amazon").build());
                new Instance("amazon", InstanceArgs.builder()
                    .ami(amazon.applyValue(ami -> ami.id()))
                    .userData(amazon.applyValue(ami -> ami.imageLocation())).build());
                new Instance("other", InstanceArgs.builder()
                    .ami(other.applyValue(ami -> ami.id())).build());
                """)
            .run();

    Resource amazon = find(stack, "amazon");
    assertThat(amazon.property("ami")).contains(Value.of("ami-amazon"));
    assertThat(find(stack, "other").property("ami")).contains(Value.UNKNOWN);
    assertThat(amazon.property("userData").orElseThrow()).isInstanceOf(Value.Text.class);
    assertThat(project.progress)
        .containsExactly(
            "nobody asked for `aws:index/getAvailabilityZones:getAvailabilityZones`, which"
                + " cutset.yaml answers under `lookups:`");
  }

  @Test
  void a_region_of_the_environment_stands_below_the_configuration() throws Exception {
    project
        .variable("AWS_REGION", "eu-north-1")
        .variable("AWS_SECRET_ACCESS_KEY", "hunter2")
        .deploys(
            """
            new Vpc("vpc", VpcArgs.builder().build());
            var explicit = new Provider("explicit", ProviderArgs.builder().build());
            if (System.getenv("AWS_SECRET_ACCESS_KEY") != null) throw new Error();
            """);

    Stack stack = project.run();
    assertThat(find(stack, "default").inputs()).isEqualTo(Map.of("region", Value.of("eu-north-1")));
    assertThat(find(stack, "explicit").property("region")).contains(Value.of("eu-north-1"));
    assertThat(find(project.config("aws:region", "us-west-2").run(), "default").inputs())
        .isEqualTo(Map.of("region", Value.of("us-west-2")));
  }

  @Test
  void only_names_of_regions_are_taken_from_the_environment() {
    Map<String, String> environment =
        Map.of(
            "AWS_REGION", "AKIA/secret+key",
            "AWS_DEFAULT_REGION", "us-gov-west-1",
            "GOOGLE_REGION", "europe-west1",
            "AWS_PROFILE", "prod");

    Regions regions = new Regions(environment);
    assertThat(regions.of("aws")).isEqualTo(Map.of("region", "us-gov-west-1"));
    assertThat(regions.of("gcp")).isEqualTo(Map.of("region", "europe-west1"));
    assertThat(regions.of("kubernetes")).isEmpty();
    assertThat(regions.variables())
        .isEqualTo(Map.of("AWS_DEFAULT_REGION", "us-gov-west-1", "GOOGLE_REGION", "europe-west1"));
  }

  private static OtherStack stack(String name) {
    return new OtherStack(name, Optional.of(Map.of()));
  }

  private static Resource find(Stack stack, String name) {
    return stack.resources().stream()
        .filter(resource -> resource.name().startsWith(name))
        .findFirst()
        .orElseThrow();
  }
}
