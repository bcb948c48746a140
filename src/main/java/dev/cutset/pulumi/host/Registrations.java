package dev.cutset.pulumi.host;

import dev.cutset.stack.PulumiTypes;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pulumirpc.Resource.ReadResourceRequest;
import pulumirpc.Resource.RegisterResourceRequest;

/** Takes down the resources that a program declares and those that it reads. */
final class Registrations {
  private final Declarations declarations;
  private final Providers providers;
  private final Packages packages;
  private final ProtocolValues values;

  Registrations(
      Declarations declarations, Providers providers, Packages packages, ProtocolValues values) {
    this.declarations = declarations;
    this.providers = providers;
    this.packages = packages;
    this.values = values;
  }

  /** The name of what is declared; empty where that name is taken already. */
  Optional<Urn> declare(RegisterResourceRequest request) {
    Urn urn = name(request);
    String version = packages.version(request.getPackageRef(), request.getVersion());
    boolean added =
        declarations.add(
            new Resource(
                urn,
                request.getCustom(),
                request.getType(),
                known(request.getImportId()),
                inputs(request),
                Map.of(),
                urn(request.getParent()),
                request.getCustom()
                    ? providers.of(request.getType(), request.getProvider(), version)
                    : Optional.empty(),
                dependencies(request),
                byProperty(request)));
    return added ? Optional.of(urn) : Optional.empty();
  }

  /** The outputs of a resource were told: that it is done, when it is the stack itself. */
  void outputsOf(String urn) {
    declarations.outputsOf(new Urn(urn));
  }

  /**
   * Completes a component that its provider has declared with what the program gave for it:
   * providers seldom say what a component was made from.
   */
  void complete(String urn, RegisterResourceRequest request) {
    declarations.replace(
        new Urn(urn),
        component -> {
          Map<String, Value> inputs = inputs(request);
          inputs.putAll(component.inputs());
          Set<Urn> dependencies = dependencies(request);
          dependencies.addAll(component.dependencies());
          Map<String, List<Urn>> byProperty = byProperty(request);
          byProperty.putAll(component.propertyDependencies());
          return new Resource(
              component.urn(),
              component.custom(),
              component.type(),
              component.id(),
              inputs,
              component.outputs(),
              component.parent(),
              component.provider(),
              dependencies,
              byProperty);
        });
  }

  private static Set<Urn> dependencies(RegisterResourceRequest request) {
    Set<Urn> dependencies = urns(request.getDependenciesList());
    request
        .getPropertyDependenciesMap()
        .values()
        .forEach(on -> dependencies.addAll(urns(on.getUrnsList())));
    return dependencies;
  }

  private static Map<String, List<Urn>> byProperty(RegisterResourceRequest request) {
    Map<String, List<Urn>> byProperty = new LinkedHashMap<>();
    request
        .getPropertyDependenciesMap()
        .forEach(
            (property, on) -> {
              if (on.getUrnsCount() > 0) {
                byProperty.put(property, List.copyOf(urns(on.getUrnsList())));
              }
            });
    return byProperty;
  }

  Urn name(RegisterResourceRequest request) {
    return declarations.name(request.getParent(), request.getType(), request.getName());
  }

  private Map<String, Value> inputs(RegisterResourceRequest request) {
    Map<String, Value> inputs = values.properties(request.getObject());
    inputs.values().removeIf(value -> value.equals(Value.NULL));
    if (request.getType().startsWith(PulumiTypes.PROVIDER) && !request.getVersion().isEmpty()) {
      inputs.put("version", Value.of(request.getVersion()));
    }
    return inputs;
  }

  /** The name of what exists already. */
  Urn read(ReadResourceRequest request) {
    String type = request.getType();
    Urn urn = declarations.name(request.getParent(), type, request.getName());
    String version = packages.version(request.getPackageRef(), request.getVersion());
    declarations.add(
        new Resource(
            urn,
            true,
            type,
            known(request.getId()),
            values.properties(request.getProperties()),
            Map.of(),
            urn(request.getParent()),
            providers.of(type, request.getProvider(), version),
            urns(request.getDependenciesList()),
            Map.of()));
    return urn;
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
}
