package dev.cutset.pulumi.pack;

import com.google.protobuf.Empty;
import dev.cutset.pulumi.plugin.Lifeline;
import dev.cutset.pulumi.plugin.PluginServer;
import dev.cutset.source.StackReader;
import dev.cutset.source.UnreadableInputException;
import dev.cutset.stack.Interest;
import dev.cutset.stack.Naming;
import io.grpc.ManagedChannel;
import io.grpc.okhttp.OkHttpChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerGrpc.AnalyzerBlockingStub;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;
import pulumirpc.EngineGrpc.EngineImplBase;
import pulumirpc.EngineOuterClass.LogRequest;

/**
 * Plays a whole preview to a policy pack, so that the JVM can take down which classes it needs: it
 * starts in half the time when it knows.
 */
public final class Rehearsal {
  private Rehearsal() {}

  /**
   * Plays it.
   *
   * @param arguments a file that {@code pulumi preview --json} wrote
   */
  public static void main(String[] arguments) throws IOException, UnreadableInputException {
    RecordedEngine recorded =
        new RecordedEngine(
            new StackReader(Interest.everything(), Naming.none()).read(Path.of(arguments[0])));
    try (PluginServer listener = PluginServer.start(new Listener());
        EngineLog log = new EngineLog("127.0.0.1:" + listener.port());
        PluginServer pack = PluginServer.start(service(log), List.of(lifeline()))) {
      play(recorded, pack.port());
    }
  }

  private static PolicyPackService service(Log log) {
    return new PolicyPackService(
        Parts.bundled(),
        Places.UNKNOWN,
        stack -> Edges.complete(log),
        stack -> new UnknownProgram(),
        log,
        () -> {});
  }

  private static Lifeline lifeline() {
    return new Lifeline("127.0.0.1:1", () -> {});
  }

  private static void play(RecordedEngine recorded, int port) {
    ManagedChannel channel =
        OkHttpChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    AnalyzerBlockingStub pack = AnalyzerGrpc.newBlockingStub(channel);
    pack.handshake(AnalyzerHandshakeRequest.getDefaultInstance());
    pack.configureStack(AnalyzerStackConfigureRequest.getDefaultInstance());
    pack.getPluginInfo(Empty.getDefaultInstance());
    pack.getAnalyzerInfo(Empty.getDefaultInstance());
    pack.configure(ConfigureAnalyzerRequest.getDefaultInstance());
    for (AnalyzeRequest resource : recorded.resources()) {
      pack.remediate(resource);
      pack.analyze(resource);
    }
    pack.analyzeStack(recorded.stack());
    pack.cancel(Empty.getDefaultInstance());
    channel.shutdownNow();
  }

  /** Hears what the pack logs. */
  private static final class Listener extends EngineImplBase {
    @Override
    public void log(LogRequest request, StreamObserver<Empty> pack) {
      pack.onNext(Empty.getDefaultInstance());
      pack.onCompleted();
    }
  }
}
