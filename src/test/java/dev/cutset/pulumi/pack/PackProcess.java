package dev.cutset.pulumi.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Empty;
import dev.cutset.pulumi.plugin.PluginServer;
import io.grpc.ManagedChannel;
import io.grpc.okhttp.OkHttpChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerGrpc.AnalyzerBlockingStub;
import pulumirpc.EngineGrpc.EngineImplBase;
import pulumirpc.EngineOuterClass.LogRequest;

/** A policy pack in a process of its own, started as an engine starts it. */
final class PackProcess implements AutoCloseable {
  private static final Pattern USED = Pattern.compile("used (\\d+)K");
  private static final int LARGEST_MESSAGE = 400 << 20;

  private final PluginServer engine;
  private final Process process;
  private final int port;
  private final List<ManagedChannel> channels = new ArrayList<>();

  PackProcess(Path folder, String... options) throws IOException {
    engine = PluginServer.start(new Engine());
    // As the launcher has it.
    List<String> command =
        new ArrayList<>(List.of(tool("java"), "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            PolicyPack.class.getName(),
            "127.0.0.1:" + engine.port()));
    process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    port = Integer.parseInt(process.inputReader().readLine());
  }

  /** An engine that hears what the pack has to say, and shows it to nobody. */
  private static final class Engine extends EngineImplBase {
    @Override
    public void log(LogRequest request, StreamObserver<Empty> pack) {
      pack.onNext(Empty.getDefaultInstance());
      pack.onCompleted();
    }
  }

  /** Calls over a connection of their own. */
  AnalyzerBlockingStub calls() {
    ManagedChannel channel =
        OkHttpChannelBuilder.forAddress("127.0.0.1", port)
            .usePlaintext()
            .maxInboundMessageSize(LARGEST_MESSAGE)
            .build();
    synchronized (channels) {
      channels.add(channel);
    }
    return AnalyzerGrpc.newBlockingStub(channel).withDeadlineAfter(10, TimeUnit.MINUTES);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  void kill() {
    process.destroyForcibly();
  }

  /** Kilobytes of heap that are in use when nothing is left to be collected. */
  long usedKilobytes() throws IOException, InterruptedException {
    ask("GC.run");
    long used = 0;
    Matcher generation = USED.matcher(ask("GC.heap_info").split("Metaspace", 2)[0]);
    while (generation.find()) {
      used += Long.parseLong(generation.group(1));
    }
    assertThat(used).isPositive();
    return used;
  }

  int threads() throws IOException, InterruptedException {
    return (int) ask("Thread.print").lines().filter(line -> line.startsWith("\"")).count();
  }

  private String ask(String question) throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(tool("jcmd"), Long.toString(process.pid()), question)
            .redirectErrorStream(true)
            .start();
    String answer = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(jcmd.waitFor()).as(answer).isZero();
    return answer;
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  @Override
  public void close() {
    channels.forEach(ManagedChannel::shutdownNow);
    process.destroyForcibly();
    engine.close();
  }
}
