package dev.cutset.pulumi.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.StackFolder;
import dev.cutset.pulumi.pack.RealPulumi.Project;
import dev.cutset.pulumi.pack.RealPulumi.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The first preview of a stack, of which the cloud has told nothing yet, is as good as a look at it
 * once it exists, through the stock CLI: for every stack here, or those that {@code CUTSET_STACKS}
 * names.
 */
@Tag("pack")
class RealStacksTest {
  @TempDir private static Path home;
  private static RealPulumi pulumi;

  @BeforeAll
  static void begin() throws Exception {
    pulumi = new RealPulumi(home);
  }

  @AfterAll
  static void end() {
    if (pulumi != null) {
      pulumi.close();
    }
  }

  static List<StackFolder> stacks() throws IOException {
    return StackFolder.wanted();
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void a_first_preview_finds_what_is_found_once_all_is_provisioned(StackFolder stack)
      throws Exception {
    Project project = pulumi.project(stack);
    project.build();
    Run preview = project.preview();
    Run up = project.up("--skip-preview");
    assertThat(up.exitCode()).as(up.output()).isZero();

    Run analysis = project.run("policy", "analyze", "--policy-pack", RealPulumi.PACK.toString());

    assertThat(preview.violations()).as(preview.output()).isEqualTo(analysis.violations());
    // Only a preview says where the pack is from.
    String from = " (local: " + RealPulumi.PACK + ")";
    assertThat(preview.policies().replace(from, "")).isEqualTo(analysis.policies());
    assertThat(preview.exitCode()).as(preview.output()).isEqualTo(analysis.exitCode());
  }
}
