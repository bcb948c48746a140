package dev.cutset.pulumi.host;

import dev.cutset.stack.PulumiTypes;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The providers of a program's resources: those that it makes, and those that the engine makes by
 * itself, from the stack's configuration and below that from the environment.
 */
final class Providers {
  private final Declarations declarations;
  private final StackSettings settings;
  private final Regions regions;

  Providers(Declarations declarations, StackSettings settings, Regions regions) {
    this.declarations = declarations;
    this.settings = settings;
    this.regions = regions;
  }

  /**
   * The provider of a resource; none for what the engine makes itself.
   *
   * @param reference to the provider that the program names, or empty
   * @param version of the SDK, or empty
   */
  Optional<Urn> of(String type, String reference, String version) {
    if (type.startsWith("pulumi:")) {
      return Optional.empty();
    }
    return reference.isEmpty() ? Optional.of(byDefault(type, version)) : urn(reference);
  }

  /** The default provider, declared if something is configured for it. */
  private Urn byDefault(String token, String version) {
    String provider = Clouds.packageOf(token);
    String name = version.isEmpty() ? "default" : "default_" + version.replaceAll("[^\\w]", "_");
    Urn urn = declarations.name("", PulumiTypes.PROVIDER + provider, name);
    Map<String, Value> inputs = configuration(provider);
    if (!inputs.isEmpty()) {
      declarations.add(
          new Resource(
              urn,
              true,
              PulumiTypes.PROVIDER + provider,
              Optional.empty(),
              inputs,
              Map.of(),
              Optional.empty(),
              Optional.empty(),
              Set.of(),
              Map.of()));
    }
    return urn;
  }

  /**
   * How the provider of a type or function is configured.
   *
   * @param reference to the provider that the program names, or empty
   */
  Map<String, Value> inputs(String token, String reference) {
    Map<String, Value> inputs = configuration(Clouds.packageOf(token));
    urn(reference)
        .flatMap(declarations::find)
        .ifPresent(provider -> inputs.putAll(provider.inputs()));
    return inputs;
  }

  /** A text of that. */
  Optional<String> configured(String token, String reference, String property) {
    return inputs(token, reference).get(property) instanceof Value.Text text
        ? Optional.of(text.value())
        : Optional.empty();
  }

  private Map<String, Value> configuration(String provider) {
    Map<String, Value> inputs = new LinkedHashMap<>();
    regions.of(provider).forEach((property, region) -> inputs.put(property, Value.of(region)));
    settings
        .values()
        .forEach(
            (key, value) -> {
              if (key.startsWith(provider + ":")) {
                boolean secret = settings.secretKeys().contains(key);
                inputs.put(
                    key.substring(provider.length() + 1), secret ? Value.SECRET : Value.of(value));
              }
            });
    return inputs;
  }

  /** A reference to a provider is a URN and then the provider's id. */
  private static Optional<Urn> urn(String reference) {
    return reference.isEmpty()
        ? Optional.empty()
        : Optional.of(new Urn(reference.substring(0, reference.lastIndexOf("::"))));
  }
}
