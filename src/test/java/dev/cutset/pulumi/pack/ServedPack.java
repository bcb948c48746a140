package dev.cutset.pulumi.pack;

import com.google.protobuf.Empty;
import dev.cutset.policy.PolicyCatalog;
import dev.cutset.pulumi.plugin.PluginServer;
import dev.cutset.stack.Stack;
import io.grpc.ManagedChannel;
import io.grpc.okhttp.OkHttpChannelBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerGrpc.AnalyzerBlockingStub;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;

/** A policy pack that is called as the engine calls it. */
final class ServedPack implements AutoCloseable {
  final RecordedLog log = new RecordedLog();
  final AtomicInteger cancelled = new AtomicInteger();
  final AnalyzerBlockingStub engine;
  private final PluginServer server;
  private final ManagedChannel channel;

  private ServedPack(Parts parts, Optional<Path> project, Function<RecordedLog, Edges> edges)
      throws IOException {
    this(parts, project, edges, new UnknownProgram());
  }

  private ServedPack(
      Parts parts, Optional<Path> project, Function<RecordedLog, Edges> edges, Program program)
      throws IOException {
    server =
        PluginServer.start(
            new PolicyPackService(
                parts,
                new Places(project, Optional.empty()),
                stack -> stack.preview() ? edges.apply(log) : Edges.complete(log),
                stack -> program,
                log,
                cancelled::incrementAndGet));
    channel =
        OkHttpChannelBuilder.forAddress("127.0.0.1", server.port())
            .usePlaintext()
            .maxInboundMessageSize(Integer.MAX_VALUE)
            .build();
    engine = AnalyzerGrpc.newBlockingStub(channel);
  }

  static ServedPack bundled() throws IOException {
    return of(Parts.bundled());
  }

  static ServedPack of(Parts parts) throws IOException {
    return new ServedPack(parts, Optional.empty(), Edges::complete);
  }

  /** With the {@code cutset.yaml} in a folder. */
  static ServedPack in(Path project) throws IOException {
    return in(project, Parts.bundled());
  }

  static ServedPack in(Path project, Parts parts) throws IOException {
    return new ServedPack(parts, Optional.of(project), Edges::complete);
  }

  /** With a program to run beside the engine. */
  static ServedPack beside(Program program) throws IOException {
    return new ServedPack(
        Parts.bundled(), Optional.empty(), log -> Edges.of(program, log), program);
  }

  static ServedPack without(String reason) throws IOException {
    return new ServedPack(
        Parts.bundled(), Optional.empty(), log -> Edges.irrecoverable(reason, log));
  }

  ServedPack previews() {
    return works(true);
  }

  ServedPack updates() {
    return works(false);
  }

  private ServedPack works(boolean preview) {
    engine.configureStack(
        AnalyzerStackConfigureRequest.newBuilder()
            .setProject("shop")
            .setStack("dev")
            .setDryRun(preview)
            .build());
    return this;
  }

  /** As the engine does: every policy is named, most of them as the pack said they are. */
  ServedPack configured(String policy, EnforcementLevel level) {
    return configured(Map.of(policy, PolicyConfig.newBuilder().setEnforcementLevel(level).build()));
  }

  ServedPack configured(Map<String, PolicyConfig> policies) {
    ConfigureAnalyzerRequest.Builder request = ConfigureAnalyzerRequest.newBuilder();
    engine
        .getAnalyzerInfo(Empty.getDefaultInstance())
        .getPoliciesList()
        .forEach(
            info ->
                request.putPolicyConfig(
                    info.getName(),
                    PolicyConfig.newBuilder()
                        .setEnforcementLevel(info.getEnforcementLevel())
                        .build()));
    engine.configure(request.putAllPolicyConfig(policies).build());
    return this;
  }

  /** What the engine is told of a stack, one resource after the other and then as a whole. */
  List<AnalyzeDiagnostic> violations(Stack stack) {
    RecordedEngine recorded = new RecordedEngine(stack);
    for (AnalyzeRequest resource : recorded.resources()) {
      engine.remediate(resource);
      engine.analyze(resource);
    }
    return engine.analyzeStack(recorded.stack()).getDiagnosticsList();
  }

  static List<String> policyIds() {
    return PolicyCatalog.bundled().policies().stream().map(policy -> policy.id()).toList();
  }

  @Override
  public void close() {
    channel.shutdownNow();
    server.close();
  }
}
