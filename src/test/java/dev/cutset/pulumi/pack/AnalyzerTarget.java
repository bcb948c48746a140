package dev.cutset.pulumi.pack;

import com.google.protobuf.Empty;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureResponse;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;
import pulumirpc.AnalyzerOuterClass.RemediateResponse;

/**
 * The calls of the engine. The first byte of an input says which call it is, the rest is its
 * message; it comes in a preview whose program nobody knows, as the engine says before.
 */
public final class AnalyzerTarget {
  private static final Parts PARTS = Parts.bundled();
  private static final int PATIENCE_SECONDS = 20;

  private AnalyzerTarget() {}

  /** What came of one call. */
  private static final class Caller<T> implements StreamObserver<T> {
    final CompletableFuture<Optional<Throwable>> outcome = new CompletableFuture<>();

    @Override
    public void onNext(T answer) {
      // Whatever it says.
    }

    @Override
    public void onError(Throwable refusal) {
      outcome.complete(Optional.of(refusal));
    }

    @Override
    public void onCompleted() {
      outcome.complete(Optional.empty());
    }
  }

  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    if (input.length == 0) {
      return;
    }
    byte[] message = Arrays.copyOfRange(input, 1, input.length);
    PolicyPackService pack = pack();
    Caller<Object> caller = new Caller<>();
    try {
      call(pack, input[0], message, caller);
    } catch (InvalidProtocolBufferException refused) {
      // gRPC answers it before anything of ours is asked.
      return;
    }
    Optional<Throwable> refusal = caller.outcome.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (refusal.isPresent()) {
      Status.Code code = ((StatusRuntimeException) refusal.get()).getStatus().getCode();
      if (code != Status.Code.INVALID_ARGUMENT) {
        throw new IllegalStateException(refusal.get());
      }
    }
  }

  private static PolicyPackService pack() {
    RecordedLog log = new RecordedLog();
    return new PolicyPackService(
        PARTS,
        new Places(Optional.empty(), Optional.empty()),
        stack -> Edges.irrecoverable("nobody knows it", log),
        stack -> new UnknownProgram(),
        log,
        () -> {});
  }

  @SuppressWarnings("unchecked")
  private static void call(
      PolicyPackService pack, byte which, byte[] message, Caller<Object> caller) throws Exception {
    StreamObserver<?> engine = caller;
    switch (Math.floorMod(which, 8)) {
      case 0 ->
          pack.analyzeStack(
              AnalyzeStackRequest.parseFrom(message), (StreamObserver<AnalyzeResponse>) engine);
      case 1 ->
          pack.analyze(AnalyzeRequest.parseFrom(message), (StreamObserver<AnalyzeResponse>) engine);
      case 2 -> {
        configureAll(pack);
        pack.remediate(
            AnalyzeRequest.parseFrom(message), (StreamObserver<RemediateResponse>) engine);
      }
      case 3 ->
          pack.configure(
              ConfigureAnalyzerRequest.parseFrom(message), (StreamObserver<Empty>) engine);
      case 4 ->
          pack.configureStack(
              AnalyzerStackConfigureRequest.parseFrom(message),
              (StreamObserver<AnalyzerStackConfigureResponse>) engine);
      case 5 ->
          pack.handshake(
              AnalyzerHandshakeRequest.parseFrom(message),
              (StreamObserver<AnalyzerHandshakeResponse>) engine);
      default -> {
        // As the engine does: it says what it is about, and asks about one thing and about all.
        pack.analyze(AnalyzeRequest.parseFrom(message), new Caller<>());
        AnalyzeStackRequest.Builder all = AnalyzeStackRequest.newBuilder().mergeFrom(message);
        pack.analyzeStack(all.build(), (StreamObserver<AnalyzeResponse>) engine);
      }
    }
  }

  /** All policies may change what is declared. */
  private static void configureAll(PolicyPackService pack) {
    ConfigureAnalyzerRequest.Builder request = ConfigureAnalyzerRequest.newBuilder();
    for (String policy : ServedPack.policyIds()) {
      request.putPolicyConfig(
          policy,
          PolicyConfig.newBuilder().setEnforcementLevel(EnforcementLevel.REMEDIATE).build());
    }
    pack.configure(request.build(), new Caller<>());
  }
}
