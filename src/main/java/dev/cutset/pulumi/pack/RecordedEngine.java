package dev.cutset.pulumi.pack;

import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerPropertyDependencies;
import pulumirpc.AnalyzerOuterClass.AnalyzerProviderResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;

/** What the engine would send of a stack that was recorded. */
final class RecordedEngine {
  private final Stack stack;
  private final Map<Urn, AnalyzerProviderResource> providers = new HashMap<>();

  RecordedEngine(Stack stack) {
    this.stack = stack;
    for (Resource resource : stack.resources()) {
      if (resource.isProvider()) {
        providers.put(resource.urn(), provider(resource.urn(), resource.inputs()));
      }
    }
  }

  /** What it asks about each resource. */
  List<AnalyzeRequest> resources() {
    List<AnalyzeRequest> requests = new ArrayList<>();
    for (Resource resource : stack.resources()) {
      requests.add(
          AnalyzeRequest.newBuilder()
              .setUrn(resource.urn().text())
              .setType(resource.type())
              .setName(resource.name())
              .setProperties(Protocol.struct(resource.inputs()))
              .build());
    }
    return requests;
  }

  /** What it asks about all of them together. */
  AnalyzeStackRequest stack() {
    AnalyzeStackRequest.Builder request = AnalyzeStackRequest.newBuilder();
    stack.resources().forEach(resource -> request.addResources(resource(resource)));
    return request.build();
  }

  private AnalyzerResource resource(Resource resource) {
    Map<String, Value> made = new LinkedHashMap<>(resource.inputs());
    made.putAll(resource.outputs());
    AnalyzerResource.Builder sent =
        AnalyzerResource.newBuilder()
            .setUrn(resource.urn().text())
            .setType(resource.type())
            .setName(resource.name())
            .setProperties(Protocol.struct(made))
            .setParent(resource.parent().map(Urn::text).orElse(""))
            .addAllDependencies(resource.dependencies().stream().map(Urn::text).toList());
    resource.provider().ifPresent(urn -> sent.setProvider(provider(urn)));
    resource
        .propertyDependencies()
        .forEach(
            (property, on) ->
                sent.putPropertyDependencies(
                    property,
                    AnalyzerPropertyDependencies.newBuilder()
                        .addAllUrns(on.stream().map(Urn::text).toList())
                        .build()));
    return sent.build();
  }

  private AnalyzerProviderResource provider(Urn urn) {
    return providers.computeIfAbsent(urn, unlisted -> provider(unlisted, Map.of()));
  }

  private static AnalyzerProviderResource provider(Urn urn, Map<String, Value> inputs) {
    return AnalyzerProviderResource.newBuilder()
        .setUrn(urn.text())
        .setType(urn.type())
        .setName(urn.name())
        .setProperties(Protocol.struct(inputs))
        .build();
  }
}
