package dev.cutset.pulumi.offline;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import pulumirpc.Plugin.PluginAttach;
import pulumirpc.Plugin.PluginInfo;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.GetMappingRequest;
import pulumirpc.Provider.GetMappingResponse;
import pulumirpc.Provider.GetSchemaRequest;
import pulumirpc.Provider.GetSchemaResponse;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;
import pulumirpc.Provider.ProviderHandshakeRequest;
import pulumirpc.Provider.ProviderHandshakeResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;
import pulumirpc.ResourceProviderGrpc.ResourceProviderImplBase;

/**
 * Answers the engine's calls to one provider: what a program asks for is what it gets, completed
 * with placeholders.
 *
 * <p>What a preview is about to create has no identifier and unknown outputs, unless placeholders
 * are asked for there too: the Java SDK forgets what a value depends on when the engine strips the
 * value because it is not known.
 */
final class OfflineProviderService extends ResourceProviderImplBase {
  private final String provider;
  private final Shapes shapes;
  private final Sdk sdk;
  private final OfflineCloud cloud;
  private final Previews previews;
  private final Created created = new Created();
  private final Map<String, String> configuration = new ConcurrentHashMap<>();

  OfflineProviderService(String provider, ClassLoader sdks, Previews previews) {
    this.provider = provider;
    this.shapes = Shapes.of(provider);
    this.sdk = new Sdk(provider, sdks);
    this.cloud = new OfflineCloud(shapes, sdk);
    this.previews = previews;
  }

  @Override
  public void handshake(
      ProviderHandshakeRequest request, StreamObserver<ProviderHandshakeResponse> engine) {
    reply(
        engine,
        ProviderHandshakeResponse.newBuilder()
            .setAcceptSecrets(true)
            .setAcceptResources(true)
            .build());
  }

  @Override
  public void getPluginInfo(Empty request, StreamObserver<PluginInfo> engine) {
    // The engine compares it with the version that the program's SDK asks for.
    reply(engine, PluginInfo.newBuilder().setVersion(sdk.version().orElse("")).build());
  }

  @Override
  public void attach(PluginAttach request, StreamObserver<Empty> engine) {
    reply(engine, Empty.getDefaultInstance());
  }

  @Override
  public void getSchema(GetSchemaRequest request, StreamObserver<GetSchemaResponse> engine) {
    String schema = "{\"name\":\"" + provider + "\"}";
    reply(engine, GetSchemaResponse.newBuilder().setSchema(schema).build());
  }

  @Override
  public void getMapping(GetMappingRequest request, StreamObserver<GetMappingResponse> engine) {
    reply(engine, GetMappingResponse.getDefaultInstance());
  }

  @Override
  public void checkConfig(CheckRequest request, StreamObserver<CheckResponse> engine) {
    check(request, engine);
  }

  @Override
  public void diffConfig(DiffRequest request, StreamObserver<DiffResponse> engine) {
    reply(engine, Differences.between(request));
  }

  @Override
  public void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> engine) {
    for (String name : request.getArgs().getFieldsMap().keySet()) {
      Protocol.text(request.getArgs(), name).ifPresent(value -> configuration.put(name, value));
    }
    reply(
        engine,
        ConfigureResponse.newBuilder()
            .setAcceptSecrets(true)
            .setAcceptResources(true)
            .setSupportsPreview(true)
            .build());
  }

  @Override
  public void check(CheckRequest request, StreamObserver<CheckResponse> engine) {
    reply(engine, CheckResponse.newBuilder().setInputs(request.getNews()).build());
  }

  @Override
  public void diff(DiffRequest request, StreamObserver<DiffResponse> engine) {
    created.remember(request.getId(), request.getOlds());
    reply(engine, Differences.between(request));
  }

  @Override
  public void create(CreateRequest request, StreamObserver<CreateResponse> engine) {
    Subject subject = Subject.resource(request.getUrn(), request.getProperties());
    if (request.getPreview() && previews == Previews.UNKNOWN) {
      Struct outputs = cloud.leaveUnknown(subject.token(), request.getProperties());
      reply(engine, CreateResponse.newBuilder().setProperties(outputs).build());
      return;
    }
    String id = placeholders(subject).id();
    reply(
        engine, CreateResponse.newBuilder().setId(id).setProperties(complete(id, subject)).build());
  }

  @Override
  public void read(ReadRequest request, StreamObserver<ReadResponse> engine) {
    Struct known = request.getProperties();
    Struct outputs = complete(request.getId(), Subject.resource(request.getUrn(), known));
    reply(
        engine,
        ReadResponse.newBuilder()
            .setId(request.getId())
            .setProperties(outputs)
            .setInputs(request.hasInputs() ? request.getInputs() : known)
            .build());
  }

  @Override
  public void update(UpdateRequest request, StreamObserver<UpdateResponse> engine) {
    Subject subject = Subject.resource(request.getUrn(), request.getNews());
    reply(
        engine,
        UpdateResponse.newBuilder().setProperties(complete(request.getId(), subject)).build());
  }

  @Override
  public void delete(DeleteRequest request, StreamObserver<Empty> engine) {
    created.forget(request.getId());
    reply(engine, Empty.getDefaultInstance());
  }

  @Override
  public void invoke(InvokeRequest request, StreamObserver<InvokeResponse> engine) {
    String token = request.getTok();
    Optional<Struct> answer =
        cloud.answer(
            token,
            name -> Optional.ofNullable(configuration.get(name)),
            request.getArgs(),
            created);
    if (answer.isEmpty()) {
      engine.onError(
          failure(
              Status.NOT_FOUND,
              "the offline provider has no answer to `"
                  + token
                  + "`: neither a shape in offline/"
                  + provider
                  + ".yaml nor a class of the SDK on its class path"));
      return;
    }
    reply(engine, InvokeResponse.newBuilder().setReturn(answer.get()).build());
  }

  @Override
  public void cancel(Empty request, StreamObserver<Empty> engine) {
    reply(engine, Empty.getDefaultInstance());
  }

  private Struct complete(String id, Subject subject) {
    List<OutputProperty> outputs =
        sdk.resource(subject.token())
            .map(type -> OutputProperty.ofResource(type, sdk.inputsOf(type)))
            .orElse(List.of());
    Struct completed = placeholders(subject).complete(outputs);
    created.remember(id, completed);
    return completed;
  }

  private Placeholders placeholders(Subject subject) {
    return new Placeholders(
        subject, shapes, name -> Optional.ofNullable(configuration.get(name)), created);
  }

  private static StatusRuntimeException failure(Status status, String message) {
    return status.withDescription(message).asRuntimeException();
  }

  private static <T> void reply(StreamObserver<T> engine, T response) {
    engine.onNext(response);
    engine.onCompleted();
  }
}
