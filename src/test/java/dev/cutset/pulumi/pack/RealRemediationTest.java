package dev.cutset.pulumi.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.StackFolder;
import dev.cutset.pulumi.pack.RealPulumi.Project;
import dev.cutset.pulumi.pack.RealPulumi.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies that may change what they find, through the stock CLI. */
@Tag("pack")
class RealRemediationTest {
  @TempDir private Path home;
  private RealPulumi pulumi;
  private Path configuration;

  @BeforeEach
  void begin() throws Exception {
    pulumi = new RealPulumi(home);
    configuration = home.resolve("policies.json");
    Files.writeString(configuration, "{ \"SPOF-DATABASE\": \"remediate\" }");
  }

  @AfterEach
  void end() {
    if (pulumi != null) {
      pulumi.close();
    }
  }

  @Test
  void a_standby_that_somebody_forgot_is_added_shown_and_added_once() throws Exception {
    Project project = pulumi.project(withoutStandby());

    assertThat(project.preview().violations())
        .as("nobody asked for a remedy")
        .anyMatch(line -> line.startsWith("[mandatory]") && line.contains("SPOF-DATABASE"));

    Run preview = preview(project);
    assertThat(lines(preview))
        .contains(
            "cutset@v0.1.0 [remediate] SPOF-DATABASE (aws:rds:Instance: database)",
            "~ multiAz : false => true",
            "multiAz : true")
        .doesNotContain("multiAz : false")
        .anyMatch(line -> line.contains("[mandatory]"))
        .noneMatch(line -> line.contains("[mandatory]") && line.contains("SPOF-DATABASE"));
    assertThat(preview.exitCode())
        .as("nobody can add a second balancer to " + preview.output())
        .isEqualTo(1);

    project.up(
        "--skip-preview",
        "--policy-pack-config",
        configuration.toString(),
        "--policy-pack",
        RealPulumi.PACK.toString());
    Run again = preview(project);
    assertThat(again.output())
        .contains(" unchanged")
        .doesNotContain("to create", "to update", "to replace");
    assertThat(again.exitCode()).as("still a single balancer").isEqualTo(1);
  }

  private Run preview(Project project) throws IOException, InterruptedException {
    return project.preview("--diff", "--policy-pack-config", configuration.toString());
  }

  /** A stack with a single balancer, too, which no property mends. */
  private Path withoutStandby() throws IOException {
    Path folder =
        StackFolder.named("ladder/3-standby-database")
            .copyTo(Files.createTempDirectory(home, "project-"));
    Path database = folder.resolve("src/main/java/shop/Database.java");
    String source = Files.readString(database);
    assertThat(source).contains(".multiAz(true)");
    Files.writeString(database, source.replace(".multiAz(true)", ".multiAz(false)"));
    return folder;
  }

  private static List<String> lines(Run run) {
    return run.output().lines().map(line -> line.strip().replaceAll("\\s+", " ")).toList();
  }
}
