package dev.cutset.pulumi.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.StackFolder;
import dev.cutset.source.StackReader;
import dev.cutset.stack.Interest;
import dev.cutset.stack.Naming;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the real engine learns from the offline provider, before and after it created a stack. */
@Tag("programs")
class OfflineEngineTest {
  private static final String PROGRAM =
      """
      package shop;

      import com.pulumi.Pulumi;
      import com.pulumi.aws.ec2.Vpc;
      import com.pulumi.aws.ec2.VpcArgs;
      import com.pulumi.kubernetes.core.v1.ConfigMap;
      import com.pulumi.kubernetes.core.v1.ConfigMapArgs;
      import java.util.Map;

      public final class App {
        public static void main(String[] args) {
          Pulumi.run(
              context -> {
                var network = new Vpc("main", VpcArgs.builder().cidrBlock("10.0.0.0/16").build());
                var data = network.arn().applyValue(arn -> Map.of("network", arn));
                var settings = new ConfigMap("settings", ConfigMapArgs.builder().data(data).build());
                context.export("name", settings.metadata().applyValue(m -> m.name().orElse("none")));
              });
        }
      }
      """;

  @TempDir private Path place;

  @Test
  void a_preview_knows_no_more_than_the_cloud_and_an_update_makes_it_up() throws Exception {
    RealTools tools = new RealTools(place);
    Path project = project();
    pulumi(tools, project, "stack", "init", "dev");

    Resource previewed = settings(pulumi(tools, project, "preview", "--json"));
    assertThat(previewed.inputs().get("data")).isEqualTo(Value.UNKNOWN);
    assertThat(previewed.dependencies()).as("what the Java SDK loses").isEmpty();

    pulumi(tools, project, "up", "--yes", "--skip-preview");
    Resource created = settings(pulumi(tools, project, "stack", "export"));
    assertThat(created.inputs().get("data").toString()).contains("arn:aws:ec2:us-east-1:");
    assertThat(created.dependencies()).hasSize(1);
    assertThat(pulumi(tools, project, "stack", "output", "name")).matches("settings-[0-9a-f]{8}\n");
  }

  private Path project() throws IOException {
    Path project = StackFolder.named("ladder/1-single-server").copyTo(place);
    Path sources = project.resolve("src/main/java/shop");
    Files.delete(sources.resolve("Database.java"));
    Files.delete(sources.resolve("Network.java"));
    Files.writeString(sources.resolve("App.java"), PROGRAM);
    Path pom = project.resolve("pom.xml");
    String kubernetes =
        """
            <dependency>
              <groupId>com.pulumi</groupId>
              <artifactId>kubernetes</artifactId>
              <version>4.0.0</version>
            </dependency>
          </dependencies>
        """;
    Files.writeString(
        pom, Files.readString(pom).replaceFirst("\\s*</dependencies>", "\n" + kubernetes));
    return project;
  }

  private Resource settings(String stack) throws Exception {
    Path file = Files.writeString(place.resolve("stack.json"), stack);
    return new StackReader(Interest.everything(), Naming.none())
        .read(file).resources().stream()
            .filter(resource -> resource.name().equals("settings"))
            .findFirst()
            .orElseThrow();
  }

  private String pulumi(RealTools tools, Path project, String... arguments)
      throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 5];
    command[0] = Path.of("stacks", "offline", "run").toString();
    command[1] = place.resolve("home").toString();
    command[2] = "pulumi";
    command[3] = "--cwd";
    command[4] = project.toString();
    System.arraycopy(arguments, 0, command, 5, arguments.length);
    return tools.run(command);
  }
}
