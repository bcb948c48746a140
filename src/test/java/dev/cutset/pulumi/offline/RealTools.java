package dev.cutset.pulumi.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The real engine and its host for Java, with the offline provider that these tests are run with.
 */
final class RealTools {
  private static final List<String> TOOLS = List.of("pulumi", "pulumi-language-java", "mvn");
  private static final int MINUTES = 5;

  private final Path place;
  private int runs;

  /**
   * Skips the test where a tool is missing, or fails it if they are required.
   *
   * @param place where what they say can be kept
   */
  RealTools(Path place) {
    List<String> missing = TOOLS.stream().filter(tool -> !onPath(tool)).toList();
    if ("true".equals(System.getenv("CUTSET_REQUIRE_TOOLS")) && !missing.isEmpty()) {
      fail("CUTSET_REQUIRE_TOOLS is set and not on PATH: " + missing);
    }
    assumeTrue(missing.isEmpty(), "skipped: not on PATH: " + missing + " (.ci/install-tools)");
    this.place = place;
  }

  /** What a command that has to succeed writes to its standard output. */
  String run(String... command) throws IOException, InterruptedException {
    Path out = place.resolve("out-" + ++runs);
    Path err = place.resolve("err-" + runs);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove(Previews.VARIABLE);
    builder.environment().put("CUTSET_OFFLINE_CLASSPATH", System.getProperty("java.class.path"));
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      fail("no end after " + MINUTES + " minutes: " + Files.readString(err));
    }
    String said = Files.readString(out);
    assertThat(process.exitValue()).as(said + Files.readString(err)).isZero();
    return said;
  }

  private static boolean onPath(String tool) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }
}
