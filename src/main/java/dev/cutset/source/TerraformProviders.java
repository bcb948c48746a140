package dev.cutset.source;

import dev.cutset.source.Reference.Part;
import dev.cutset.stack.FewEntries;
import dev.cutset.stack.PulumiTypes;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns the provider configurations of a Terraform plan into resources, as Pulumi has them. */
final class TerraformProviders {

  /** A plan does not mark what is secret among a provider's settings, so their names decide. */
  private static final Pattern SECRET_NAME =
      Pattern.compile(".*(password|secret|token|key|credential|certificate|auth).*");

  private final Configuration configuration;
  private final Map<String, Value> variables;
  private final TerraformNames names;
  private final Urns urns;
  private final Map<String, ResourceDraft> drafts = new LinkedHashMap<>();

  /**
   * The providers of one plan.
   *
   * @param variables the root module's variables as given
   */
  TerraformProviders(
      Configuration configuration, Map<String, Value> variables, TerraformNames names, Urns urns) {
    this.configuration = configuration;
    this.variables = variables;
    this.names = names;
    this.urns = urns;
    configuration.providers().forEach(this::addConfigured);
  }

  /** All of them, in the order of the configuration. */
  Iterable<ResourceDraft> all() {
    return drafts.values();
  }

  /**
   * Makes known what the providers wait for: one of Kubernetes, for the cluster that it works in.
   */
  void connect(References references) {
    configuration
        .providers()
        .forEach(
            (key, provider) -> {
              ResourceDraft draft = drafts.get(key);
              if (draft != null) {
                Place place = new Place(path(provider), Optional.empty(), Optional.empty());
                for (Expression expression : provider.expressions().values()) {
                  draft.dependencies.addAll(references.behind(expression, place, false));
                }
              }
            });
  }

  private static List<Address.Module> path(Configuration.Provider provider) {
    return provider.module().isEmpty()
        ? List.of()
        : Address.of(provider.module() + ".type.name").map(Address::modules).orElse(List.of());
  }

  private void addConfigured(String key, Configuration.Provider provider) {
    if (!provider.expressions().isEmpty() || provider.module().isEmpty()) {
      drafts.put(key, draft(key, provider));
    }
  }

  /**
   * The provider of a resource.
   *
   * @param key the key of the provider configuration, empty where the plan does not tell
   * @param fullName the provider's full name
   */
  ResourceDraft of(String key, String fullName) {
    // A module that configures none uses that of the module above.
    for (String at = key; !at.isEmpty(); at = above(at)) {
      ResourceDraft known = drafts.get(at);
      if (known != null) {
        return known;
      }
    }
    String name = ConfigurationReader.lastPart(fullName);
    return drafts.computeIfAbsent(
        key.isEmpty() ? name : key.substring(key.lastIndexOf(':') + 1),
        k -> draft(k, new Configuration.Provider(name, "", "", Map.of())));
  }

  private static String above(String key) {
    int colon = key.lastIndexOf(':');
    if (colon < 0) {
      return "";
    }
    int module = key.lastIndexOf(".module.", colon);
    return (module < 0 ? "" : key.substring(0, module) + ":") + key.substring(colon + 1);
  }

  private ResourceDraft draft(String key, Configuration.Provider provider) {
    String local = key.substring(key.lastIndexOf(':') + 1);
    String module = provider.module().isEmpty() ? "" : provider.module() + ".";
    ResourceDraft draft = new ResourceDraft();
    draft.urn = Optional.of(urns.of(module + "provider." + local));
    draft.type = PulumiTypes.PROVIDER + provider.name();
    TerraformNames.Type type = names.ownType(draft.type);
    List<Address.Module> path = path(provider);
    FewEntries.Builder<Value> inputs = new FewEntries.Builder<>();
    provider
        .expressions()
        .forEach(
            (name, expression) -> {
              TerraformNames.Property property = type.property(name);
              if (property.wanted()) {
                Value value = type.renamed(name, value(name, expression, path));
                inputs.put(property.name(), value);
              }
            });
    draft.inputs = inputs.build();
    return draft;
  }

  private Value value(String name, Expression expression, List<Address.Module> path) {
    Value value = plainValue(expression, path);
    boolean telling = value instanceof Value.Bool || value instanceof Value.Null;
    return SECRET_NAME.matcher(name).matches() && !telling ? Value.SECRET : value;
  }

  private Value plainValue(Expression expression, List<Address.Module> path) {
    if (expression instanceof Expression.Constant constant) {
      return constant.value();
    }
    if (expression instanceof Expression.References references) {
      return variable(references.references(), path);
    }
    if (expression instanceof Expression.Block block) {
      Map<String, Value> values = new LinkedHashMap<>();
      block.properties().forEach((n, e) -> values.put(n, value(n, e, path)));
      return new Value.Fields(values);
    }
    List<Value> values = new ArrayList<>();
    ((Expression.Blocks) expression).blocks().forEach(b -> values.add(value("", b, path)));
    return new Value.Items(values);
  }

  /**
   * The value of an expression that names one variable and nothing else. A plan does not tell what
   * else the expression does with it; a provider's settings are nearly always the variable itself.
   */
  private Value variable(List<Reference> references, List<Address.Module> path) {
    if (references.size() != 1 || !references.get(0).name(0).equals("var")) {
      return Value.UNKNOWN;
    }
    Reference reference = references.get(0);
    String name = reference.name(1);
    Configuration.Module module = configuration.module(path);
    if (module.sensitive().contains(name)) {
      return Value.SECRET;
    }
    return part(given(name, module, path), reference.rest(2));
  }

  private Value given(String name, Configuration.Module module, List<Address.Module> path) {
    Expression fallback =
        module.defaults().getOrDefault(name, new Expression.Constant(Value.UNKNOWN));
    Value byDefault = ((Expression.Constant) fallback).value();
    if (path.isEmpty()) {
      return variables.getOrDefault(name, byDefault);
    }
    Configuration.Called called = configuration.called(path).orElse(null);
    Expression argument = called == null ? null : called.call().expressions().get(name);
    return called == null || argument == null
        ? byDefault
        : value(name, argument, called.from().module());
  }

  private static Value part(Value whole, List<Part> rest) {
    Value value = whole;
    for (Part part : rest) {
      if (value instanceof Value.Fields fields) {
        value = fields.values().getOrDefault(part.text(), Value.UNKNOWN);
      } else if (value instanceof Value.Items items && part.text().matches("\\d{1,6}")) {
        int index = Integer.parseInt(part.text());
        value = index < items.values().size() ? items.values().get(index) : Value.UNKNOWN;
      } else if (!(value instanceof Value.Secret)) {
        value = Value.UNKNOWN;
      }
    }
    return value;
  }
}
