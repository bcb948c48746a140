package dev.cutset.pulumi.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the JVM can take down of a rehearsal, in a process as the launcher starts it. */
class RehearsalTest {
  private static final Path PREVIEW = Path.of("stacks/ladder/1-single-server/preview.json");
  private static final Pattern LOADED = Pattern.compile("(?m)^\\S* ?([\\w.$]+) source:");

  @TempDir private Path folder;

  @Test
  void it_plays_all_of_a_first_preview_and_leaves_nothing_behind() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    Path log = folder.resolve("classes.log");

    Process rehearsal =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                // Newer JVMs warn of what the libraries do; older ones lack these options.
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Xlog:class+load:file=" + log + "::filecount=0",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Rehearsal.class.getName(),
                PREVIEW.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said.txt").toFile())
            .start();

    assertThat(rehearsal.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(folder.resolve("said.txt")).hasContent("");
    assertThat(rehearsal.exitValue()).isZero();
    assertThat(temporary).isEmptyDirectory();
    // The program beside the engine, to its end; its edges; the verdict.
    assertThat(loaded(Files.readString(log)))
        .contains(
            "dev.cutset.pulumi.pack.PolicyPack",
            "dev.cutset.pulumi.host.ProgramRun",
            "pulumirpc.Resource$RegisterResourceOutputsRequest",
            "dev.cutset.pulumi.pack.EdgeJoin",
            "dev.cutset.policy.Finding");
  }

  private static List<String> loaded(String log) {
    List<String> classes = new ArrayList<>();
    Matcher lines = LOADED.matcher(log);
    while (lines.find()) {
      classes.add(lines.group(1));
    }
    return classes;
  }
}
