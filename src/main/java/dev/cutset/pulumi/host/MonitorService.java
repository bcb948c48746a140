package dev.cutset.pulumi.host;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
 * <p>Transforms and hooks that the engine would call back are not served; the Java SDK runs its own
 * transformations itself.
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
  private static final String STACK_REFERENCE = "pulumi:pulumi:StackReference";
  private static final String GET_RESOURCE = "pulumi:pulumi:getResource";

  private final Declarations declarations;
  private final DefaultProviders defaults;
  private final ProtocolValues values;
  private final Clouds clouds;
  private final Consumer<String> progress;

  MonitorService(
      Declarations declarations, StackSettings settings, Clouds clouds, Consumer<String> progress) {
    this.declarations = declarations;
    this.defaults = new DefaultProviders(declarations, settings);
    this.values = new ProtocolValues(new Secrets(settings));
    this.clouds = clouds;
    this.progress = progress;
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
    String ref = request.getName() + "@" + request.getVersion();
    reply(program, RegisterPackageResponse.newBuilder().setRef(ref).build());
  }

  @Override
  public void registerResource(
      RegisterResourceRequest request, StreamObserver<RegisterResourceResponse> program) {
    String type = request.getType();
    Urn urn = declarations.name(request.getParent(), type, request.getName());
    Set<Urn> dependencies = urns(request.getDependenciesList());
    Map<String, List<Urn>> byProperty = new LinkedHashMap<>();
    request
        .getPropertyDependenciesMap()
        .forEach(
            (property, on) -> {
              if (on.getUrnsCount() > 0) {
                byProperty.put(property, List.copyOf(urns(on.getUrnsList())));
              }
              dependencies.addAll(urns(on.getUrnsList()));
            });
    String id = request.getImportId();
    Resource resource =
        new Resource(
            urn,
            request.getCustom(),
            type,
            known(id),
            inputs(request),
            Map.of(),
            urn(request.getParent()),
            request.getCustom()
                ? provider(type, request.getProvider(), request.getVersion())
                : Optional.empty(),
            dependencies,
            byProperty);
    if (!declarations.add(resource)) {
      program.onError(
          Status.ALREADY_EXISTS
              .withDescription("two resources have the name `" + urn + "`; rename one of them")
              .asRuntimeException());
      return;
    }
    if (request.getRemote()) {
      progress.accept(
          "what is inside `"
              + request.getName()
              + "` is not seen: a provider makes the children of `"
              + type
              + "`; `--via pulumi` sees them");
    }
    reply(
        program,
        RegisterResourceResponse.newBuilder()
            .setUrn(urn.text())
            .setId(id)
            .setObject(outputs(request.getCustom() || request.getRemote(), type, request))
            .build());
  }

  private Struct outputs(boolean managed, String type, RegisterResourceRequest request) {
    return managed ? clouds.of(type).leaveUnknown(type, request.getObject()) : request.getObject();
  }

  private Map<String, Value> inputs(RegisterResourceRequest request) {
    Map<String, Value> inputs = values.properties(request.getObject());
    inputs.values().removeIf(value -> value.equals(Value.NULL));
    if (request.getType().startsWith(DefaultProviders.TYPE) && !request.getVersion().isEmpty()) {
      inputs.put("version", Value.of(request.getVersion()));
    }
    return inputs;
  }

  @Override
  public void readResource(
      ReadResourceRequest request, StreamObserver<ReadResourceResponse> program) {
    String type = request.getType();
    Urn urn = declarations.name(request.getParent(), type, request.getName());
    boolean reference = type.equals(STACK_REFERENCE);
    declarations.add(
        new Resource(
            urn,
            true,
            type,
            known(request.getId()),
            values.properties(request.getProperties()),
            Map.of(),
            urn(request.getParent()),
            reference
                ? Optional.empty()
                : provider(type, request.getProvider(), request.getVersion()),
            urns(request.getDependenciesList()),
            Map.of()));
    Struct properties =
        reference
            ? otherStack(request)
            : clouds.of(type).leaveUnknown(type, request.getProperties());
    reply(
        program,
        ReadResourceResponse.newBuilder().setUrn(urn.text()).setProperties(properties).build());
  }

  /** Another stack's outputs are for the cloud to know. */
  private static Struct otherStack(ReadResourceRequest request) {
    return request.getProperties().toBuilder()
        .putFields("outputs", unknown())
        .putFields("secretOutputNames", unknown())
        .build();
  }

  @Override
  public void invoke(
      ResourceInvokeRequest request, StreamObserver<ResourceInvokeResponse> program) {
    String token = request.getTok();
    if (token.equals(GET_RESOURCE)) {
      reply(program, ResourceInvokeResponse.newBuilder().setReturn(declared(request)).build());
      return;
    }
    Optional<Struct> answer =
        clouds.of(token).answer(token, name -> configuration(request, name), request.getArgs());
    if (answer.isEmpty()) {
      program.onError(refused("the lookup `" + token + "`"));
      return;
    }
    reply(program, ResourceInvokeResponse.newBuilder().setReturn(answer.get()).build());
  }

  private Struct declared(ResourceInvokeRequest request) {
    String urn = request.getArgs().getFieldsOrDefault("urn", unknown()).getStringValue();
    String type = new Urn(urn).type();
    Struct state = clouds.of(type).leaveUnknown(type, Struct.getDefaultInstance());
    return Struct.newBuilder()
        .putFields("urn", text(urn))
        .putFields("id", text(""))
        .putFields("state", com.google.protobuf.Value.newBuilder().setStructValue(state).build())
        .build();
  }

  private Optional<String> configuration(ResourceInvokeRequest request, String property) {
    Optional<String> own =
        reference(request.getProvider())
            .flatMap(declarations::find)
            .flatMap(provider -> provider.property(property))
            .flatMap(
                value ->
                    value instanceof Value.Text text
                        ? Optional.of(text.value())
                        : Optional.empty());
    return own.or(() -> defaults.configured(Clouds.packageOf(request.getTok()), property));
  }

  @Override
  public void call(ResourceCallRequest request, StreamObserver<CallResponse> program) {
    program.onError(refused("the method `" + request.getTok() + "`"));
  }

  private static io.grpc.StatusRuntimeException refused(String what) {
    return Status.UNIMPLEMENTED
        .withDescription(
            what
                + " is answered by its provider only, which Cutset does not run; check the program"
                + " with `--via pulumi`")
        .asRuntimeException();
  }

  @Override
  public void registerResourceOutputs(
      RegisterResourceOutputsRequest request, StreamObserver<Empty> program) {
    reply(program, Empty.getDefaultInstance());
  }

  @Override
  public void signalAndWaitForShutdown(Empty request, StreamObserver<Empty> program) {
    reply(program, Empty.getDefaultInstance());
  }

  private Optional<Urn> provider(String type, String reference, String version) {
    if (type.startsWith("pulumi:")) {
      return Optional.empty();
    }
    return reference.isEmpty() ? Optional.of(defaults.of(type, version)) : reference(reference);
  }

  /** A reference to a provider is a URN and then the provider's id. */
  private static Optional<Urn> reference(String text) {
    return text.isEmpty() ? Optional.empty() : urn(text.substring(0, text.lastIndexOf("::")));
  }

  private static Optional<Urn> urn(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(new Urn(text));
  }

  private static Set<Urn> urns(List<String> texts) {
    Set<Urn> urns = new LinkedHashSet<>();
    texts.stream().sorted().map(Urn::new).forEach(urns::add);
    return urns;
  }

  private static Optional<String> known(String id) {
    return Optional.of(id).filter(text -> !text.isEmpty() && !text.equals(ProtocolValues.UNKNOWN));
  }

  private static com.google.protobuf.Value unknown() {
    return text(ProtocolValues.UNKNOWN);
  }

  private static com.google.protobuf.Value text(String text) {
    return com.google.protobuf.Value.newBuilder().setStringValue(text).build();
  }

  private static <T> void reply(StreamObserver<T> program, T response) {
    program.onNext(response);
    program.onCompleted();
  }
}
