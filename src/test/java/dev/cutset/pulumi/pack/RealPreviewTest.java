package dev.cutset.pulumi.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.StackFolder;
import dev.cutset.pulumi.pack.RealPulumi.Project;
import dev.cutset.pulumi.pack.RealPulumi.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The policy pack as people use it: the stock CLI, a Java program, a first preview. */
@Tag("pack")
class RealPreviewTest {
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
  void a_single_server_is_refused_with_what_to_change() throws Exception {
    Run run = pulumi.project(StackFolder.named("ladder/1-single-server")).preview();

    assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
    assertThat(run.violations())
        .as(run.output())
        .containsExactly(
            "[mandatory] [severity: critical]  SPOF-APPLICATION-SERVER  (aws:ec2:Instance: web)",
            "[mandatory] [severity: critical]  SPOF-DATABASE  (aws:rds:Instance: database)",
            "[advisory] [severity: medium]  SPOF-DNS-PROVIDER  (aws:route53:Zone: zone)",
            "[advisory] [severity: medium]  SPOF-REGION  (aws:route53:Record: shop)");
    assertThat(run.policies())
        .contains(
            "          `database` has no standby that takes over\n",
            "          chain:      database: its only copy fails\n",
            "                      → web: needs `database`\n",
            "                      → shop.example.com: needs `web`\n",
            "          fix:        set `multiAz(true)`\n");
    assertThat(run.output()).doesNotContain("SLF4J", "Exception", "cutset: this preview");
  }

  @Test
  void the_pack_is_a_single_executable_too_and_is_configured_by_a_file() throws Exception {
    Path configuration = home.resolve("policies.json");
    Files.writeString(
        configuration,
        """
        {
          "SPOF-DATABASE": "disabled",
          "SPOF-APPLICATION-SERVER": { "enforcementLevel": "advisory", "severity": "low" }
        }
        """);
    Project project = pulumi.project(StackFolder.named("ladder/1-single-server"));

    Run run =
        project.run(
            "preview",
            "--policy-pack",
            RealPulumi.EXECUTABLE.toString(),
            "--policy-pack-config",
            configuration.toString());

    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.violations())
        .contains("[advisory] [severity: low]  SPOF-APPLICATION-SERVER  (aws:ec2:Instance: web)")
        .noneMatch(line -> line.contains("SPOF-DATABASE"));
  }

  @Test
  void an_update_is_refused_before_anything_is_provisioned() throws Exception {
    Project project = pulumi.project(StackFolder.named("ladder/1-single-server"));

    Run up = project.up("--policy-pack", RealPulumi.PACK.toString());
    Run list = project.run("stack", "--show-ids");

    assertThat(up.exitCode()).as(up.output()).isNotZero();
    assertThat(list.output()).contains("No resources currently in this stack");
  }

  @Test
  void a_secret_is_in_nothing_that_is_said_or_written() throws Exception {
    Project project = pulumi.project(StackFolder.named("ladder/1-single-server"));
    Path database = project.folder().resolve("src/main/java/shop/Database.java");
    String source = Files.readString(database);
    String managed = ".manageMasterUserPassword(true)";
    assertThat(source).contains(managed);
    String given = ".password(com.pulumi.core.Output.ofSecret(System.getenv(\"SHOP_PASSWORD\")))";
    Files.writeString(database, source.replace(managed, given));
    project.build();
    String secret = "correct-horse-battery";

    Run run =
        project
            .start(
                List.of("preview", "--policy-pack", RealPulumi.PACK.toString()),
                Map.of("SHOP_PASSWORD", secret))
            .await();

    assertThat(run.violations()).as(run.output()).anyMatch(line -> line.contains("SPOF-DATABASE"));
    assertThat(run.output()).doesNotContain(secret);
    try (Stream<Path> files = Files.walk(home)) {
      assertThat(files.filter(Files::isRegularFile)).noneMatch(file -> read(file).contains(secret));
    }
  }

  @Test
  void nothing_that_the_pack_started_is_left_behind() throws Exception {
    pulumi.project(StackFolder.named("ladder/1-single-server")).preview();

    assertThat(pulumi.leftBehind()).isEmpty();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
