package dev.cutset.pulumi.pack;

import dev.cutset.report.ViolationText;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.okhttp.OkHttpChannelBuilder;
import java.util.concurrent.TimeUnit;
import pulumirpc.EngineGrpc;
import pulumirpc.EngineGrpc.EngineBlockingStub;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.LogSeverity;

/** Says it through the engine, which shows it where it shows everything else. */
final class EngineLog implements Log, AutoCloseable {
  private static final int PATIENCE_SECONDS = 2;

  private final ViolationText text = new ViolationText();
  private final ManagedChannel channel;
  private final EngineBlockingStub engine;

  /**
   * A log to the engine.
   *
   * @param address where it listens
   */
  EngineLog(String address) {
    this.channel = OkHttpChannelBuilder.forTarget(address).usePlaintext().build();
    this.engine = EngineGrpc.newBlockingStub(channel);
  }

  @Override
  public void debug(String message) {
    say(LogSeverity.DEBUG, message);
  }

  @Override
  public void info(String message) {
    say(LogSeverity.INFO, message);
  }

  @Override
  public void warning(String message) {
    say(LogSeverity.WARNING, message);
  }

  private void say(LogSeverity severity, String message) {
    LogRequest request =
        LogRequest.newBuilder()
            .setSeverity(severity)
            .setMessage("cutset: " + text.safe(message))
            .build();
    try {
      engine.withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS).log(request);
    } catch (StatusRuntimeException engineIsGone) {
      // There is nobody left to tell.
    }
  }

  /** Hangs up; nothing reads from the engine any more when this returns. */
  @Override
  public void close() {
    channel.shutdownNow();
    try {
      channel.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
