package dev.cutset.pulumi.host;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Builds a program with Maven, unless nothing has changed since it was last built. A program that
 * is a module of a larger build is built with the modules that it needs.
 */
final class MavenBuild {
  private static final String CLASS_PATH_GOAL =
      "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath";

  private final Path folder;
  private final BuildTool tool;
  private final Path notes;

  /**
   * The build of a program.
   *
   * @param folder where its pom is
   */
  MavenBuild(Path folder, BuildTool tool) {
    this.folder = folder;
    this.tool = tool;
    this.notes = folder.resolve("target").resolve("cutset-classpath.txt");
  }

  /** How to start the program, which is built before if something changed. */
  Launch launch() throws ProgramException {
    try {
      if (isStale()) {
        build();
      }
      return launch(entries());
    } catch (IOException e) {
      throw tool.unreadable(folder);
    }
  }

  /** How to start the program as it is built already, by whomever; Maven is not run. */
  Launch asBuilt() throws ProgramException {
    try {
      if (!knowsLibraries()) {
        throw tool.notBuilt(folder, "is not built yet");
      }
      if (!isCompiled()) {
        throw tool.notBuilt(folder, "was changed since it was built");
      }
      return launch(entries());
    } catch (IOException e) {
      throw tool.unreadable(folder);
    }
  }

  /** The same, but Maven is asked for the libraries where that is not noted yet. */
  Launch asCompiled() throws ProgramException {
    try {
      if (!knowsLibraries()) {
        tool.progress().accept("asking Maven for the program's libraries");
        // Other modules of the same build are had from where their own builds put them.
        maven(folder, List.of());
      }
      return asBuilt();
    } catch (IOException e) {
      throw tool.unreadable(folder);
    }
  }

  private boolean knowsLibraries() throws IOException, ProgramException {
    return hasLibraries() && poms() < Changes.of(notes);
  }

  /** Whether no source is newer than the classes. */
  private boolean isCompiled() throws IOException {
    for (Path module : modules()) {
      Path classes = module.resolve("target").resolve("classes");
      long source = Changes.below(sources(module), path -> path.toString().endsWith(".java"));
      if (source > Changes.below(classes, path -> path.toString().endsWith(".class"))) {
        return false;
      }
    }
    return true;
  }

  private Launch launch(List<Path> classPath) throws ProgramException {
    return Launch.of(classPath, new MainClass(folder).find());
  }

  private List<Path> entries() throws IOException {
    List<Path> classPath = new ArrayList<>();
    classPath.add(folder.resolve("target").resolve("classes"));
    classPath.addAll(libraries());
    return classPath;
  }

  private List<Path> libraries() throws IOException {
    return Arrays.stream(Files.readString(notes).strip().split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .toList();
  }

  private boolean hasLibraries() throws IOException {
    return Files.isRegularFile(notes) && libraries().stream().allMatch(Files::exists);
  }

  /** The program's module, and those whose classes it runs with. */
  private Iterable<Path> modules() throws IOException {
    TreeSet<Path> modules = new TreeSet<>();
    for (Path entry : entries()) {
      if (entry.endsWith(Path.of("target", "classes"))) {
        modules.add(entry.resolve("../..").normalize());
      }
    }
    return modules;
  }

  private static Path sources(Path module) {
    return module.resolve("src").resolve("main");
  }

  /** Whether a source is newer than the last build, or a library has gone since. */
  private boolean isStale() throws IOException, ProgramException {
    // Libraries can have been noted without a build.
    if (!knowsLibraries() || !isCompiled()) {
      return true;
    }
    long newest = 0;
    for (Path module : modules()) {
      newest = Math.max(newest, Changes.below(sources(module)));
    }
    return newest >= Changes.of(notes);
  }

  /** When a pom was last changed that has a say in the build. */
  private long poms() throws IOException, ProgramException {
    long newest = 0;
    for (Path module : modules()) {
      Path file = module.resolve("pom.xml");
      if (Files.isRegularFile(file)) {
        for (Pom pom : Pom.read(file).withParents()) {
          newest = Math.max(newest, Changes.of(pom.file()));
        }
      }
    }
    return newest;
  }

  private void build() throws ProgramException, IOException {
    Path root = Pom.root(folder);
    Files.deleteIfExists(notes);
    tool.progress().accept("building the program with Maven");
    if (root.equals(folder)) {
      maven(root, List.of("compile"));
    } else {
      maven(root, List.of("compile", "-pl", root.relativize(folder).toString(), "-am"));
    }
  }

  /** Has Maven do this, and then tell the libraries. */
  private void maven(Path place, List<String> goals) throws ProgramException, IOException {
    // Another process may do the same: each writes a file of its own, and the last one counts. Of
    // several modules each writes it too, the program's as the last one.
    Path told = notes.resolveSibling(notes.getFileName() + "." + ProcessHandle.current().pid());
    List<String> command = new ArrayList<>();
    command.add(tool.command("mvn", "mvnw", folder, Pom.root(folder)));
    command.addAll(List.of("-q", "-B"));
    command.addAll(goals);
    command.addAll(List.of(CLASS_PATH_GOAL, "-DincludeScope=runtime", "-Dmdep.outputFile=" + told));
    tool.run("Maven", command, place);
    if (!Files.isRegularFile(told)) {
      throw new ProgramException("Maven built the program but did not tell its class path");
    }
    Files.move(told, notes, StandardCopyOption.REPLACE_EXISTING);
  }
}
