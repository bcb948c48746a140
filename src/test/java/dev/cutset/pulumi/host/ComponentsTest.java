package dev.cutset.pulumi.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Components that a provider makes, which is a process of its own. */
@Tag("programs")
class ComponentsTest {
  private static final String DEV = "urn:pulumi:dev::shop::";
  private static final Urn MADE = new Urn(DEV + "shop:index:Made::web");

  /** Written with what the SDK has for providers of components. */
  private static final String COMPONENT_PROVIDER =
      """
      package shopkit;
      import com.pulumi.aws.ec2.*;
      import com.pulumi.core.Output;
      import com.pulumi.core.annotations.*;
      import com.pulumi.provider.internal.*;
      import com.pulumi.resources.*;
      public class Provider {
        public static void main(String[] args) throws Exception {
          System.out.flush();
          new ComponentProviderHost("shop", Provider.class.getPackage()).start(args);
        }
      }
      class MadeArgs extends ResourceArgs {
        @Import(name = "size", required = true) private Output<String> size;
        @Import(name = "vpcId", required = true) private Output<String> vpcId;
        private MadeArgs() {}
        Output<String> size() { return size; }
        Output<String> vpcId() { return vpcId; }
      }
      class Made extends ComponentResource {
        @Export(name = "address", refs = {String.class}, tree = "[0]")
        public final Output<String> address;
        public Made(String name, MadeArgs args, ComponentResourceOptions options) {
          super("shop:index:Made", name, null, options);
          var children = CustomResourceOptions.builder().parent(this).build();
          var subnet = new Subnet(name + "-subnet",
              SubnetArgs.builder().vpcId(args.vpcId()).build(), children);
          var instance = new Instance(name + "-instance", InstanceArgs.builder()
              .keyName(args.size()).subnetId(subnet.id()).build(), children);
          this.address = instance.publicIp();
        }
      }
      """;

  private static final String PROGRAM =
      """
      var vpc = new Vpc("vpc", VpcArgs.builder().cidrBlock("10.0.0.0/16").build());
      var web = new Made("web", new MadeArgs("t3.large", vpc.id()));
      var other = new Made("other", new MadeArgs("t3.small", vpc.id()));
      new Eip("address", EipArgs.builder().publicIpv4Pool(web.address).build());
      """;

  @TempDir private Path folder;
  private SmallProject project;

  @BeforeEach
  void makeProject() throws IOException {
    project = new SmallProject(Files.createDirectories(folder.resolve("project")));
  }

  @Test
  void a_provider_that_the_project_names_makes_the_children() throws Exception {
    provider(folder.resolve("provider"));
    project.file(
        "Pulumi.yaml",
        """
        name: shop
        runtime: {name: java, options: {binary: app.jar}}
        plugins:
          providers:
            - {name: shop, path: ../provider}
        """);

    Stack stack = project.deploys(PROGRAM).run();

    Resource instance = find(stack, "web-instance");
    Resource subnet = find(stack, "web-subnet");
    Urn vpc = find(stack, "vpc").urn();
    assertThat(stack.resources().stream().map(Resource::name))
        .containsExactlyInAnyOrder(
            "shop-dev",
            "vpc",
            "web",
            "web-subnet",
            "web-instance",
            "other",
            "other-subnet",
            "other-instance",
            "address");
    assertThat(find(stack, "web").custom()).isFalse();
    assertThat(instance.urn().text())
        .isEqualTo(DEV + "shop:index:Made$aws:ec2/instance:Instance::web-instance");
    assertThat(instance.parent()).contains(MADE);
    assertThat(instance.property("keyName")).contains(Value.of("t3.large"));
    assertThat(instance.propertyDependencies()).containsEntry("subnetId", List.of(subnet.urn()));
    // The SDK's providers forget on what an unknown input depends; the component tells it.
    assertThat(find(stack, "web").inputs())
        .isEqualTo(Map.of("size", Value.of("t3.large"), "vpcId", Value.UNKNOWN));
    assertThat(find(stack, "web").propertyDependencies()).isEqualTo(Map.of("vpcId", List.of(vpc)));
    assertThat(find(stack, "address").property("publicIpv4Pool")).contains(Value.UNKNOWN);
    assertThat(project.progress).containsExactly("starting the provider `shop`");
  }

  @Test
  void a_provider_that_pulumi_installed_or_that_is_on_path_is_found_too() throws Exception {
    Path made = provider(folder.resolve("provider"));
    executable(folder.resolve("home/plugins/resource-shop-v1.9.0"), "exit 1");
    executable(folder.resolve("home/plugins/resource-shop-v1.10.0"), run(made));
    project.deploys(PROGRAM);

    assertThat(find(project.variable("PULUMI_HOME", text("home")).run(), "web-instance").parent())
        .contains(MADE);

    executable(folder.resolve("bin"), run(made));
    String path = text("bin") + ":" + System.getenv("PATH");
    project.variable("PULUMI_HOME", text("nowhere")).variable("PATH", path);
    assertThat(find(project.run(), "web-instance").parent()).contains(MADE);

    project.variable("PULUMI_IGNORE_AMBIENT_PLUGINS", "true");
    assertThat(project.run().resources()).noneMatch(r -> r.name().equals("web-instance"));
    assertThat(project.progress)
        .last()
        .asString()
        .startsWith("what is inside `")
        .contains("it is not on this machine");
  }

  @Test
  void a_provider_that_does_not_start_leaves_one_resource_and_the_reason() throws Exception {
    executable(folder.resolve("bin"), "echo no license >&2; exit 3");
    project
        .variable("PULUMI_HOME", text("nowhere"))
        .variable("PATH", text("bin") + ":" + System.getenv("PATH"));

    Stack stack = project.deploys("new Made(\"web\");").run();

    assertThat(find(stack, "web").urn()).isEqualTo(MADE);
    assertThat(project.screen).containsExactly("no license");
    assertThat(project.progress)
        .contains("the provider `shop` ended before it listened")
        .anySatisfy(line -> assertThat(line).startsWith("what is inside `web` is not seen"));
  }

  @Test
  void methods_are_answered_and_the_provider_is_told_to_end() throws Exception {
    SmallJar.make(
        folder.resolve("methods.jar"), folder.resolve("methods"), "Methods", METHOD_PROVIDER);
    executable(folder.resolve("bin"), run(folder.resolve("methods.jar")));
    project
        .variable("PULUMI_HOME", text("nowhere"))
        .variable("PATH", text("bin") + ":" + System.getenv("PATH"))
        .file("Pulumi.dev.yaml", "config:\n  shop:key: {secure: AAAA}\n  shop:zone: a\n");

    Stack stack =
        project
            .deploys(
                """
                var web = new Made("web", new MadeArgs("t3.large", Output.of("vpc-1")));
                var answer = com.pulumi.deployment.Deployment.getInstance().call(
                    "shop:index:Made/zone", TypeShape.map(String.class, String.class),
                    CallArgs.Empty, web);
                new Vpc("vpc", VpcArgs.builder()
                    .instanceTenancy(answer.applyValue(zone -> zone.get("zone"))).build());
                """)
            .run();

    assertThat(find(stack, "vpc").property("instanceTenancy")).contains(Value.of("a8 web"));
    assertThat(folder.resolve("project/ended")).exists();
  }

  @Test
  void what_a_provider_refuses_is_an_error_of_the_program() throws Exception {
    SmallJar.make(
        folder.resolve("methods.jar"), folder.resolve("methods"), "Methods", METHOD_PROVIDER);
    executable(folder.resolve("bin"), run(folder.resolve("methods.jar")));
    project
        .variable("PULUMI_HOME", text("nowhere"))
        .variable("PATH", text("bin") + ":" + System.getenv("PATH"));

    project
        .file("Pulumi.dev.yaml", "config:\n  shop:key: {secure: AAAA}\n  shop:zone: a\n")
        .deploys("new Made(\"refused\");");

    assertThatThrownBy(project::run).hasMessageContaining("failed");
    assertThat(String.join("\n", project.screen))
        .contains("the provider `shop` could not make `refused`: too small");
    assertThat(project.progress)
        .last()
        .isEqualTo("the provider `shop` could not make `refused`; `--via pulumi` may get further");
    assertThat(folder.resolve("project/ended")).exists();
  }

  @Test
  void a_method_without_its_provider_is_refused_with_advice() throws Exception {
    project
        .variable("PULUMI_HOME", text("nowhere"))
        .deploys(
            """
            var answer = com.pulumi.deployment.Deployment.getInstance().call(
                "shop:index:Made/zone", TypeShape.map(String.class, String.class),
                CallArgs.Empty, new Group("group"));
            context.export("answer", answer);
            """);

    assertThatThrownBy(project::run).hasMessageContaining("failed");
    assertThat(String.join("\n", project.screen))
        .contains("the method `shop:index:Made/zone` is answered by its provider only");
  }

  /** Says no more than the protocol asks. */
  private static final String METHOD_PROVIDER =
      """
      import com.google.protobuf.*;
      import io.grpc.*;
      import io.grpc.stub.StreamObserver;
      import pulumirpc.Provider.*;
      import pulumirpc.Resource.*;
      public class Methods extends pulumirpc.ResourceProviderGrpc.ResourceProviderImplBase {
        private static String configuration = "";
        public static void main(String[] args) throws Exception {
          Server server = ServerBuilder.forPort(0).addService(new Methods()).build().start();
          System.out.println(server.getPort());
          server.awaitTermination();
        }
        @Override public void configure(
            ConfigureRequest request, StreamObserver<ConfigureResponse> engine) {
          var key = request.getArgs().getFieldsOrThrow("key").getStructValue();
          configuration = request.getVariablesOrThrow("shop:config:zone")
              + key.getFieldsOrThrow("value").getStringValue().length();
          reply(engine, ConfigureResponse.newBuilder().setAcceptSecrets(true).build());
        }
        @Override public void construct(
            ConstructRequest request, StreamObserver<ConstructResponse> engine) {
          if (request.getName().equals("refused")) {
            engine.onError(Status.UNKNOWN.withDescription("too small").asRuntimeException());
            return;
          }
          var channel = ManagedChannelBuilder.forTarget(request.getMonitorEndpoint())
              .usePlaintext().build();
          var made = pulumirpc.ResourceMonitorGrpc.newBlockingStub(channel).registerResource(
              RegisterResourceRequest.newBuilder().setType(request.getType())
                  .setName(request.getName()).setParent(request.getParent()).build());
          channel.shutdownNow();
          reply(engine, ConstructResponse.newBuilder().setUrn(made.getUrn()).build());
        }
        @Override public void call(CallRequest request, StreamObserver<CallResponse> engine) {
          var self = request.getArgs().getFieldsOrThrow("__self__").getStructValue();
          String urn = self.getFieldsOrThrow("urn").getStringValue();
          String answer = configuration + " " + urn.substring(urn.lastIndexOf("::") + 2);
          reply(engine, CallResponse.newBuilder().setReturn(Struct.newBuilder().putFields(
              "zone", Value.newBuilder().setStringValue(answer).build())).build());
        }
        @Override public void cancel(Empty request, StreamObserver<Empty> engine) {
          try {
            java.nio.file.Files.writeString(java.nio.file.Path.of("ended"), "");
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
          reply(engine, request);
        }
        private static <T> void reply(StreamObserver<T> engine, T answer) {
          engine.onNext(answer);
          engine.onCompleted();
        }
      }
      """;

  private Path provider(Path place) throws IOException {
    Files.createDirectories(place);
    Files.writeString(
        place.resolve("PulumiPlugin.yaml"),
        "runtime: {name: java, options: {binary: provider.jar}}\n");
    Path jar = place.resolve("provider.jar");
    SmallJar.make(jar, place.resolve("classes"), "shopkit.Provider", COMPONENT_PROVIDER);
    return jar;
  }

  private static String run(Path jar) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return "exec " + java + " -jar " + jar + " \"$@\"";
  }

  private static void executable(Path place, String script) throws IOException {
    Path file = Files.createDirectories(place).resolve("pulumi-resource-shop");
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private String text(String place) {
    return folder.resolve(place).toString();
  }

  private static Resource find(Stack stack, String name) {
    return stack.resources().stream()
        .filter(resource -> resource.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
