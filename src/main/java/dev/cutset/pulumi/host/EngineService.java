package dev.cutset.pulumi.host;

import com.google.protobuf.Empty;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import pulumirpc.EngineGrpc.EngineImplBase;
import pulumirpc.EngineOuterClass.GetRootResourceRequest;
import pulumirpc.EngineOuterClass.GetRootResourceResponse;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.LogSeverity;
import pulumirpc.EngineOuterClass.RequirePulumiVersionRequest;
import pulumirpc.EngineOuterClass.RequirePulumiVersionResponse;
import pulumirpc.EngineOuterClass.SetRootResourceRequest;
import pulumirpc.EngineOuterClass.SetRootResourceResponse;

/** Hears what a program says, and keeps which resource is its stack. */
final class EngineService extends EngineImplBase {
  private final Consumer<String> messages;
  private final AtomicReference<String> root = new AtomicReference<>("");

  /**
   * Hears it.
   *
   * @param messages takes it to where people see it
   */
  EngineService(Consumer<String> messages) {
    this.messages = messages;
  }

  @Override
  public void log(LogRequest request, StreamObserver<Empty> program) {
    if (request.getSeverity() != LogSeverity.DEBUG) {
      messages.accept(request.getMessage());
    }
    reply(program, Empty.getDefaultInstance());
  }

  @Override
  public void getRootResource(
      GetRootResourceRequest request, StreamObserver<GetRootResourceResponse> program) {
    reply(program, GetRootResourceResponse.newBuilder().setUrn(root.get()).build());
  }

  @Override
  public void setRootResource(
      SetRootResourceRequest request, StreamObserver<SetRootResourceResponse> program) {
    root.set(request.getUrn());
    reply(program, SetRootResourceResponse.getDefaultInstance());
  }

  @Override
  public void requirePulumiVersion(
      RequirePulumiVersionRequest request, StreamObserver<RequirePulumiVersionResponse> program) {
    reply(program, RequirePulumiVersionResponse.getDefaultInstance());
  }

  private static <T> void reply(StreamObserver<T> program, T response) {
    program.onNext(response);
    program.onCompleted();
  }
}
