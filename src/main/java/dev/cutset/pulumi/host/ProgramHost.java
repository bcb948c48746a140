package dev.cutset.pulumi.host;

import dev.cutset.stack.Stack;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.util.internal.logging.InternalLoggerFactory;
import io.grpc.netty.shaded.io.netty.util.internal.logging.JdkLoggerFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Stands in for the Pulumi engine: builds a program, runs it, and takes down the stack that it
 * declares. No cloud is asked; what only a cloud knows stays unknown.
 */
public final class ProgramHost {
  private static final Duration USUAL_LIMIT = Duration.ofMinutes(5);
  // The engine's own limit.
  private static final int LARGEST_MESSAGE = 400 * 1024 * 1024;

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
    Launch launch =
        new JavaBuild(environment, progress, screen, halt).launch(project, request.build());
    Declarations declarations = new Declarations(project.name(), settings.stack());
    try (URLClassLoader classes = classes(launch.classPath())) {
      ProgramEnvironment around =
          new ProgramEnvironment(environment, project, settings, request.wholeEnvironment());
      declare(project, settings, around, launch, declarations, new Clouds(classes));
    } catch (IOException e) {
      throw new ProgramException("no port of this machine can be listened on");
    }
    if (declarations.isEmpty()) {
      throw new ProgramException(
          "the program of `" + project.name() + "` declared nothing: it did not call Pulumi.run");
    }
    return new Stack(
        project.name(), settings.stack(), Stack.Source.PROGRAM, declarations.inOrder());
  }

  private void declare(
      Project project,
      StackSettings settings,
      ProgramEnvironment around,
      Launch launch,
      Declarations declarations,
      Clouds clouds)
      throws ProgramException, IOException {
    // Else it looks for a logging library that is not there, and says so.
    InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
    Screen shown = new Screen(screen);
    InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    Server server =
        NettyServerBuilder.forAddress(loopback)
            .maxInboundMessageSize(LARGEST_MESSAGE)
            .intercept(new Faults())
            .addService(new MonitorService(declarations, settings, clouds, progress))
            .addService(new EngineService(shown::told))
            .build()
            .start();
    try {
      Child program =
          new Child(
              "the program of `" + project.name() + "`",
              command(around, launch),
              project.program(),
              around.variables("127.0.0.1:" + server.getPort()),
              limit,
              halt);
      int code = program.run(shown::printed);
      if (code != 0) {
        throw new ProgramException(
            "the program of `"
                + project.name()
                + "` failed (exit code "
                + code
                + "), see above; nothing was checked");
      }
    } finally {
      server.shutdownNow();
      shown.release();
    }
  }

  private static List<String> command(ProgramEnvironment around, Launch launch) {
    List<String> command = new ArrayList<>();
    command.add(around.java());
    // JDK 24 and up warn of what the SDK's libraries do; older ones do not know these options.
    command.add("-XX:+IgnoreUnrecognizedVMOptions");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("--enable-native-access=ALL-UNNAMED");
    // A program is a short one; and with two processors the SDK can wait for itself for ever.
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Djava.util.concurrent.ForkJoinPool.common.parallelism=8");
    command.add("-Dfile.encoding=UTF-8");
    command.add("-Dstdout.encoding=UTF-8");
    command.add("-Dstderr.encoding=UTF-8");
    command.addAll(launch.command());
    return command;
  }

  private static URLClassLoader classes(List<Path> classPath) throws IOException {
    URL[] urls = new URL[classPath.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = classPath.get(i).toUri().toURL();
    }
    return new URLClassLoader(urls, ProgramHost.class.getClassLoader());
  }
}
