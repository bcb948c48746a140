package dev.cutset.policy.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.policy.own.RealOpa;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real {@code opa run --server}, which ends with the test. */
public final class RealServer implements AutoCloseable {
  private static final long SECONDS_TO_START = 60;

  private final Process process;
  private final int port;

  private RealServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts a server; the test is skipped where there is no {@code opa}.
   *
   * @param log where what it says is kept
   */
  public static RealServer start(Path log, List<String> arguments)
      throws IOException, InterruptedException {
    RealOpa.required();
    int port = freePort();
    List<String> command =
        new ArrayList<>(
            List.of(
                "opa", "run", "--server", "--addr", "localhost:" + port, "--disable-telemetry"));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    RealServer server = new RealServer(process, port);
    try {
      server.await(log);
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      server.close();
      throw e;
    }
    return server;
  }

  /** The policies as they are served: what judges, in a folder of its own, beside other files. */
  public static void copyPolicies(Path to) throws IOException {
    Path from = Path.of("policies");
    List<Path> sources = new ArrayList<>(List.of(from.resolve("main.rego")));
    for (String folder : List.of("lib", "*")) {
      try (var files = Files.newDirectoryStream(from, folder)) {
        for (Path each : files) {
          File[] rules = each.toFile().listFiles((at, name) -> name.endsWith(".rego"));
          for (File rule : rules == null ? new File[0] : rules) {
            sources.add(rule.toPath());
          }
        }
      }
    }
    for (Path source : sources.stream().distinct().toList()) {
      if (!source.toString().endsWith("_test.rego")) {
        Path target = to.resolve(from.relativize(source).toString());
        Files.createDirectories(target.getParent());
        Files.copy(source, target);
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private void await(Path log) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
    while (System.nanoTime() < end) {
      assertThat(process.isAlive()).as("opa has ended: %s", Files.readString(log)).isTrue();
      try (Socket call = new Socket("localhost", port)) {
        assertThat(call.isConnected()).isTrue();
        return;
      } catch (IOException e) {
        Thread.sleep(50);
      }
    }
    throw new IOException("opa did not start: " + Files.readString(log));
  }

  public String url() {
    return "http://localhost:" + port;
  }

  public String secureUrl() {
    return "https://localhost:" + port;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
