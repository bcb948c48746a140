package dev.cutset.pulumi.host;

import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.okhttp.OkHttpServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One run of a built program, with the services that it calls. */
final class ProgramRun {
  /** The engine's own limit. */
  static final int LARGEST_MESSAGE = 400 * 1024 * 1024;

  private final Project project;
  private final StackSettings settings;
  private final Declarations declarations;
  private final Knowledge knowledge;
  private final ProgramEnvironment around;
  private final Consumer<String> progress;
  private final Secrets secrets;
  private final Screen screen;

  /**
   * The run of a program.
   *
   * @param declarations takes what it declares
   * @param around what it finds around it
   */
  ProgramRun(
      Project project,
      StackSettings settings,
      Declarations declarations,
      Knowledge knowledge,
      ProgramEnvironment around,
      Consumer<String> progress,
      Consumer<String> screen) {
    this.project = project;
    this.settings = settings;
    this.declarations = declarations;
    this.knowledge = knowledge;
    this.around = around;
    this.progress = progress;
    this.secrets = new Secrets(settings);
    this.screen = new Screen(line -> screen.accept(secrets.hiddenIn(line)));
  }

  /**
   * Runs it to its end.
   *
   * @param build builds providers that are programs too
   */
  void run(Launch launch, JavaBuild build, Duration limit, Halt halt)
      throws ProgramException, IOException {
    Providers providers = new Providers(declarations, settings, around.regions());
    PluginFinder finder = new PluginFinder(project, around.ofHost(), build);
    try (URLClassLoader classes = classes(launch.classPath());
        Plugins plugins = new Plugins(finder, providers, around, progress, screen::printed)) {
      Clouds clouds = new Clouds(classes);
      Lookups lookups =
          new Lookups(knowledge.lookups(), clouds, providers, new ProtocolValues(secrets));
      Server server = server(monitor(providers, plugins, lookups, clouds));
      try {
        String address = "127.0.0.1:" + server.getPort();
        plugins.monitorAt(address);
        run(launch, around.variables(address), limit, halt);
      } finally {
        server.shutdownNow();
        screen.release();
      }
      lookups.neverAsked().forEach(this::sayNeverAsked);
    }
  }

  private MonitorService monitor(
      Providers providers, Plugins plugins, Lookups lookups, Clouds clouds) {
    Packages packages = new Packages();
    Registrations registrations =
        new Registrations(declarations, providers, packages, new ProtocolValues(secrets));
    return new MonitorService(
        packages,
        registrations,
        new OtherStacks(knowledge.stacks(), settings.organization(), project.name()),
        lookups,
        new Components(plugins, registrations, packages, project, settings, progress),
        clouds);
  }

  private Server server(MonitorService monitor) throws IOException {
    InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return OkHttpServerBuilder.forPort(loopback, InsecureServerCredentials.create())
        .maxInboundMessageSize(LARGEST_MESSAGE)
        .intercept(new Faults())
        .addService(monitor)
        .addService(new EngineService(screen::told))
        .build()
        .start();
  }

  private void run(Launch launch, Map<String, String> variables, Duration limit, Halt halt)
      throws ProgramException {
    String what = "the program of `" + project.name() + "`";
    try (GuestJar guest = GuestJar.write(variables)) {
      List<String> command = launch.with(guest.options()).command(around.java());
      Child program =
          new Child(what, command, project.program(), variables, limit, halt, around.leash());
      int code = program.run(screen::printed);
      if (code != 0) {
        throw new ProgramException.Failed(what, code);
      }
    }
  }

  private void sayNeverAsked(String function) {
    progress.accept(
        "nobody asked for `" + function + "`, which cutset.yaml answers under `lookups:`");
  }

  private static URLClassLoader classes(List<Path> classPath) throws IOException {
    URL[] urls = new URL[classPath.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = classPath.get(i).toUri().toURL();
    }
    return new URLClassLoader(urls, ProgramRun.class.getClassLoader());
  }
}
