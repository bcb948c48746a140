package dev.cutset.pulumi.pack;

import dev.cutset.pulumi.plugin.Lifeline;
import dev.cutset.pulumi.plugin.PluginServer;
import dev.cutset.pulumi.plugin.PortLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The process that the Pulumi CLI starts as a policy pack. */
public final class PolicyPack {
  private static final int WRONG_USE = 2;

  /** By which what starts this says where the pack is; the engine does so only of some packs. */
  private static final String FOLDER = "CUTSET_PACK";

  private PolicyPack() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    PortLine port = PortLine.keep();
    Optional<String> engine = EngineAddress.among(arguments);
    if (engine.isEmpty()) {
      System.err.println(
          "the Pulumi CLI starts this: `pulumi preview --policy-pack FOLDER` with the folder"
              + " `policies` of Cutset");
      System.exit(WRONG_USE);
      return;
    }
    serve(engine.get(), ProjectFolder.find(Path.of("")), port);
  }

  /**
   * Serves an engine to the end, which ends the process.
   *
   * @param engine where it listens
   * @param project the folder of the program, where that is known
   * @param port by which the engine learns where this listens
   */
  static void serve(String engine, Optional<Path> project, PortLine port)
      throws IOException, InterruptedException {
    // What libraries log would be shown among the stack's diagnostics.
    Logger.getLogger("").setLevel(Level.OFF);
    EngineLog log = new EngineLog(engine);
    Lifeline lifeline = new Lifeline(engine, PolicyPack::end);
    PolicyPackService service =
        new PolicyPackService(
            Parts.bundled(),
            new Places(project, Optional.ofNullable(System.getenv(FOLDER)).map(Path::of)),
            stack -> Edges.of(stack, project, log),
            stack -> EmbeddedProgram.of(project, stack, log),
            log,
            lifeline::cancelled);
    PluginServer server = PluginServer.start(service, List.of(lifeline));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> hangUp(server, log), "hanging up"));
    port.tell(server.port());
    lifeline.watch();
    server.awaitEnd();
  }

  /** A JVM at its end waits a third of a second for threads that read; the engine waits with it. */
  private static void hangUp(PluginServer server, EngineLog log) {
    server.close();
    log.close();
  }

  /** Ends the process; what it started ends with it. */
  private static void end() {
    Thread thread = new Thread(() -> System.exit(0), "end");
    thread.setDaemon(true);
    thread.start();
  }
}
