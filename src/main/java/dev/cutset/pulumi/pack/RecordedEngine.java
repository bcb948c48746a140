package dev.cutset.pulumi.pack;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.ArrayList;
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
  private static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
  private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";
  private static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";

  private final Stack stack;

  RecordedEngine(Stack stack) {
    this.stack = stack;
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
              .setProperties(struct(resource.inputs()))
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
            .setProperties(struct(made))
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
    AnalyzerProviderResource.Builder provider =
        AnalyzerProviderResource.newBuilder()
            .setUrn(urn.text())
            .setType(urn.type())
            .setName(urn.name());
    stack.resources().stream()
        .filter(resource -> resource.urn().equals(urn))
        .forEach(resource -> provider.setProperties(struct(resource.inputs())));
    return provider.build();
  }

  private static Struct struct(Map<String, Value> values) {
    Struct.Builder struct = Struct.newBuilder();
    values.forEach((name, value) -> struct.putFields(name, value(value)));
    return struct.build();
  }

  private static com.google.protobuf.Value value(Value value) {
    var sent = com.google.protobuf.Value.newBuilder();
    if (value instanceof Value.Bool bool) {
      sent.setBoolValue(bool.value());
    } else if (value instanceof Value.Num number) {
      sent.setNumberValue(number.value());
    } else if (value instanceof Value.Text text) {
      sent.setStringValue(text.value());
    } else if (value instanceof Value.Items items) {
      ListValue.Builder list = ListValue.newBuilder();
      items.values().forEach(item -> list.addValues(value(item)));
      sent.setListValue(list);
    } else if (value instanceof Value.Fields fields) {
      sent.setStructValue(struct(fields.values()));
    } else if (value instanceof Value.Unknown) {
      sent.setStringValue(UNKNOWN);
    } else if (value instanceof Value.Secret) {
      sent.setStructValue(
          struct(Map.of(SIGNATURE, Value.of(SECRET), "value", Value.of("not to be seen"))));
    } else {
      sent.setNullValue(NullValue.NULL_VALUE);
    }
    return sent.build();
  }
}
