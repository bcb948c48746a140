package dev.cutset.pulumi.host;

import dev.cutset.stack.Value;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.okhttp.OkHttpChannelBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The providers that a program needs as processes, each started when it is first needed. */
final class Plugins implements AutoCloseable {
  private static final Pattern PORT = Pattern.compile("\\d{1,5}");
  private static final String JAVA_OPTIONS = "JDK_JAVA_OPTIONS";
  private static final String OPTIONS_TAKEN = "NOTE: Picked up " + JAVA_OPTIONS;
  private static final Duration LONGEST_START = Duration.ofSeconds(60);
  private static final Duration LIMIT = Duration.ofHours(1);

  private final PluginFinder finder;
  private final Providers providers;
  private final ProgramEnvironment around;
  private final Consumer<String> progress;
  private final Consumer<String> screen;
  private final Map<String, Optional<Plugin>> started = new HashMap<>();
  private String monitor = "";
  private boolean closed;

  /**
   * Those of one program.
   *
   * @param around what they find around them
   */
  Plugins(
      PluginFinder finder,
      Providers providers,
      ProgramEnvironment around,
      Consumer<String> progress,
      Consumer<String> screen) {
    this.finder = finder;
    this.providers = providers;
    this.around = around;
    this.progress = progress;
    this.screen = screen;
  }

  /** Tells them where the program's monitor listens. */
  synchronized void monitorAt(String address) {
    monitor = address;
  }

  /**
   * The provider of a type or function; empty where it is not on this machine, or does not start.
   *
   * @param version of the program's SDK, or empty
   * @param reference to the provider that the program names, or empty
   */
  synchronized Optional<Plugin> of(String token, String version, String reference) {
    if (closed) {
      return Optional.empty();
    }
    String name = Clouds.packageOf(token);
    String key = reference.isEmpty() ? name + "@" + version : reference;
    Optional<Plugin> plugin = started.get(key);
    if (plugin == null) {
      plugin = start(name, version, providers.inputs(token, reference));
      started.put(key, plugin);
    }
    return plugin;
  }

  private Optional<Plugin> start(String name, String version, Map<String, Value> inputs) {
    try {
      Optional<PluginFinder.Found> found = finder.find(name, version);
      return found.isEmpty() ? Optional.empty() : Optional.of(start(name, found.get(), inputs));
    } catch (ProgramException e) {
      progress.accept(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Plugin start(String name, PluginFinder.Found found, Map<String, Value> inputs)
      throws ProgramException {
    String what = "the provider `" + name + "`";
    progress.accept("starting " + what);
    List<String> command = new ArrayList<>(found.command());
    command.add(monitor);
    Halt halt = new Halt();
    int port =
        port(what, new Child(what, command, found.folder(), variables(), LIMIT, halt, Leash.TIED));
    ManagedChannel channel =
        OkHttpChannelBuilder.forAddress("127.0.0.1", port)
            .usePlaintext()
            .maxInboundMessageSize(ProgramRun.LARGEST_MESSAGE)
            .build();
    Plugin plugin = new Plugin(channel, halt, monitor);
    try {
      plugin.configure(name, inputs);
      return plugin;
    } catch (StatusRuntimeException e) {
      plugin.close();
      throw new ProgramException(what + " cannot be configured: " + e.getStatus().getDescription());
    }
  }

  /** An executable may be a script that starts Java, which gets what the program gets then. */
  private Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>(around.variables(monitor));
    variables.merge(JAVA_OPTIONS, Launch.ROOM, (own, room) -> own + " " + room);
    return variables;
  }

  /** Starts it, and waits for the port that it prints before all else. */
  private int port(String what, Child child) throws ProgramException {
    CompletableFuture<Integer> port = new CompletableFuture<>();
    Thread life =
        new Thread(
            () -> {
              try {
                child.run(line -> hear(line, port));
                port.completeExceptionally(
                    new ProgramException(what + " ended before it listened"));
              } catch (ProgramException e) {
                port.completeExceptionally(e);
              }
            },
            what);
    life.setDaemon(true);
    life.start();
    try {
      return port.get(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      child.halt().call();
      throw new ProgramException(
          what + " did not listen within " + LONGEST_START.toSeconds() + " seconds");
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new ProgramException(String.valueOf(cause.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      child.halt().call();
      throw new ProgramException.Stopped(what);
    }
  }

  private void hear(String line, CompletableFuture<Integer> port) {
    if (!port.isDone() && PORT.matcher(line).matches()) {
      port.complete(Integer.parseInt(line));
    } else if (!line.startsWith(OPTIONS_TAKEN)) {
      screen.accept(line);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    started.values().forEach(plugin -> plugin.ifPresent(Plugin::close));
    started.clear();
  }
}
