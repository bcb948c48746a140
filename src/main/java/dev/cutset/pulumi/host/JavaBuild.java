package dev.cutset.pulumi.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Builds a Java program as its project says. */
final class JavaBuild {
  private final BuildTool tool;

  JavaBuild(
      Map<String, String> environment,
      Consumer<String> progress,
      Consumer<String> screen,
      Halt halt) {
    this.tool = new BuildTool(environment, progress, screen, halt);
  }

  /** How to start the program, which is built first if need be and if that is allowed. */
  Launch launch(Project project, ProgramRequest.Build build) throws ProgramException {
    Path folder = project.program();
    if (project.binary().isPresent()) {
      return built(project.binary().get());
    }
    if (Files.exists(folder.resolve("pom.xml"))) {
      MavenBuild maven = new MavenBuild(folder, tool);
      return switch (build) {
        case WHEN_CHANGED -> maven.launch();
        case NEVER -> maven.asBuilt();
        case LIBRARIES_ONLY -> maven.asCompiled();
      };
    }
    if (GradleBuild.builds(folder)) {
      GradleBuild gradle = new GradleBuild(folder, tool);
      return switch (build) {
        case WHEN_CHANGED -> gradle.launch();
        // Two Gradles in one build wait for each other.
        case NEVER, LIBRARIES_ONLY -> gradle.asBuilt();
      };
    }
    throw new ProgramException(
        "`"
            + folder
            + "` is built neither by Maven nor by Gradle; build the program to a jar and name it in"
            + " Pulumi.yaml under `runtime: options: binary:`, or check it with `--via pulumi`");
  }

  private static Launch built(Path jar) throws ProgramException {
    if (!Files.isRegularFile(jar)) {
      throw new ProgramException.NotBuilt(
          "no file `" + jar + "`, which Pulumi.yaml names as the binary; build it first");
    }
    return new Launch(List.of("-jar", jar.toString()), List.of(jar));
  }
}
