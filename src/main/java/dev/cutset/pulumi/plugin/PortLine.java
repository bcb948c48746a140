package dev.cutset.pulumi.plugin;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The first line on standard output, from which the engine reads where a plugin listens; nothing
 * else may ever reach that stream.
 */
public final class PortLine {
  private final PrintStream engine;

  private PortLine(PrintStream engine) {
    this.engine = engine;
  }

  /** Keeps the stream for the port: whatever is printed from now on goes to standard error. */
  public static PortLine keep() {
    PrintStream engine = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
    System.setOut(System.err);
    return new PortLine(engine);
  }

  /** Tells the engine where to call. */
  public void tell(int port) {
    engine.println(port);
  }
}
