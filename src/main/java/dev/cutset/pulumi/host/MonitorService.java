package dev.cutset.pulumi.host;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import dev.cutset.stack.Urn;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import pulumirpc.Provider.CallResponse;
import pulumirpc.Resource.ReadResourceRequest;
import pulumirpc.Resource.ReadResourceResponse;
import pulumirpc.Resource.RegisterPackageRequest;
import pulumirpc.Resource.RegisterPackageResponse;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.Resource.ResourceCallRequest;
import pulumirpc.Resource.ResourceInvokeRequest;
import pulumirpc.Resource.ResourceInvokeResponse;
import pulumirpc.Resource.SupportsFeatureRequest;
import pulumirpc.Resource.SupportsFeatureResponse;
import pulumirpc.ResourceMonitorGrpc.ResourceMonitorImplBase;

/**
 * Answers a program's calls as the engine does in a preview of a stack that has nothing yet.
 *
 * <p>Transforms and hooks that the engine would call back are not served, and are not among the
 * features that a program is told of; the Java SDK has none, and runs its own transformations
 * itself.
 */
final class MonitorService extends ResourceMonitorImplBase {
  private static final Set<String> FEATURES =
      Set.of(
          "secrets",
          "resourceReferences",
          "outputValues",
          "aliasSpecs",
          "deletedWith",
          "parameterization");
  private static final String GET_RESOURCE = "pulumi:pulumi:getResource";

  private final Packages packages;
  private final Registrations registrations;
  private final OtherStacks stacks;
  private final Lookups lookups;
  private final Components components;
  private final Clouds clouds;
  private final Map<String, Struct> states = new ConcurrentHashMap<>();

  MonitorService(
      Packages packages,
      Registrations registrations,
      OtherStacks stacks,
      Lookups lookups,
      Components components,
      Clouds clouds) {
    this.packages = packages;
    this.registrations = registrations;
    this.stacks = stacks;
    this.lookups = lookups;
    this.components = components;
    this.clouds = clouds;
  }

  @Override
  public void supportsFeature(
      SupportsFeatureRequest request, StreamObserver<SupportsFeatureResponse> program) {
    boolean support = FEATURES.contains(request.getId());
    reply(program, SupportsFeatureResponse.newBuilder().setHasSupport(support).build());
  }

  @Override
  public void registerPackage(
      RegisterPackageRequest request, StreamObserver<RegisterPackageResponse> program) {
    String reference = packages.reference(request);
    reply(program, RegisterPackageResponse.newBuilder().setRef(reference).build());
  }

  @Override
  public void registerResource(
      RegisterResourceRequest request, StreamObserver<RegisterResourceResponse> program) {
    if (request.getRemote()) {
      Optional<RegisterResourceResponse> made = components.construct(request);
      if (made.isPresent()) {
        reply(program, made.get());
        return;
      }
    }
    Optional<Urn> declared = registrations.declare(request);
    if (declared.isEmpty()) {
      String urn = registrations.name(request).text();
      program.onError(
          Status.ALREADY_EXISTS
              .withDescription("two resources have the name `" + urn + "`; rename one of them")
              .asRuntimeException());
      return;
    }
    Struct outputs = outputs(request);
    states.put(declared.get().text(), outputs);
    reply(
        program,
        RegisterResourceResponse.newBuilder()
            .setUrn(declared.get().text())
            .setId(request.getImportId())
            .setObject(outputs)
            .build());
  }

  private Struct outputs(RegisterResourceRequest request) {
    boolean managed = request.getCustom() || request.getRemote();
    String type = request.getType();
    return managed ? clouds.of(type).leaveUnknown(type, request.getObject()) : request.getObject();
  }

  @Override
  public void registerResourceOutputs(
      RegisterResourceOutputsRequest request, StreamObserver<Empty> program) {
    states.merge(
        request.getUrn(),
        request.getOutputs(),
        (before, outputs) -> before.toBuilder().putAllFields(outputs.getFieldsMap()).build());
    registrations.outputsOf(request.getUrn());
    reply(program, Empty.getDefaultInstance());
  }

  @Override
  public void readResource(
      ReadResourceRequest request, StreamObserver<ReadResourceResponse> program) {
    String type = request.getType();
    Urn urn = registrations.read(request);
    Struct properties =
        type.equals(OtherStacks.REFERENCE)
            ? stacks.answer(request)
            : clouds.of(type).leaveUnknown(type, request.getProperties());
    states.put(urn.text(), properties);
    reply(
        program,
        ReadResourceResponse.newBuilder().setUrn(urn.text()).setProperties(properties).build());
  }

  @Override
  public void invoke(
      ResourceInvokeRequest request, StreamObserver<ResourceInvokeResponse> program) {
    Optional<Struct> answer =
        request.getTok().equals(GET_RESOURCE)
            ? Optional.of(declared(request))
            : lookups.answer(request);
    if (answer.isEmpty()) {
      program.onError(refused("the lookup `" + request.getTok() + "`"));
      return;
    }
    reply(program, ResourceInvokeResponse.newBuilder().setReturn(answer.get()).build());
  }

  /** What is known of a resource by its name alone. */
  private Struct declared(ResourceInvokeRequest request) {
    String urn =
        request.getArgs().getFieldsOrDefault("urn", ProtocolWriter.UNKNOWN).getStringValue();
    Struct state =
        states.computeIfAbsent(
            urn,
            unseen -> {
              String type = new Urn(urn).type();
              return clouds.of(type).leaveUnknown(type, Struct.getDefaultInstance());
            });
    return Struct.newBuilder()
        .putFields("urn", ProtocolWriter.text(urn))
        .putFields("id", ProtocolWriter.text(""))
        .putFields("state", ProtocolWriter.of(state))
        .build();
  }

  @Override
  public void call(ResourceCallRequest request, StreamObserver<CallResponse> program) {
    Optional<CallResponse> answer = components.call(request);
    if (answer.isEmpty()) {
      program.onError(refused("the method `" + request.getTok() + "`"));
      return;
    }
    reply(program, answer.get());
  }

  private static StatusRuntimeException refused(String what) {
    return Status.UNIMPLEMENTED
        .withDescription(
            what
                + " is answered by its provider only, which Cutset does not run; say in cutset.yaml"
                + " under `lookups:` what a lookup returns, or check the program with"
                + " `--via pulumi`")
        .asRuntimeException();
  }

  @Override
  public void signalAndWaitForShutdown(Empty request, StreamObserver<Empty> program) {
    reply(program, Empty.getDefaultInstance());
  }

  private static <T> void reply(StreamObserver<T> program, T response) {
    program.onNext(response);
    program.onCompleted();
  }
}
