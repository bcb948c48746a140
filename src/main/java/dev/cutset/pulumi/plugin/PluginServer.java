package dev.cutset.pulumi.plugin;

import io.grpc.BindableService;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.ServerTransportFilter;
import io.grpc.okhttp.OkHttpServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/** Serves the engine on a free port of this machine, which nobody else's machine can reach. */
public final class PluginServer implements AutoCloseable {
  // The engine's own limit; a smaller one here would only show as a broken stream.
  private static final int LARGEST_MESSAGE = 400 * 1024 * 1024;

  private final Server server;

  private PluginServer(Server server) {
    this.server = server;
  }

  /** Starts to serve. */
  public static PluginServer start(BindableService service) throws IOException {
    return start(service, List.of());
  }

  /**
   * Starts to serve.
   *
   * @param watchers hear of connections that come and go
   */
  public static PluginServer start(BindableService service, List<ServerTransportFilter> watchers)
      throws IOException {
    InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    OkHttpServerBuilder builder =
        OkHttpServerBuilder.forPort(loopback, InsecureServerCredentials.create())
            .maxInboundMessageSize(LARGEST_MESSAGE)
            .addService(service);
    watchers.forEach(builder::addTransportFilter);
    return new PluginServer(builder.build().start());
  }

  public int port() {
    return server.getPort();
  }

  /** Waits until somebody closes it. */
  public void awaitEnd() throws InterruptedException {
    server.awaitTermination();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
