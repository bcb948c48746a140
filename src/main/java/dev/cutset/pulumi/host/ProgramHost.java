package dev.cutset.pulumi.host;

import dev.cutset.stack.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Stands in for the Pulumi engine: builds a program, runs it, and takes down the stack that it
 * declares. No cloud is asked; what only a cloud knows stays unknown.
 */
public final class ProgramHost {
  private static final Duration USUAL_LIMIT = Duration.ofMinutes(5);

  private final Map<String, String> environment;
  private final Consumer<String> progress;
  private final Consumer<String> screen;
  private final Duration limit;
  private final Halt halt = new Halt();

  /**
   * A host for any number of programs, one after the other.
   *
   * @param environment of whoever asks; a build gets all of it, a program only what it needs
   * @param progress hears what is being done
   * @param screen hears what programs say, line by line
   */
  public ProgramHost(
      Map<String, String> environment, Consumer<String> progress, Consumer<String> screen) {
    this(environment, progress, screen, USUAL_LIMIT);
  }

  ProgramHost(
      Map<String, String> environment,
      Consumer<String> progress,
      Consumer<String> screen,
      Duration limit) {
    this.environment = Map.copyOf(environment);
    this.progress = progress;
    this.screen = screen;
    this.limit = limit;
  }

  /** A host that says nothing of what it does, nor what programs say. */
  public static ProgramHost silent(Map<String, String> environment) {
    return new ProgramHost(environment, text -> {}, line -> {});
  }

  /** Whether the project in a folder holds a program that can be run here. */
  public static boolean canRun(Path folder) throws ProgramException {
    return Project.read(folder).isJava();
  }

  /**
   * Ends what runs, from any thread: {@link #run} then throws {@link ProgramException.Stopped}. For
   * good; nothing is run after that.
   */
  public void stop() {
    halt.call();
  }

  /** The stack that a program declares. */
  public Stack run(ProgramRequest request) throws ProgramException {
    Project project = Project.read(request.folder());
    if (!project.isJava()) {
      throw new ProgramException(
          "`"
              + request.folder()
              + "` is a program in "
              + project.runtime()
              + ", and only Java programs are run here; check it with `--via pulumi`, or check the"
              + " file that `pulumi preview --json` writes");
    }
    StackSettings settings = StackSettingsReader.read(project, request);
    JavaBuild build = new JavaBuild(environment, progress, screen, halt);
    Launch launch = build.launch(project, request.build());
    Declarations declarations = new Declarations(project.name(), settings.stack());
    ProgramEnvironment around =
        new ProgramEnvironment(environment, project, settings, request.besideEngine());
    ProgramRun run =
        new ProgramRun(
            project, settings, declarations, request.knowledge(), around, progress, screen);
    progress.accept("running the program of `" + project.name() + "`, as you asked");
    try {
      run.run(launch, build, limit, halt);
    } catch (IOException e) {
      throw new ProgramException("no port of this machine can be listened on");
    }
    if (declarations.isEmpty()) {
      throw new ProgramException(
          "the program of `"
              + project.name()
              + "` declared nothing: it did not call Pulumi.run, or ended at once");
    }
    if (!declarations.isComplete()) {
      throw new ProgramException(
          "the program of `"
              + project.name()
              + "` ended before Pulumi.run did, so more may be declared than was seen; do not call"
              + " System.exit before, and do wait for Pulumi.runAsync; nothing was checked");
    }
    return new Stack(
        project.name(), settings.stack(), Stack.Source.PROGRAM, declarations.inOrder());
  }
}
