package dev.cutset.pulumi.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Builds a program with Gradle, unless nothing has changed since it was last built. A script of
 * Cutset's own, which leaves the build as it is, tells the class path and the main class.
 */
final class GradleBuild {
  private static final List<String> BUILDS = List.of("build.gradle", "build.gradle.kts");
  private static final List<String> SETTINGS = List.of("settings.gradle", "settings.gradle.kts");
  private static final Pattern SAYS_HOW_TO_BUILD =
      Pattern.compile("(\\.gradle|\\.gradle\\.kts|\\.versions\\.toml|[/\\\\]gradle\\.properties)$");
  private static final Pattern SOURCE = Pattern.compile("[/\\\\]src[/\\\\](?!test[/\\\\])");
  private static final Pattern CODE = Pattern.compile("\\.(java|kt|groovy|scala)$");

  private final Path folder;
  private final Path root;
  private final BuildTool tool;
  private final Path notes;

  /**
   * The build of a program.
   *
   * @param folder where its build script is
   */
  GradleBuild(Path folder, BuildTool tool) {
    this.folder = folder;
    this.root = root(folder);
    this.tool = tool;
    this.notes = folder.resolve("build").resolve("cutset-launch.txt");
  }

  /** Whether Gradle builds the program in a folder. */
  static boolean builds(Path folder) {
    return BUILDS.stream().anyMatch(name -> Files.exists(folder.resolve(name)));
  }

  /** The folder of the whole build, of which the program may be one project. */
  private static Path root(Path folder) {
    for (Path place = folder; place != null; place = place.getParent()) {
      Path here = place;
      if (SETTINGS.stream().anyMatch(name -> Files.exists(here.resolve(name)))) {
        return place;
      }
    }
    return folder;
  }

  /** How to start the program, which is built before if something changed. */
  Launch launch() throws ProgramException {
    try {
      if (!isTold() || Changes.below(root, this::hasSay) >= Changes.of(notes)) {
        build();
      }
      return told();
    } catch (IOException e) {
      throw tool.unreadable(folder);
    }
  }

  /** How to start the program as it is built already, by whomever; Gradle is not run. */
  Launch asBuilt() throws ProgramException {
    try {
      boolean sameBuild =
          isTold() && Changes.below(root, GradleBuild::saysHowToBuild) < Changes.of(notes);
      if (!sameBuild) {
        throw tool.notBuilt(folder, "is not built yet");
      }
      Launch launch = told();
      long built = 0;
      for (Path entry : launch.classPath()) {
        // Of this build, not from elsewhere: classes, and jars of other projects.
        if (entry.startsWith(root)) {
          built = Math.max(built, Math.max(Changes.of(entry), Changes.below(entry)));
        }
      }
      if (Changes.below(root, this::isCode) > built) {
        throw tool.notBuilt(folder, "was changed since it was built");
      }
      return launch;
    } catch (IOException e) {
      throw tool.unreadable(folder);
    }
  }

  private boolean hasSay(Path file) {
    return saysHowToBuild(file) || SOURCE.matcher(inBuild(file)).find();
  }

  private static boolean saysHowToBuild(Path file) {
    return SAYS_HOW_TO_BUILD.matcher(file.toString()).find();
  }

  private boolean isCode(Path file) {
    return SOURCE.matcher(inBuild(file)).find() && CODE.matcher(file.toString()).find();
  }

  /** Its path from the root, which may lie in a folder of sources itself. */
  private String inBuild(Path file) {
    return "/" + root.relativize(file);
  }

  private boolean isTold() throws IOException {
    // A project without resources has no folder for them.
    return Files.isRegularFile(notes)
        && told().classPath().stream()
            .allMatch(entry -> entry.startsWith(root) || Files.exists(entry));
  }

  /** The first line is the main class, each further one an entry of the class path. */
  private Launch told() throws IOException {
    List<String> lines = Files.readAllLines(notes);
    return Launch.of(lines.stream().skip(1).map(Path::of).toList(), lines.get(0));
  }

  private void build() throws ProgramException, IOException {
    Files.deleteIfExists(notes);
    tool.progress().accept("building the program with Gradle");
    Path script = script();
    try {
      tool.run(
          "Gradle",
          List.of(
              tool.command("gradle", "gradlew", folder, root),
              "--quiet",
              "--console=plain",
              "--no-daemon",
              "--init-script",
              script.toString(),
              "-Dcutset.folder=" + folder,
              "-Dcutset.launch=" + notes,
              // The script asks the project while the build runs.
              "-Dorg.gradle.configuration-cache=false",
              "-Dorg.gradle.unsafe.configuration-cache=false",
              "cutsetLaunch"),
          folder);
    } finally {
      Files.deleteIfExists(script);
    }
    if (!Files.isRegularFile(notes) || Files.readAllLines(notes).isEmpty()) {
      throw new ProgramException("Gradle built the program but did not tell its class path");
    }
    if (Files.readAllLines(notes).get(0).isBlank()) {
      Files.delete(notes);
      throw new ProgramException(
          "the Gradle build in `"
              + folder
              + "` does not say which class to run; apply the plugin `application` and set its"
              + " main class, as `pulumi preview` needs it too");
    }
  }

  private static Path script() throws IOException {
    Path script = Files.createTempFile("cutset-", ".gradle");
    try (InputStream in = GradleBuild.class.getResourceAsStream("launch.gradle")) {
      Files.copy(
          Objects.requireNonNull(in, "launch.gradle"), script, StandardCopyOption.REPLACE_EXISTING);
    }
    return script;
  }
}
