package dev.cutset.pulumi.pack;

import dev.cutset.stack.PulumiTypes;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerProviderResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;

/** Reads the stack that the engine asks about. */
final class EngineStackReader {
  private static final String STACK_REFERENCE = "pulumi:pulumi:StackReference";

  private final DeclaredInputs inputs;

  EngineStackReader(DeclaredInputs inputs) {
    this.inputs = inputs;
  }

  /** The resources by URN, because the engine's order is another one every time. */
  Stack read(AnalyzeStackRequest request) throws UnreadableRequestException {
    Map<String, Resource> resources = new TreeMap<>();
    Map<String, AnalyzerProviderResource> providers = new TreeMap<>();
    for (AnalyzerResource resource : request.getResourcesList()) {
      refuseUnnamed(resource);
      if (resources.put(resource.getUrn(), resource(resource)) != null) {
        throw new UnreadableRequestException(
            "the engine sent the resource `" + resource.getUrn() + "` twice");
      }
      if (resource.hasProvider() && !resource.getProvider().getUrn().isEmpty()) {
        providers.putIfAbsent(resource.getProvider().getUrn(), resource.getProvider());
      }
    }
    // With --target the engine leaves providers out that it did not need to touch.
    providers.forEach((urn, one) -> resources.computeIfAbsent(urn, absent -> provider(one)));
    List<Resource> all = new ArrayList<>(resources.values());
    Optional<Urn> first = all.stream().findFirst().map(Resource::urn);
    return new Stack(
        first.map(Urn::project).orElse(""),
        first.map(Urn::stack).orElse(""),
        Stack.Source.ENGINE,
        all);
  }

  private static void refuseUnnamed(AnalyzerResource resource) throws UnreadableRequestException {
    Stream<String> others =
        Stream.concat(
            resource.getDependenciesList().stream(),
            resource.getPropertyDependenciesMap().values().stream()
                .flatMap(on -> on.getUrnsList().stream()));
    if (resource.getUrn().isBlank()
        || others.anyMatch(String::isBlank)
        || isBlank(resource.getParent())
        || isBlank(resource.getProvider().getUrn())) {
      throw new UnreadableRequestException(
          "the engine sent a resource without a URN, or one that refers to nothing");
    }
  }

  /** Nothing at all says that there is none. */
  private static boolean isBlank(String urn) {
    return !urn.isEmpty() && urn.isBlank();
  }

  private Resource resource(AnalyzerResource resource) {
    String type = resource.getType();
    Map<String, Value> made = inputs.wanted(type, resource.getProperties());
    resource
        .getOptions()
        .getAdditionalSecretOutputsList()
        .forEach(name -> made.replace(name, Value.SECRET));
    Optional<Map<String, Value>> asked = inputs.of(resource.getUrn());
    Map<String, List<Urn>> byProperty = new LinkedHashMap<>();
    new TreeMap<>(resource.getPropertyDependenciesMap())
        .forEach((property, on) -> byProperty.put(property, List.copyOf(urns(on.getUrnsList()))));
    return new Resource(
        new Urn(resource.getUrn()),
        isCustom(resource),
        type,
        id(resource),
        // Where nobody said what was asked for, what is not known may have been: it stays open.
        asked.orElse(made),
        asked.isPresent() ? made : Map.of(),
        urn(resource.getParent()),
        urn(resource.getProvider().getUrn()),
        urns(resource.getDependenciesList()),
        byProperty);
  }

  /** The engine does not say it here; components and the stack have no provider. */
  private static boolean isCustom(AnalyzerResource resource) {
    return resource.hasProvider()
        || resource.getType().startsWith(PulumiTypes.PROVIDER)
        || resource.getType().equals(STACK_REFERENCE);
  }

  /** The engine does not tell ids here, but most providers repeat them among the properties. */
  private Optional<String> id(AnalyzerResource resource) {
    com.google.protobuf.Value id = resource.getProperties().getFieldsMap().get("id");
    return id != null && inputs.value(id) instanceof Value.Text text
        ? Optional.of(text.value())
        : Optional.empty();
  }

  private Resource provider(AnalyzerProviderResource provider) {
    return new Resource(
        new Urn(provider.getUrn()),
        true,
        provider.getType(),
        Optional.empty(),
        inputs.wanted(provider.getType(), provider.getProperties()),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Map.of());
  }

  private static Optional<Urn> urn(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(new Urn(text));
  }

  private static Set<Urn> urns(List<String> texts) {
    Set<Urn> urns = new LinkedHashSet<>();
    texts.stream().sorted().map(Urn::new).forEach(urns::add);
    return urns;
  }
}
