package dev.cutset.pulumi.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramHostTest {
  private static final String DEV = "urn:pulumi:dev::shop::";

  @TempDir private Path folder;
  private SmallProject project;

  @BeforeEach
  void makeProject() throws IOException {
    project = new SmallProject(folder);
  }

  @Test
  void an_output_that_only_the_cloud_knows_keeps_its_edge() throws Exception {
    Stack stack =
        project
            .deploys(
                """
                var address = new Eip("address", EipArgs.builder().domain("vpc").build());
                new Instance("web", InstanceArgs.builder()
                    .instanceType("t3.small")
                    .userData(Output.format("listen %s", address.publicIp()))
                    .build());
                """)
            .run();

    Resource web = find(stack, "web");
    Urn address = new Urn(DEV + "aws:ec2/eip:Eip::address");
    assertThat(web.inputs())
        .containsEntry("instanceType", Value.of("t3.small"))
        .containsEntry("userData", Value.UNKNOWN);
    assertThat(web.dependencies()).containsExactly(address);
    assertThat(web.propertyDependencies()).isEqualTo(Map.of("userData", List.of(address)));
    assertThat(stack.source()).isEqualTo(Stack.Source.PROGRAM);
    assertThat(stack.resources().get(0).urn().text())
        .isEqualTo(DEV + "pulumi:pulumi:Stack::shop-dev");
  }

  @Test
  void components_providers_and_explicit_dependencies_are_seen() throws Exception {
    Stack stack =
        project
            .deploys(
                """
                var group = new Group("group");
                var west = new Provider("west", ProviderArgs.builder().region("us-west-2").build());
                var vpc = new Vpc("vpc", VpcArgs.builder().cidrBlock("10.0.0.0/16").build(),
                    CustomResourceOptions.builder().parent(group).provider(west).build());
                new Subnet("subnet", SubnetArgs.builder().vpcId("vpc-1").build(),
                    CustomResourceOptions.builder().dependsOn(vpc).protect(true)
                        .aliases(Alias.builder().name("old").build()).build());
                """)
            .run();

    Urn group = new Urn(DEV + "shop:index:Group::group");
    Resource vpc = find(stack, "vpc");
    assertThat(find(stack, "group").custom()).isFalse();
    assertThat(vpc.urn().text()).isEqualTo(DEV + "shop:index:Group$aws:ec2/vpc:Vpc::vpc");
    assertThat(vpc.parent()).contains(group);
    assertThat(vpc.provider()).contains(new Urn(DEV + "pulumi:providers:aws::west"));
    assertThat(find(stack, "west").property("region")).contains(Value.of("us-west-2"));
    assertThat(find(stack, "subnet").dependencies()).isEqualTo(Set.of(vpc.urn()));
  }

  @Test
  void configuration_comes_from_project_stack_and_command_line_in_this_order() throws Exception {
    Stack stack =
        project
            .file(
                "Pulumi.yaml",
                """
                name: shop
                runtime: {name: java, options: {binary: app.jar}}
                config:
                  aws:region: {value: us-east-1}
                  size: {default: small}
                  zones: {default: 1}
                """)
            .file("Pulumi.test.yaml", "config:\n  aws:region: eu-west-1\n  shop:size: large\n")
            .file("Pulumi.prod.yaml", "config: {}\n")
            .stack("test")
            .config("size", "huge")
            .deploys(
                """
                var config = context.config();
                new Vpc("vpc", VpcArgs.builder()
                    .tags(Map.of("size", config.require("size"), "zones", config.require("zones")))
                    .build());
                """)
            .run();

    assertThat(stack.name()).isEqualTo("test");
    assertThat(find(stack, "vpc").property("tags"))
        .contains(new Value.Fields(Map.of("size", Value.of("huge"), "zones", Value.of("1"))));
    assertThat(
            stack.resources().stream()
                .filter(resource -> resource.type().equals("pulumi:providers:aws"))
                .map(Resource::inputs))
        .containsExactly(Map.of("region", Value.of("eu-west-1")));
  }

  @Test
  void a_secret_is_never_kept() throws Exception {
    Stack stack =
        project
            .file("Pulumi.dev.yaml", "config:\n  shop:password:\n    secure: AAABdonotshow\n")
            .deploys(
                """
                var password = context.config().requireSecret("password");
                new Vpc("vpc", VpcArgs.builder()
                    .tags(password.applyValue(text -> Map.of("password", text)))
                    .cidrBlock(Output.ofSecret("hunter2"))
                    .build());
                """)
            .run();

    assertThat(find(stack, "vpc").inputs())
        .isEqualTo(Map.of("tags", Value.SECRET, "cidrBlock", Value.SECRET));
  }

  @Test
  void another_stack_is_unknown_and_what_exists_is_read() throws Exception {
    Stack stack =
        project
            .deploys(
                """
                var other = new StackReference("organization/network/prod");
                var vpc = Vpc.get("vpc", Output.of("vpc-123"), null, null);
                new Subnet("subnet", SubnetArgs.builder()
                    .vpcId(vpc.id())
                    .cidrBlock(other.output("block").applyValue(Object::toString))
                    .build());
                """)
            .run();

    Resource subnet = find(stack, "subnet");
    assertThat(find(stack, "vpc").id()).contains("vpc-123");
    assertThat(subnet.property("vpcId")).contains(Value.of("vpc-123"));
    assertThat(subnet.property("cidrBlock")).contains(Value.UNKNOWN);
    assertThat(subnet.dependencies()).contains(find(stack, "vpc").urn());
  }

  @Test
  void a_lookup_is_answered_for_the_region_of_its_provider() throws Exception {
    Stack stack =
        project
            .file("Pulumi.dev.yaml", "config:\n  aws:region: eu-west-1\n")
            .deploys(
                """
                var west = new Provider("west", ProviderArgs.builder().region("us-west-2").build());
                var all = GetAvailabilityZonesArgs.builder().build();
                var here = AwsFunctions.getAvailabilityZones(all);
                var there = AwsFunctions.getAvailabilityZones(all,
                    InvokeOptions.builder().provider(west).build());
                new Subnet("here", SubnetArgs.builder().vpcId("vpc-1")
                    .availabilityZone(here.applyValue(zones -> zones.names().get(0))).build());
                new Subnet("there", SubnetArgs.builder().vpcId("vpc-1")
                    .availabilityZone(there.applyValue(zones -> zones.names().get(0))).build());
                """)
            .run();

    assertThat(find(stack, "here").property("availabilityZone")).contains(Value.of("eu-west-1a"));
    assertThat(find(stack, "there").property("availabilityZone")).contains(Value.of("us-west-2a"));
  }

  @Test
  void an_error_of_the_program_is_shown_once_with_its_stack_trace() throws Exception {
    project.deploys("throw new IllegalStateException(\"no such size\");");

    assertThatThrownBy(project::run)
        .isInstanceOf(ProgramException.class)
        .hasMessageStartingWith("the program of `shop` failed (exit code ");
    String shown = String.join("\n", project.screen);
    assertThat(shown).contains("at App.lambda$main$0");
    assertThat(shown.split("IllegalStateException: no such size", -1)).as(shown).hasSize(2);
  }

  @Test
  void what_a_provider_process_would_make_is_said_not_to_be_seen() throws Exception {
    Stack stack = project.deploys("new Made(\"cluster\");").run();

    assertThat(find(stack, "cluster").type()).isEqualTo("shop:index:Made");
    assertThat(project.progress)
        .singleElement()
        .asString()
        .startsWith("what is inside `cluster` is not seen");
  }

  @Test
  void two_resources_of_one_name_are_an_error_of_the_program() throws Exception {
    project.deploys("new Eip(\"one\"); new Eip(\"one\");");

    assertThatThrownBy(project::run).isInstanceOf(ProgramException.class);
    assertThat(String.join("\n", project.screen))
        .contains("two resources have the name `" + DEV + "aws:ec2/eip:Eip::one`");
  }

  @Test
  void a_program_that_declares_nothing_is_not_a_stack() throws Exception {
    project.mainIs("System.out.println(\"hello\");");

    assertThatThrownBy(project::run).hasMessageContaining("declared nothing");
    assertThat(project.screen).contains("hello");
  }

  @Test
  void a_program_that_ends_before_all_is_declared_is_not_a_stack() throws Exception {
    project.deploys(
        """
        var declared = new java.util.concurrent.CountDownLatch(1);
        new Eip("one").urn().applyValue(urn -> { declared.countDown(); return urn; });
        try {
          declared.await(20, java.util.concurrent.TimeUnit.SECONDS);
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        System.exit(0);
        """);

    assertThatThrownBy(project::run).hasMessageContaining("ended before Pulumi.run did");
  }

  @Test
  void a_secret_of_the_configuration_is_hidden_in_what_the_program_prints() throws Exception {
    project
        .file("Pulumi.dev.yaml", "config:\n  shop:password:\n    secure: v1:abc\n")
        .config("password", "open sesame")
        .deploys(
            """
            String password = context.config().require("password");
            System.out.println("printed: " + password);
            context.log().info("told: " + password);
            """)
        .run();

    assertThat(project.screen).contains("printed: [secret]", "told: [secret]");
  }

  @Test
  void a_program_that_does_not_end_is_stopped() throws Exception {
    project.mainIs("Thread.sleep(600_000);").limit(Duration.ofSeconds(1));

    assertThatThrownBy(project::run)
        .hasMessage("the program of `shop` did not end within 1 seconds and was stopped");
  }

  @Test
  void a_program_does_not_find_credentials() throws Exception {
    project.mainIs("System.out.println(new TreeSet<>(System.getenv().keySet()));");

    assertThatThrownBy(project::run).isInstanceOf(ProgramException.class);
    assertThat(project.screen)
        .anySatisfy(line -> assertThat(line).contains("PULUMI_MONITOR", "PATH"))
        .noneSatisfy(line -> assertThat(line).contains("MAVEN"));
  }

  @Test
  void a_program_in_another_language_is_left_to_the_pulumi_cli() throws Exception {
    project.file("Pulumi.yaml", "name: shop\nruntime: nodejs\n");

    assertThatThrownBy(project::run)
        .hasMessageContaining("a program in nodejs")
        .hasMessageContaining("pulumi preview --json");
  }

  @Test
  void of_several_stacks_one_has_to_be_named() throws Exception {
    project.file("Pulumi.a.yaml", "").file("Pulumi.b.yaml", "");

    assertThatThrownBy(project::run).hasMessageContaining("a, b; say which with --stack");
    assertThatThrownBy(project.stack("c")::run).hasMessageContaining("no settings for the stack");
  }

  private static Resource find(Stack stack, String name) {
    Optional<Resource> found =
        stack.resources().stream().filter(resource -> resource.name().equals(name)).findFirst();
    return found.orElseThrow();
  }
}
