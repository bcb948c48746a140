package dev.cutset.pulumi.host;

import dev.cutset.stack.Resource;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The providers that the engine makes by itself, from the stack's configuration. */
final class DefaultProviders {
  static final String TYPE = "pulumi:providers:";

  private final Declarations declarations;
  private final StackSettings settings;

  DefaultProviders(Declarations declarations, StackSettings settings) {
    this.declarations = declarations;
    this.settings = settings;
  }

  /**
   * The default provider for a type, declared if something is configured for it.
   *
   * @param version of the SDK, or empty
   */
  Urn of(String token, String version) {
    String provider = Clouds.packageOf(token);
    String name = version.isEmpty() ? "default" : "default_" + version.replaceAll("[^\\w]", "_");
    Urn urn = declarations.name("", TYPE + provider, name);
    Map<String, Value> inputs = inputs(provider);
    if (!inputs.isEmpty()) {
      declarations.add(
          new Resource(
              urn,
              true,
              TYPE + provider,
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

  /** What is configured for all providers of that name. */
  Optional<String> configured(String provider, String property) {
    return Optional.ofNullable(settings.values().get(provider + ":" + property));
  }

  private Map<String, Value> inputs(String provider) {
    Map<String, Value> inputs = new LinkedHashMap<>();
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
}
