package dev.cutset.pulumi.offline;

import dev.cutset.pulumi.plugin.Lifeline;
import dev.cutset.pulumi.plugin.PluginServer;
import dev.cutset.pulumi.plugin.PortLine;
import java.io.IOException;

/**
 * The process that the engine starts as a resource plugin: it serves one provider, by name, and
 * knows no cloud.
 *
 * <p>What it creates exists nowhere. It is for previews without credentials and for tests.
 */
public final class OfflineProvider implements AutoCloseable {
  private final PluginServer server;

  private OfflineProvider(PluginServer server) {
    this.server = server;
  }

  /** Starts to serve the provider of that name on a free port of this machine. */
  public static OfflineProvider start(String name, ClassLoader sdks, Previews previews)
      throws IOException {
    return new OfflineProvider(
        PluginServer.start(new OfflineProviderService(name, sdks, previews)));
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
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
    PortLine engine = PortLine.keep();
    OfflineProvider provider = start(args[0], OfflineProvider.class.getClassLoader(), previews);
    Runtime.getRuntime().addShutdownHook(new Thread(provider::close));
    // An engine that is killed says nothing, and would leave this here.
    Lifeline.watchParent(() -> System.exit(0));
    engine.tell(provider.port());
    provider.server.awaitEnd();
  }
}
