package dev.cutset.pulumi.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.StackFolder;
import dev.cutset.pulumi.pack.RealPulumi.Project;
import dev.cutset.pulumi.pack.RealPulumi.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The policy pack once it is installed, through the stock CLI. */
@Tag("pack")
class RealInstallTest {
  private static final String FOUND =
      "[mandatory] [severity: critical]  SPOF-DATABASE  (aws:rds:Instance: database)";

  @TempDir private Path home;
  private RealPulumi pulumi;

  @BeforeEach
  void begin() throws Exception {
    pulumi = new RealPulumi(home);
  }

  @AfterEach
  void end() {
    if (pulumi != null) {
      pulumi.close();
    }
  }

  @Test
  void an_installed_pack_needs_no_checkout_and_is_found_by_every_project() throws Exception {
    Path pack = home.resolve("cutset");
    String said = install();
    assertThat(said).isEqualTo(install());
    assertThat(said)
        .contains("The policy pack is in `" + pack + "`.\n")
        .contains("  pulumi preview --policy-pack " + pack + "\n");
    assertThat(pack.resolve("cutset.jsa")).as("else it starts slowly").isNotEmptyFile();
    Project project = pulumi.project(StackFolder.named("ladder/1-single-server"));
    project.build();

    Run asFolder = project.run("preview", "--policy-pack", pack.toString());
    Run asFile = project.run("preview", "--policy-pack", pack.resolve("mvn-cutset").toString());
    Run always =
        project
            .start(List.of("preview"), Map.of("PULUMI_OPTION_POLICY_PACK", pack.toString()))
            .await();

    for (Run run : List.of(asFolder, asFile, always)) {
      assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
      assertThat(run.violations()).as(run.output()).contains(FOUND);
      assertThat(run.output()).doesNotContain("INCOMPLETE-PREVIEW");
    }
    assertThat(pulumi.leftBehind()).isEmpty();

    Files.writeString(
        pack.resolve("PulumiPolicy.yaml"),
        """
        policies:
          SPOF-DATABASE: { enforcement: disabled }
          SPOF-APPLICATION-SERVER: { enforcement: advisory }
        """,
        StandardOpenOption.APPEND);
    Run set = project.run("preview", "--policy-pack", pack.toString());
    assertThat(set.exitCode()).as(set.output()).isZero();
    assertThat(set.violations())
        .contains(
            "[advisory] [severity: critical]  SPOF-APPLICATION-SERVER  (aws:ec2:Instance: web)")
        .noneMatch(line -> line.contains("SPOF-DATABASE"));
  }

  /** By the jar, as the launcher runs it. */
  private String install() throws IOException, InterruptedException {
    Path said = Files.createTempFile(home, "install-", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            Path.of("target", "cutset.jar").toAbsolutePath().toString(),
            "install");
    builder.environment().put("PULUMI_HOME", home.toString());
    int code = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start().waitFor();
    assertThat(code).as(Files.readString(said)).isZero();
    return Files.readString(said);
  }
}
