package dev.cutset.faults;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Cutset as it is installed: the launcher and the jar in a folder that may be damaged, run by a
 * shell as a pipeline runs it.
 */
final class Installed {
  static final String FRAGILE =
      Path.of("stacks/ladder/1-single-server/preview.json").toAbsolutePath().toString();
  static final String RESILIENT =
      Path.of("stacks/ladder/8-no-single-point-of-failure/preview.json")
          .toAbsolutePath()
          .toString();

  private static final Path BUILT = Path.of("target").toAbsolutePath();
  private static final int MINUTES = 5;

  final Path home;
  final Path work;
  private final Map<String, String> variables = new HashMap<>();
  private int runs;

  /** What a command line came to. */
  record Outcome(int code, String out, String err) {}

  private Installed(Path home, Path work) {
    this.home = home;
    this.work = work;
  }

  /**
   * Puts it into a folder; skips the test where nothing is built, or fails it where that is
   * required.
   */
  static Installed in(Path folder) throws IOException {
    boolean built = Files.exists(BUILT.resolve("cutset.jar"));
    require(built, "no target/cutset.jar (mvn package)");
    Path home = Files.createDirectories(folder.resolve("home"));
    Path target = Files.createDirectories(home.resolve("target"));
    Files.copy(Path.of("cutset"), home.resolve("cutset"));
    home.resolve("cutset").toFile().setExecutable(true);
    Files.copy(BUILT.resolve("cutset.jar"), target.resolve("cutset.jar"));
    Files.createSymbolicLink(target.resolve("lib"), BUILT.resolve("lib"));
    // From this stack the launcher learns which classes to archive.
    Path sample = home.resolve("stacks/ladder/1-single-server/preview.json");
    Files.createDirectories(sample.getParent());
    Files.copy(Path.of(FRAGILE), sample);
    return new Installed(home, Files.createDirectories(folder.resolve("work")));
  }

  /** Skips the test without what it needs, loudly; where tools are required, fails it. */
  static void require(boolean there, String missing) {
    if (!there && "true".equals(System.getenv("CUTSET_REQUIRE_TOOLS"))) {
      fail("CUTSET_REQUIRE_TOOLS is set, and there is " + missing);
    }
    if (!there) {
      System.out.println("skipped: " + missing);
    }
    assumeTrue(there, missing);
  }

  /** Whether a command of this machine ends well. */
  static boolean works(String... command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(nowhere()).start();
      return process.waitFor(MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException notThere) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static File nowhere() {
    return new File("/dev/null");
  }

  Installed with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  /** The archive of classes that the launcher has made. */
  Path archive() throws IOException {
    try (var files = Files.list(home.resolve("target"))) {
      return files
          .filter(file -> file.toString().endsWith(".jsa"))
          .findFirst()
          .orElseThrow(() -> new AssertionError("the launcher made no archive"));
    }
  }

  /**
   * Runs a line of shell in the working folder, in which {@code cutset} is the launcher, {@code
   * $fragile} a stack to refuse and {@code $resilient} one to let pass.
   */
  Outcome run(String line) throws IOException, InterruptedException {
    Running running = start(line);
    return running.await();
  }

  /** A command line that may still run. */
  record Running(Process process, Path out, Path err) {
    Outcome await() throws IOException, InterruptedException {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        fail("no end after " + MINUTES + " minutes: " + Files.readString(err));
      }
      return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }
  }

  Running start(String line) throws IOException {
    Path out = home.resolve("out-" + ++runs);
    Path err = home.resolve("err-" + runs);
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", line)
            .directory(work.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("PATH", home + File.pathSeparator + System.getenv("PATH"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("fragile", FRAGILE);
    builder.environment().put("resilient", RESILIENT);
    builder.environment().putAll(variables);
    Process process = builder.start();
    process.getOutputStream().close();
    return new Running(process, out, err);
  }

  /** All that lies in the working folder. */
  List<String> litter() {
    String[] names = work.toFile().list();
    return names == null ? List.of() : Arrays.stream(names).sorted().toList();
  }
}
