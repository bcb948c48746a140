package dev.cutset.pulumi.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Java SDK does to resources on their way to the engine arrives. */
class SdkTest {
  private static final String DEV = "urn:pulumi:dev::shop::";

  @TempDir private Path folder;
  private SmallProject project;

  @BeforeEach
  void makeProject() throws IOException {
    project = new SmallProject(folder);
  }

  @Test
  void transformations_of_the_stack_a_component_and_a_resource_change_what_is_declared()
      throws Exception {
    Stack stack =
        project
            .mainIs(
                """
                ResourceTransformation tagged = it -> it.args() instanceof VpcArgs
                    ? Optional.of(new ResourceTransformation.Result(
                        VpcArgs.builder().cidrBlock("10.0.0.0/16")
                            .tags(Map.of("by", "stack")).build(), it.options()))
                    : Optional.empty();
                ResourceTransformation large = it -> it.args() instanceof InstanceArgs
                    ? Optional.of(new ResourceTransformation.Result(
                        InstanceArgs.builder().instanceType("t3.large").build(), it.options()))
                    : Optional.empty();
                Pulumi.withOptions(StackOptions.builder().resourceTransformations(tagged).build())
                    .run(context -> {
                      var vpc = new Vpc("vpc", VpcArgs.builder().build());
                      new Instance("own", InstanceArgs.builder().instanceType("t3.small").build(),
                          CustomResourceOptions.builder().resourceTransformations(
                              large,
                              it -> Optional.of(new ResourceTransformation.Result(it.args(),
                                  CustomResourceOptions.merge(
                                      (CustomResourceOptions) it.options(),
                                      CustomResourceOptions.builder().dependsOn(vpc).build()))))
                              .build());
                      var group = new ComponentResource("shop:index:Group", "group",
                          ComponentResourceOptions.builder()
                              .resourceTransformations(large).build());
                      new Instance("child", InstanceArgs.builder().instanceType("t3.small").build(),
                          CustomResourceOptions.builder().parent(group).build());
                    });
                """)
            .run();

    assertThat(find(stack, "vpc").property("tags").orElseThrow())
        .isInstanceOfSatisfying(
            Value.Fields.class,
            tags -> assertThat(tags.values()).containsEntry("by", Value.of("stack")));
    assertThat(find(stack, "own").property("instanceType")).contains(Value.of("t3.large"));
    assertThat(find(stack, "own").dependencies()).containsExactly(find(stack, "vpc").urn());
    assertThat(find(stack, "child").property("instanceType")).contains(Value.of("t3.large"));
  }

  @Test
  void aliases_change_no_name() throws Exception {
    Stack stack =
        project
            .deploys(
                """
                new Eip("new", EipArgs.builder().build(), CustomResourceOptions.builder().aliases(
                    Alias.builder().name("old").build(),
                    Alias.builder().type("aws:ec2:Eip").noParent().build(),
                    Alias.withUrn("urn:pulumi:dev::shop::aws:ec2/eip:Eip::older")).build());
                """)
            .run();

    assertThat(find(stack, "new").urn()).isEqualTo(new Urn(DEV + "aws:ec2/eip:Eip::new"));
  }

  @Test
  void a_package_made_by_parameters_has_its_own_version() throws Exception {
    Stack stack =
        project
            .deploys(
                """
                var made = com.pulumi.deployment.Deployment.getInstance().registerPackage(
                    "terraform-provider", "0.8.1", "", "shop", "2.3.4", "e30=");
                class Thing extends CustomResource {
                  Thing(String name) {
                    super("shop:index:Thing", name, ResourceArgs.Empty,
                        CustomResourceOptions.builder().build(), false, made);
                  }
                }
                new Thing("thing");
                """)
            .config("shop:key", "value")
            .run();

    assertThat(find(stack, "thing").provider())
        .contains(new Urn(DEV + "pulumi:providers:shop::default_2_3_4"));
  }

  private static Resource find(Stack stack, String name) {
    return stack.resources().stream()
        .filter(resource -> resource.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
