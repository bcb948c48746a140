package dev.cutset.pulumi.host;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Builds a program with Maven, unless nothing has changed since it was last built. */
final class MavenBuild {
  private static final Duration LIMIT = Duration.ofMinutes(15);
  private static final int SHOWN_LINES = 30;
  // Maven resets the colour even where it was told to use none.
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
  private static final String CLASS_PATH_GOAL =
      "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath";

  private final Path folder;
  private final Map<String, String> environment;
  private final Consumer<String> progress;
  private final Consumer<String> screen;
  private final Path notes;

  MavenBuild(
      Path folder,
      Map<String, String> environment,
      Consumer<String> progress,
      Consumer<String> screen) {
    this.folder = folder;
    this.environment = environment;
    this.progress = progress;
    this.screen = screen;
    this.notes = folder.resolve("target").resolve("cutset-classpath.txt");
  }

  /** The class path of the built program. */
  List<Path> classPath() throws ProgramException {
    try {
      if (isStale()) {
        build();
      }
      List<Path> classPath = new ArrayList<>();
      classPath.add(folder.resolve("target").resolve("classes"));
      classPath.addAll(libraries());
      return classPath;
    } catch (IOException e) {
      throw new ProgramException("`" + folder + "`: cannot be read; check that you may read it");
    }
  }

  private List<Path> libraries() throws IOException {
    return Arrays.stream(Files.readString(notes).strip().split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .toList();
  }

  /** Whether a source is newer than the last build, or a library has gone since. */
  private boolean isStale() throws IOException {
    if (!Files.isRegularFile(notes) || !libraries().stream().allMatch(Files::exists)) {
      return true;
    }
    long built = Files.getLastModifiedTime(notes).toMillis();
    try (Stream<Path> sources = Files.walk(folder.resolve("src").resolve("main"))) {
      // Folders too: what was deleted leaves its mark there only.
      for (Path source : (Iterable<Path>) sources::iterator) {
        if (Files.getLastModifiedTime(source).toMillis() >= built) {
          return true;
        }
      }
    }
    return Files.getLastModifiedTime(folder.resolve("pom.xml")).toMillis() >= built;
  }

  private void build() throws ProgramException, IOException {
    progress.accept("building the program with Maven");
    Files.deleteIfExists(notes);
    List<String> said = new ArrayList<>();
    Child maven =
        new Child(
            "Maven",
            List.of(
                maven(),
                "-q",
                "-B",
                "compile",
                CLASS_PATH_GOAL,
                "-DincludeScope=runtime",
                "-Dmdep.outputFile=" + notes),
            folder,
            environment,
            LIMIT);
    int code = maven.run(line -> said.add(COLOUR.matcher(line).replaceAll("")));
    if (code != 0) {
      said.stream().filter(line -> !line.isBlank()).limit(SHOWN_LINES).forEach(screen);
      throw new ProgramException(
          "Maven could not build the program in `" + folder + "`, see above; mend that first");
    }
    if (!Files.isRegularFile(notes)) {
      throw new ProgramException("Maven built the program but did not tell its class path");
    }
  }

  private String maven() {
    Path wrapper = folder.resolve("mvnw");
    return Files.isExecutable(wrapper) ? wrapper.toString() : "mvn";
  }
}
