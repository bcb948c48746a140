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
  private static final Pattern CODE = Pattern.compile("\\.(java|class)$");
  private static final String CLASS_PATH_GOAL =
      "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath";

  private final Path folder;
  private final Map<String, String> environment;
  private final Consumer<String> progress;
  private final Consumer<String> screen;
  private final Halt halt;
  private final Path notes;

  MavenBuild(
      Path folder,
      Map<String, String> environment,
      Consumer<String> progress,
      Consumer<String> screen,
      Halt halt) {
    this.folder = folder;
    this.environment = environment;
    this.progress = progress;
    this.screen = screen;
    this.halt = halt;
    this.notes = folder.resolve("target").resolve("cutset-classpath.txt");
  }

  /** The class path of the built program. */
  List<Path> classPath() throws ProgramException {
    try {
      if (isStale()) {
        build();
      }
      return entries();
    } catch (IOException e) {
      throw unreadable();
    }
  }

  /** The class path of the program as it is built already, by whomever; Maven is not run. */
  List<Path> builtClassPath() throws ProgramException {
    try {
      if (!hasLibraries() || isNewer(folder.resolve("pom.xml"), modified(notes))) {
        throw notBuilt("is not built yet");
      }
      if (newest(folder.resolve("src").resolve("main")) > newest(classes())) {
        throw notBuilt("was changed since it was built");
      }
      return entries();
    } catch (IOException e) {
      throw unreadable();
    }
  }

  private ProgramException notBuilt(String what) {
    return new ProgramException.NotBuilt(
        "the program in `" + folder + "` " + what + "; `cutset check` there builds it");
  }

  private ProgramException unreadable() {
    return new ProgramException("`" + folder + "`: cannot be read; check that you may read it");
  }

  private Path classes() {
    return folder.resolve("target").resolve("classes");
  }

  private List<Path> entries() throws IOException {
    List<Path> classPath = new ArrayList<>();
    classPath.add(classes());
    classPath.addAll(libraries());
    return classPath;
  }

  private boolean hasLibraries() throws IOException {
    return Files.isRegularFile(notes) && libraries().stream().allMatch(Files::exists);
  }

  private static boolean isNewer(Path file, long than) throws IOException {
    return modified(file) >= than;
  }

  private static long modified(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toMillis();
  }

  /** When a class or its source was last written; zero where there is none. */
  private static long newest(Path folder) throws IOException {
    long newest = 0;
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          if (CODE.matcher(file.toString()).find()) {
            newest = Math.max(newest, modified(file));
          }
        }
      }
    }
    return newest;
  }

  private List<Path> libraries() throws IOException {
    return Arrays.stream(Files.readString(notes).strip().split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .toList();
  }

  /** Whether a source is newer than the last build, or a library has gone since. */
  private boolean isStale() throws IOException {
    if (!hasLibraries()) {
      return true;
    }
    long built = modified(notes);
    try (Stream<Path> sources = Files.walk(folder.resolve("src").resolve("main"))) {
      // Folders too: what was deleted leaves its mark there only.
      for (Path source : (Iterable<Path>) sources::iterator) {
        if (isNewer(source, built)) {
          return true;
        }
      }
    }
    return isNewer(folder.resolve("pom.xml"), built);
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
            LIMIT,
            halt);
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
