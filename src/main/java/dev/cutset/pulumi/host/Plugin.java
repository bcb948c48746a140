package dev.cutset.pulumi.host;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import dev.cutset.stack.Value;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import pulumirpc.Provider.CallRequest;
import pulumirpc.Provider.CallResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ConstructRequest;
import pulumirpc.Provider.ConstructResponse;
import pulumirpc.Provider.ProviderHandshakeRequest;
import pulumirpc.ResourceProviderGrpc;
import pulumirpc.ResourceProviderGrpc.ResourceProviderBlockingStub;

/** A provider that runs as a process of its own, and is configured. */
final class Plugin implements AutoCloseable {
  private static final int LONGEST_CALL_SECONDS = 240;
  private static final int LONGEST_GOODBYE_SECONDS = 2;

  private final ManagedChannel channel;
  private final Halt process;
  private final String monitor;
  private boolean takesOutputValues;

  /**
   * A provider that listens.
   *
   * @param process ends it
   * @param monitor the address at which it finds the program's monitor
   */
  Plugin(ManagedChannel channel, Halt process, String monitor) {
    this.channel = channel;
    this.process = process;
    this.monitor = monitor;
  }

  /** Configures it, as must be before all else. */
  void configure(String name, Map<String, Value> inputs) {
    try {
      calls().handshake(ProviderHandshakeRequest.newBuilder().setEngineAddress(monitor).build());
    } catch (StatusRuntimeException older) {
      // Providers made before there was a handshake do without.
      if (older.getStatus().getCode() != Status.Code.UNIMPLEMENTED) {
        throw older;
      }
    }
    ConfigureRequest.Builder request =
        ConfigureRequest.newBuilder()
            .setAcceptSecrets(true)
            .setAcceptResources(true)
            .setSendsOldInputs(true)
            .setSendsOldInputsToDelete(true)
            .setArgs(ProtocolWriter.struct(inputs));
    variables(name, inputs, request);
    takesOutputValues = calls().configure(request.build()).getAcceptOutputs();
  }

  // Older providers read nothing else.
  @SuppressWarnings("deprecation")
  private static void variables(
      String name, Map<String, Value> inputs, ConfigureRequest.Builder request) {
    inputs.forEach(
        (property, value) -> {
          if (value instanceof Value.Text text) {
            request.putVariables(name + ":config:" + property, text.value());
          }
        });
  }

  ConstructResponse construct(ConstructRequest.Builder request) {
    Struct inputs = request.getInputs();
    Map<String, List<String>> dependencies = new HashMap<>();
    request
        .getInputDependenciesMap()
        .forEach((input, on) -> dependencies.put(input, on.getUrnsList()));
    // Not all providers look for dependencies anywhere but in the values.
    Struct fitting =
        takesOutputValues ? OutputValues.with(dependencies, inputs) : OutputValues.without(inputs);
    return calls().construct(request.setMonitorEndpoint(monitor).setInputs(fitting).build());
  }

  CallResponse call(CallRequest.Builder request) {
    Struct arguments = request.getArgs();
    return calls()
        .call(
            request
                .setMonitorEndpoint(monitor)
                .setArgs(takesOutputValues ? arguments : OutputValues.without(arguments))
                .build());
  }

  private ResourceProviderBlockingStub calls() {
    return ResourceProviderGrpc.newBlockingStub(channel)
        .withDeadlineAfter(LONGEST_CALL_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    try {
      ResourceProviderGrpc.newBlockingStub(channel)
          .withDeadlineAfter(LONGEST_GOODBYE_SECONDS, TimeUnit.SECONDS)
          .cancel(Empty.getDefaultInstance());
    } catch (StatusRuntimeException endsAnyway) {
      // It need not know how to end by itself.
    }
    channel.shutdownNow();
    process.call();
  }
}
