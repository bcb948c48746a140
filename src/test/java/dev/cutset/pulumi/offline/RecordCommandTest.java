package dev.cutset.pulumi.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cutset.StackFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real engine and the real Java host, with the offline provider in the place of AWS. */
class RecordCommandTest {
  private static final List<String> TOOLS = List.of("pulumi", "pulumi-language-java", "mvn");
  private static final StackFolder STEP = StackFolder.named("ladder/1-single-server");
  private static final int MINUTES = 5;

  @BeforeEach
  void needTools() {
    List<String> missing = TOOLS.stream().filter(tool -> !onPath(tool)).toList();
    if ("true".equals(System.getenv("CUTSET_REQUIRE_TOOLS")) && !missing.isEmpty()) {
      fail("CUTSET_REQUIRE_TOOLS is set and not on PATH: " + missing);
    }
    assumeTrue(missing.isEmpty(), "skipped: not on PATH: " + missing + " (.ci/install-tools)");
  }

  @Test
  void a_preview_by_the_real_engine_is_what_was_recorded(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of("stacks", "record").toString(), "--to", folder.toString(), STEP.name());
    command.environment().put("CUTSET_OFFLINE_CLASSPATH", System.getProperty("java.class.path"));
    Process record = command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!record.waitFor(MINUTES, TimeUnit.MINUTES)) {
      record.descendants().forEach(ProcessHandle::destroy);
      record.destroy();
      fail("no preview after " + MINUTES + " minutes: " + Files.readString(log));
    }

    assertThat(record.exitValue()).as(Files.readString(log)).isZero();
    assertThat(folder.resolve(STEP.name() + ".json")).hasSameTextualContentAs(STEP.preview());
  }

  private static boolean onPath(String tool) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }
}
