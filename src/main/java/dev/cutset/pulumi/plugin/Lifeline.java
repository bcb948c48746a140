package dev.cutset.pulumi.plugin;

import io.grpc.Attributes;
import io.grpc.ServerTransportFilter;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ends the process when nobody needs it any more: the engine said so and hung up, or the engine or
 * the process that started this one is gone, however it went.
 *
 * <p>That the engine hung up is not enough: it does so when nothing was said for half an hour, and
 * comes back.
 */
public final class Lifeline extends ServerTransportFilter {
  private static final int INTERVAL_MILLIS = 500;
  private static final int PATIENCE_MILLIS = 2000;

  private final String engine;
  private final Runnable end;
  private final AtomicInteger connections = new AtomicInteger();
  private volatile boolean cancelled;

  /**
   * A lifeline to an engine.
   *
   * @param engine where it listens
   * @param end ends the process
   */
  public Lifeline(String engine, Runnable end) {
    this.engine = engine;
    this.end = end;
  }

  /** Nothing more is wanted: the next hanging up is the last. */
  public void cancelled() {
    cancelled = true;
    if (connections.get() == 0) {
      end.run();
    }
  }

  @Override
  public Attributes transportReady(Attributes attributes) {
    connections.incrementAndGet();
    return attributes;
  }

  @Override
  public void transportTerminated(Attributes attributes) {
    if (connections.decrementAndGet() == 0 && cancelled) {
      end.run();
    }
  }

  /** Watches from now on. */
  public void watch() {
    watchParent(end);
    Thread thread = new Thread(this::watchEngine, "lifeline");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Only watches the process that started this one.
   *
   * @param end what to do when it is gone
   */
  public static void watchParent(Runnable end) {
    ProcessHandle.current().parent().ifPresent(starter -> watch(starter, end));
  }

  // What comes of it is that this process ends; nobody is left to ask.
  @SuppressWarnings("FutureReturnValueIgnored")
  private static void watch(ProcessHandle starter, Runnable end) {
    starter.onExit().thenRun(end);
  }

  private void watchEngine() {
    int silent = 0;
    try {
      while (silent < 2) {
        Thread.sleep(INTERVAL_MILLIS);
        // While somebody is connected, that connection tells when they go.
        silent = connections.get() > 0 || listens() ? 0 : silent + 1;
      }
      end.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean listens() {
    int colon = engine.lastIndexOf(':');
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(
              engine.substring(0, colon), Integer.parseInt(engine.substring(colon + 1))),
          PATIENCE_MILLIS);
      return true;
    } catch (IOException gone) {
      return false;
    }
  }
}
