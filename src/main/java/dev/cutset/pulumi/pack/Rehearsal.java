package dev.cutset.pulumi.pack;

import com.google.protobuf.Empty;
import dev.cutset.pulumi.plugin.PluginServer;
import dev.cutset.pulumi.plugin.PortLine;
import dev.cutset.source.UnreadableInputException;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Value;
import io.grpc.ManagedChannel;
import io.grpc.okhttp.OkHttpChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerGrpc.AnalyzerBlockingStub;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;
import pulumirpc.EngineGrpc.EngineImplBase;
import pulumirpc.EngineOuterClass.LogRequest;

/**
 * Plays the first preview of a Java program to a policy pack, so that the JVM can take down which
 * classes it needs: it starts in half the time when it knows.
 */
public final class Rehearsal {
  private Rehearsal() {}

  /**
   * Plays it, and ends the process as the engine does.
   *
   * @param arguments a file that {@code pulumi preview --json} wrote
   */
  public static void main(String[] arguments) throws IOException, UnreadableInputException {
    try (PluginServer listener = PluginServer.start(new Listener())) {
      ManagedChannel channel;
      try (RehearsedProject project = RehearsedProject.of(Path.of(arguments[0]))) {
        int port = pack("127.0.0.1:" + listener.port(), project.folder());
        channel = OkHttpChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
        play(project.stack(), AnalyzerGrpc.newBlockingStub(channel));
      }
      channel.shutdownNow();
    }
  }

  /** Starts a pack in this process, and tells where it listens. */
  private static int pack(String engine, Path project) throws IOException {
    PrintStream screen = System.out;
    PipedInputStream said = new PipedInputStream();
    System.setOut(new PrintStream(new PipedOutputStream(said), true, StandardCharsets.US_ASCII));
    PortLine port = PortLine.keep();
    System.setOut(screen);
    Thread pack = new Thread(() -> serve(engine, project, port), "pack");
    pack.setDaemon(true);
    pack.start();
    BufferedReader line =
        new BufferedReader(new InputStreamReader(said, StandardCharsets.US_ASCII));
    return Integer.parseInt(String.valueOf(line.readLine()));
  }

  private static void serve(String engine, Path project, PortLine port) {
    try {
      PolicyPack.serve(engine, ProjectFolder.find(project), port);
    } catch (IOException e) {
      // Whoever waits for the port reads the end of the line instead.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void play(Stack stack, AnalyzerBlockingStub pack) {
    RecordedEngine recorded = new RecordedEngine(unknownOutputs(stack));
    pack.handshake(AnalyzerHandshakeRequest.getDefaultInstance());
    pack.configureStack(
        AnalyzerStackConfigureRequest.newBuilder()
            .setOrganization("organization")
            .setProject(stack.project())
            .setStack(stack.name())
            .setDryRun(true)
            .build());
    pack.getPluginInfo(Empty.getDefaultInstance());
    pack.getAnalyzerInfo(Empty.getDefaultInstance());
    pack.configure(ConfigureAnalyzerRequest.getDefaultInstance());
    for (AnalyzeRequest resource : recorded.resources()) {
      pack.remediate(resource);
      pack.analyze(resource);
    }
    pack.analyzeStack(withoutEdges(recorded.stack()));
    pack.cancel(Empty.getDefaultInstance());
  }

  /** Before anything is provisioned nobody knows what comes of resources. */
  static Stack unknownOutputs(Stack stack) {
    List<Resource> resources = new ArrayList<>();
    for (Resource resource : stack.resources()) {
      Map<String, Value> inputs = new LinkedHashMap<>(resource.inputs());
      for (String property : resource.propertyDependencies().keySet()) {
        inputs.replace(property, Value.UNKNOWN);
      }
      resources.add(resource.withInputs(inputs));
    }
    return stack.with(resources);
  }

  /** As a first preview of a Java program loses them, for which the program is run once more. */
  private static AnalyzeStackRequest withoutEdges(AnalyzeStackRequest whole) {
    AnalyzeStackRequest.Builder request = whole.toBuilder();
    request.getResourcesBuilderList().forEach(resource -> resource.clearPropertyDependencies());
    return request.build();
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
