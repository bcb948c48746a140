package dev.cutset.pulumi.pack;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cutset.StackFolder;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes.Name;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * The real CLI in a home of its own, the offline provider in the place of every cloud. What it
 * starts ends with it.
 */
final class RealPulumi implements AutoCloseable {
  /** The policy pack of this checkout. */
  static final Path PACK = Path.of("policies").toAbsolutePath();

  /** The same, as one file. */
  static final Path EXECUTABLE = PACK.resolve("mvn-cutset");

  private static final List<String> TOOLS = List.of("pulumi", "pulumi-language-java", "mvn");
  private static final Path JAR = Path.of("target", "cutset.jar");
  private static final int MINUTES = 10;
  private static final String BUILT =
      """
      runtime:
        name: java
        options:
          binary: target/program.jar
      """;

  /** What runs for seconds is not worth to be compiled well. */
  private static final Map<String, String> SPARING =
      Map.of("JDK_JAVA_OPTIONS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1");

  private final Path home;
  private final List<Process> started = new ArrayList<>();
  private int runs;

  /** What a command came to. */
  record Run(int exitCode, String output) {

    /** From the headline of the policies to the next. */
    String policies() {
      int from = output.indexOf("Policies:\n");
      if (from < 0) {
        return "";
      }
      int blank = output.indexOf("\n\n", from);
      return blank < 0 ? output.substring(from) : output.substring(from, blank + 1);
    }

    /** The lines that name a violation: its level, severity, policy and resource. */
    List<String> violations() {
      return policies()
          .lines()
          .filter(line -> line.startsWith("        - ["))
          .map(line -> line.strip().substring(2))
          .toList();
    }
  }

  /** A stack {@code dev} of a copied project. */
  final class Project {
    private final Path folder;
    private final Path state;
    private Map<String, String> sparing = Map.of();

    private Project(Path folder, Path state) {
      this.folder = folder;
      this.state = state;
    }

    Path folder() {
      return folder;
    }

    /**
     * Compiles the program here, and has the engine start it as it is built: several times faster
     * than by Maven.
     */
    void build() throws IOException {
      Path description = folder.resolve("Pulumi.yaml");
      String text = Files.readString(description);
      String built = text.replace("runtime: java\n", BUILT);
      if (built.equals(text)) {
        fail("no `runtime: java` in " + description);
      }
      List<Path> libraries =
          Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
              .filter(entry -> entry.endsWith(".jar"))
              .map(Path::of)
              .toList();
      Path target = Files.createDirectories(folder.resolve("target"));
      Path classes = Files.createDirectories(target.resolve("classes"));
      compile(libraries, classes);
      copyResources(classes);
      Manifest manifest = new Manifest();
      manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
      manifest.getMainAttributes().put(Name.MAIN_CLASS, mainClass());
      manifest
          .getMainAttributes()
          .put(
              Name.CLASS_PATH,
              libraries.stream()
                  .map(jar -> jar.toUri().toString())
                  .collect(Collectors.joining(" ", "classes/ ", "")));
      new JarOutputStream(Files.newOutputStream(target.resolve("program.jar")), manifest).close();
      Files.writeString(description, built);
      sparing = SPARING;
    }

    private void copyResources(Path classes) throws IOException {
      Path resources = folder.resolve("src/main/resources");
      if (Files.exists(resources)) {
        try (Stream<Path> all = Files.walk(resources)) {
          for (Path file : all.filter(Files::isRegularFile).toList()) {
            Path copy = classes.resolve(resources.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
          }
        }
      }
    }

    private void compile(List<Path> libraries, Path classes) throws IOException {
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
          Stream<Path> sources = Files.walk(folder.resolve("src/main/java"))) {
        files.setLocationFromPaths(StandardLocation.CLASS_PATH, libraries);
        files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
        List<Path> all = sources.filter(file -> file.toString().endsWith(".java")).toList();
        List<String> options = List.of("-proc:none", "-nowarn");
        var units = files.getJavaFileObjectsFromPaths(all);
        if (!compiler.getTask(null, files, null, options, null, units).call()) {
          fail(folder + " cannot be compiled");
        }
      }
    }

    private String mainClass() throws IOException {
      Matcher named =
          Pattern.compile("<mainClass>([\\w.]+)</mainClass>")
              .matcher(Files.readString(folder.resolve("pom.xml")));
      if (!named.find()) {
        fail("no main class in the pom.xml of " + folder);
      }
      return named.group(1);
    }

    Run preview(String... options) throws IOException, InterruptedException {
      return run(with("preview", List.of("--policy-pack", PACK.toString()), options));
    }

    Run up(String... options) throws IOException, InterruptedException {
      return run(with("up", List.of("--yes"), options));
    }

    Run run(String... arguments) throws IOException, InterruptedException {
      return run(List.of(arguments));
    }

    private Run run(List<String> arguments) throws IOException, InterruptedException {
      Started process = start(arguments);
      return process.await();
    }

    /** Does not wait: to kill it, interrupt it, or run several at once. */
    Started start(List<String> arguments) throws IOException {
      return start(arguments, Map.of());
    }

    /** A preview that is not waited for. */
    Started startPreview(Map<String, String> variables) throws IOException {
      return start(List.of("preview", "--policy-pack", PACK.toString()), variables);
    }

    Started start(List<String> arguments, Map<String, String> variables) throws IOException {
      Path output = home.resolve("output-" + ++runs);
      List<String> command = new ArrayList<>(List.of("pulumi", "--cwd", folder.toString()));
      command.addAll(arguments);
      command.addAll(List.of("--non-interactive", "--color", "never"));
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().putAll(environment(state));
      builder.environment().remove("CUTSET_OFFLINE_PREVIEW");
      builder.environment().putAll(sparing);
      builder.environment().putAll(variables);
      Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
      process.getOutputStream().close();
      started.add(process);
      return new Started(process, output);
    }

    private static List<String> with(String command, List<String> first, String... options) {
      List<String> arguments = new ArrayList<>(List.of(command));
      arguments.addAll(first);
      arguments.addAll(List.of(options));
      return arguments;
    }
  }

  /** A command that may still run. */
  record Started(Process process, Path output) {

    Run await() throws IOException, InterruptedException {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        end(process);
        fail("no end after " + MINUTES + " minutes: " + Files.readString(output));
      }
      return new Run(process.exitValue(), Files.readString(output));
    }
  }

  /**
   * Skips the test where a tool is missing, or fails it if they are required.
   *
   * @param home a folder that is there for this only
   */
  RealPulumi(Path home) throws IOException, InterruptedException {
    this.home = home;
    List<String> missing = new ArrayList<>(TOOLS.stream().filter(tool -> !onPath(tool)).toList());
    if (!Files.exists(JAR)) {
      missing.add(JAR + " (mvn package)");
    }
    if ("true".equals(System.getenv("CUTSET_REQUIRE_TOOLS")) && !missing.isEmpty()) {
      fail("CUTSET_REQUIRE_TOOLS is set and not there: " + missing);
    }
    assumeTrue(missing.isEmpty(), "skipped: not there: " + missing + " (.ci/install-tools)");
    ProcessBuilder install =
        new ProcessBuilder(Path.of("stacks", "offline", "install").toString(), home.toString());
    install.environment().putAll(environment(home));
    if (install.inheritIO().start().waitFor() != 0) {
      fail("the offline provider cannot be installed");
    }
  }

  /** A copy of a stack's project; Maven writes beside the sources, Pulumi beside the project. */
  Project project(StackFolder stack) throws IOException, InterruptedException {
    return project(stack.copyTo(Files.createTempDirectory(home, "project-")));
  }

  /** A project that is there already. */
  Project project(Path folder) throws IOException, InterruptedException {
    Project project = new Project(folder, Files.createTempDirectory(home, "state-"));
    Run run = project.run("stack", "init", "dev");
    if (run.exitCode() != 0) {
      fail(run.output());
    }
    return project;
  }

  /** Processes that were started for this home and still run: only Linux tells. */
  List<String> leftBehind() throws IOException {
    String mark = "PULUMI_HOME=" + home + "\0";
    List<String> left = new ArrayList<>();
    for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
      Path variables = Path.of("/proc", Long.toString(process.pid()), "environ");
      try {
        if (Files.readString(variables, StandardCharsets.ISO_8859_1).contains(mark)) {
          left.add(process.info().commandLine().orElse("process " + process.pid()));
        }
      } catch (IOException endedOrOfOthers) {
        // Then it is none of ours.
      }
    }
    return left;
  }

  /** The same, once they have had some seconds to end. */
  List<String> leftBehindAfter(Duration patience) throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    List<String> left = leftBehind();
    while (!left.isEmpty() && System.nanoTime() < end) {
      Thread.sleep(200);
      left = leftBehind();
    }
    return left;
  }

  private Map<String, String> environment(Path state) {
    return Map.of(
        "PULUMI_HOME",
        home.toString(),
        "PULUMI_BACKEND_URL",
        "file://" + state,
        "PULUMI_CONFIG_PASSPHRASE",
        "offline",
        "PULUMI_SKIP_UPDATE_CHECK",
        "true",
        "PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION",
        "true",
        "CUTSET_OFFLINE_CLASSPATH",
        System.getProperty("java.class.path"));
  }

  private static boolean onPath(String tool) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public void close() {
    started.forEach(RealPulumi::end);
  }
}
