package dev.cutset.pulumi.host;

import dev.cutset.config.ConfigurationException;
import dev.cutset.config.ConfigurationReader;
import dev.cutset.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A project of one class, built to the jar that its Pulumi.yaml names. */
final class SmallProject {
  private final Path folder;

  /** What was said of runs of the program, and what was said beside that. */
  final List<String> runs = new ArrayList<>();

  final List<String> progress = new ArrayList<>();
  final List<String> screen = new ArrayList<>();
  private final Map<String, String> config = new LinkedHashMap<>();
  private Optional<String> stack = Optional.empty();
  private Knowledge knowledge = Knowledge.NONE;
  private Map<String, String> environment = System.getenv();
  private Duration limit = Duration.ofMinutes(2);

  SmallProject(Path folder) throws IOException {
    this.folder = folder;
    file("Pulumi.yaml", "name: shop\nruntime:\n  name: java\n  options:\n    binary: app.jar\n");
  }

  SmallProject file(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
    return this;
  }

  SmallProject stack(String name) {
    stack = Optional.of(name);
    return this;
  }

  SmallProject config(String key, String value) {
    config.put(key, value);
    return this;
  }

  /** What cutset.yaml tells of the world. */
  SmallProject told(String yaml) throws ConfigurationException {
    String file = folder.resolve("cutset.yaml").toString();
    knowledge = KnowledgeReader.read(new ConfigurationReader(List.of()).read(yaml, file).answers());
    return this;
  }

  SmallProject variable(String name, String value) {
    environment = new LinkedHashMap<>(environment);
    environment.put(name, value);
    return this;
  }

  SmallProject limit(Duration other) {
    limit = other;
    return this;
  }

  /** A program that does this with {@code context} in hand. */
  SmallProject deploys(String body) throws IOException {
    return mainIs("Pulumi.run(context -> {\n" + body + "\n});");
  }

  SmallProject mainIs(String body) throws IOException {
    String source =
        """
        import com.pulumi.Pulumi;
        import com.pulumi.aws.AwsFunctions;
        import com.pulumi.aws.Provider;
        import com.pulumi.aws.ProviderArgs;
        import com.pulumi.aws.ec2.*;
        import com.pulumi.aws.inputs.GetAvailabilityZonesArgs;
        import com.pulumi.core.*;
        import com.pulumi.core.annotations.*;
        import com.pulumi.deployment.InvokeOptions;
        import com.pulumi.resources.*;
        import java.util.*;
                public class App {
          static class Group extends ComponentResource {
            Group(String name) { super("shop:index:Group", name); }
          }
          static class Made extends ComponentResource {
            @Export(name = "address", refs = {String.class}, tree = "[0]")
            Output<String> address;
            Made(String name) {
              this(name, ResourceArgs.Empty);
            }
            Made(String name, ResourceArgs args) {
              super("shop:index:Made", name, args,
                  ComponentResourceOptions.builder().build(), true);
            }
          }
          static class MadeArgs extends ResourceArgs {
            @Import(name = "size") final Output<String> size;
            @Import(name = "vpcId") final Output<String> vpcId;
            MadeArgs(String size, Output<String> vpcId) {
              this.size = Output.of(size);
              this.vpcId = vpcId;
            }
          }
          public static void main(String[] args) throws Exception {
            %s
          }
        }
        """
            .formatted(body);
    SmallJar.make(folder.resolve("app.jar"), folder.resolve("classes"), "App", source);
    return this;
  }

  Stack run() throws ProgramException {
    return host().run(request());
  }

  ProgramHost host() {
    return new ProgramHost(environment, this::hear, screen::add, limit);
  }

  private void hear(String text) {
    (text.startsWith("running the program") ? runs : progress).add(text);
  }

  ProgramRequest request() {
    return new ProgramRequest(folder, stack, config).withKnowledge(knowledge);
  }
}
