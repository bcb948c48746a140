package dev.cutset.pulumi.host;

import com.google.protobuf.Struct;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import pulumirpc.Provider.CallRequest;
import pulumirpc.Provider.CallResponse;
import pulumirpc.Provider.ConstructRequest;
import pulumirpc.Provider.ConstructResponse;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.Resource.ResourceCallRequest;

/**
 * Has the providers of components, which are programs of their own, make them: what they declare
 * for it comes to the same monitor.
 */
final class Components {
  private final Plugins plugins;
  private final Registrations registrations;
  private final Packages packages;
  private final Project project;
  private final StackSettings settings;
  private final Consumer<String> progress;
  private final Set<String> said = ConcurrentHashMap.newKeySet();

  Components(
      Plugins plugins,
      Registrations registrations,
      Packages packages,
      Project project,
      StackSettings settings,
      Consumer<String> progress) {
    this.plugins = plugins;
    this.registrations = registrations;
    this.packages = packages;
    this.project = project;
    this.settings = settings;
    this.progress = progress;
  }

  /** The component as its provider made it; empty where that provider is not on this machine. */
  Optional<RegisterResourceResponse> construct(RegisterResourceRequest request) {
    String type = request.getType();
    String reference =
        request.getProvider().isEmpty()
            ? request.getProvidersOrDefault(Clouds.packageOf(type), "")
            : request.getProvider();
    String version = packages.version(request.getPackageRef(), request.getVersion());
    Optional<Plugin> plugin = plugins.of(type, version, reference);
    if (plugin.isEmpty()) {
      progress.accept(
          "what is inside `"
              + request.getName()
              + "` is not seen: a provider makes the children of `"
              + type
              + "`, and it is not on this machine; `--via pulumi` sees them");
      return Optional.empty();
    }
    try {
      ConstructResponse made = plugin.get().construct(question(request));
      registrations.complete(made.getUrn(), request);
      return Optional.of(response(made));
    } catch (StatusRuntimeException e) {
      throw failed("make `" + request.getName() + "`", type, e);
    }
  }

  private ConstructRequest.Builder question(RegisterResourceRequest request) {
    ConstructRequest.Builder question =
        ConstructRequest.newBuilder()
            .setProject(project.name())
            .setStack(settings.stack())
            .setOrganization(settings.organization())
            .putAllConfig(settings.values())
            .addAllConfigSecretKeys(settings.secretKeys())
            .setDryRun(true)
            .setParallel(1)
            .setType(request.getType())
            .setName(request.getName())
            .setParent(request.getParent())
            .setInputs(request.getObject())
            .putAllProviders(request.getProvidersMap())
            .addAllDependencies(request.getDependenciesList())
            .addAllAliases(request.getAliasesList())
            .addAllIgnoreChanges(request.getIgnoreChangesList())
            .addAllReplaceOnChanges(request.getReplaceOnChangesList())
            .addAllAdditionalSecretOutputs(request.getAdditionalSecretOutputsList())
            .setProtect(request.getProtect())
            .setAcceptsOutputValues(true);
    request
        .getPropertyDependenciesMap()
        .forEach(
            (property, on) ->
                question.putInputDependencies(
                    property,
                    ConstructRequest.PropertyDependencies.newBuilder()
                        .addAllUrns(on.getUrnsList())
                        .build()));
    return question;
  }

  private static RegisterResourceResponse response(ConstructResponse made) {
    RegisterResourceResponse.Builder response =
        RegisterResourceResponse.newBuilder()
            .setUrn(made.getUrn())
            .setObject(OutputValues.without(made.getState()));
    made.getStateDependenciesMap()
        .forEach(
            (property, on) ->
                response.putPropertyDependencies(
                    property,
                    RegisterResourceResponse.PropertyDependencies.newBuilder()
                        .addAllUrns(on.getUrnsList())
                        .build()));
    return response.build();
  }

  /** What a method of a component returns; empty where its provider is not on this machine. */
  Optional<CallResponse> call(ResourceCallRequest request) {
    String version = packages.version(request.getPackageRef(), request.getVersion());
    Optional<Plugin> plugin = plugins.of(request.getTok(), version, request.getProvider());
    if (plugin.isEmpty()) {
      return Optional.empty();
    }
    CallRequest.Builder question =
        CallRequest.newBuilder()
            .setTok(request.getTok())
            .setArgs(request.getArgs())
            .setProject(project.name())
            .setStack(settings.stack())
            .setOrganization(settings.organization())
            .putAllConfig(settings.values())
            .addAllConfigSecretKeys(settings.secretKeys())
            .setDryRun(true)
            .setParallel(1)
            .setAcceptsOutputValues(true);
    request
        .getArgDependenciesMap()
        .forEach(
            (argument, on) ->
                question.putArgDependencies(
                    argument,
                    CallRequest.ArgumentDependencies.newBuilder()
                        .addAllUrns(on.getUrnsList())
                        .build()));
    try {
      CallResponse answer = plugin.get().call(question);
      Struct returned = OutputValues.without(answer.getReturn());
      return Optional.of(answer.toBuilder().setReturn(returned).build());
    } catch (StatusRuntimeException e) {
      throw failed("answer the method `" + request.getTok() + "`", request.getTok(), e);
    }
  }

  private StatusRuntimeException failed(String what, String token, StatusRuntimeException e) {
    String provider = Clouds.packageOf(token);
    if (said.add(token)) {
      progress.accept(
          "the provider `" + provider + "` could not " + what + "; `--via pulumi` may get further");
    }
    return Status.UNKNOWN
        .withDescription(
            "the provider `"
                + provider
                + "` could not "
                + what
                + ": "
                + e.getStatus().getDescription())
        .asRuntimeException();
  }
}
