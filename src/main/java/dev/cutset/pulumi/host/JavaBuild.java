package dev.cutset.pulumi.host;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Builds a Java program as its project says. */
final class JavaBuild {
  private final Map<String, String> environment;
  private final Consumer<String> progress;
  private final Consumer<String> screen;
  private final Halt halt;

  JavaBuild(
      Map<String, String> environment,
      Consumer<String> progress,
      Consumer<String> screen,
      Halt halt) {
    this.environment = environment;
    this.progress = progress;
    this.screen = screen;
    this.halt = halt;
  }

  /** How to start the program, which is built first if need be and if that is allowed. */
  Launch launch(Project project, ProgramRequest.Build build) throws ProgramException {
    if (project.binary().isPresent()) {
      return built(project.binary().get());
    }
    if (Files.exists(project.program().resolve("pom.xml"))) {
      MavenBuild maven = new MavenBuild(project.program(), environment, progress, screen, halt);
      List<Path> classPath =
          build == ProgramRequest.Build.NEVER ? maven.builtClassPath() : maven.classPath();
      String mainClass = new MainClass(project.program()).find();
      return new Launch(List.of("-cp", join(classPath), mainClass), classPath);
    }
    throw new ProgramException(
        "`"
            + project.program()
            + "` is not built by Maven; build the program to a jar and name it in Pulumi.yaml under"
            + " `runtime: options: binary:`, or check it with `--via pulumi`");
  }

  private static Launch built(Path jar) throws ProgramException {
    if (!Files.isRegularFile(jar)) {
      throw new ProgramException.NotBuilt(
          "no file `" + jar + "`, which Pulumi.yaml names as the binary; build it first");
    }
    return new Launch(List.of("-jar", jar.toString()), List.of(jar));
  }

  private static String join(List<Path> classPath) {
    return String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList());
  }
}
