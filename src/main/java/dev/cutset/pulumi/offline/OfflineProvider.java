package dev.cutset.pulumi.offline;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * The process that the engine starts as a resource plugin: it serves one provider, by name, and
 * knows no cloud.
 *
 * <p>What it creates exists nowhere. It is for previews without credentials and for tests.
 */
public final class OfflineProvider implements AutoCloseable {
  // The engine's own limit; a smaller one here would only show as a broken stream.
  private static final int LARGEST_MESSAGE = 400 * 1024 * 1024;

  private final Server server;

  private OfflineProvider(Server server) {
    this.server = server;
  }

  /** Starts to serve the provider of that name on a free port of this machine. */
  static OfflineProvider start(String name, ClassLoader sdks, Previews previews)
      throws IOException {
    OfflineProviderService service = new OfflineProviderService(name, sdks, previews);
    InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    Server server =
        NettyServerBuilder.forAddress(loopback)
            .maxInboundMessageSize(LARGEST_MESSAGE)
            .addService(service)
            .build()
            .start();
    return new OfflineProvider(server);
  }

  int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 0) {
      System.err.println("which provider? usage: OfflineProvider NAME [ENGINE-ADDRESS]");
      System.exit(2);
    }
    Previews previews;
    try {
      previews = Previews.asked(System.getenv());
    } catch (IllegalArgumentException mistake) {
      System.err.println("offline provider: " + mistake.getMessage());
      System.exit(2);
      return;
    }
    // The engine reads the port from the first line; nothing else may ever reach that stream.
    PrintStream engine = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
    System.setOut(System.err);
    OfflineProvider provider = start(args[0], OfflineProvider.class.getClassLoader(), previews);
    Runtime.getRuntime().addShutdownHook(new Thread(provider::close));
    engine.println(provider.port());
    provider.server.awaitTermination();
  }
}
