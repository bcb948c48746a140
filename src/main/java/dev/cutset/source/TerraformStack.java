package dev.cutset.source;

import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Joins what a Terraform plan tells of resources with what its configuration tells of edges. */
final class TerraformStack {
  private final Tokens in;
  private final Configuration configuration;
  private final TerraformNames names;
  private final Urns urns = new Urns();
  private final TerraformProviders providers;
  private final References references;
  private final Map<String, List<Urn>> byWritten = new HashMap<>();

  TerraformStack(
      Tokens in, Configuration configuration, Map<String, Value> variables, TerraformNames names) {
    this.in = in;
    this.configuration = configuration;
    this.names = names;
    this.providers = new TerraformProviders(configuration, variables, names, urns);
    this.references = new References(configuration);
  }

  /** The stack of these resources, after the providers that they use. */
  Stack of(List<TerraformResource> plan, Stack.Source source) throws UnreadableInputException {
    plan.forEach(resource -> references.add(resource.address(), urns.of(resource.text())));
    addWritten(plan);
    providers.connect(references);
    List<Resource> read = plan.stream().map(resource -> draft(resource).resource()).toList();
    Resources resources = new Resources(in);
    for (ResourceDraft provider : providers.all()) {
      resources.add(provider.resource());
    }
    for (Resource resource : read) {
      resources.add(resource);
    }
    return resources.stack(source, "");
  }

  private ResourceDraft draft(TerraformResource resource) {
    Address address = resource.address();
    Configuration.Declaration declared =
        configuration.module(address.modules()).resources().get(address.local());
    TerraformNames.Type type = names.type(address.type());
    ResourceDraft draft = new ResourceDraft();
    draft.urn = Optional.of(urns.of(resource.text()));
    draft.type = type.token();
    String providerKey = declared == null ? resource.configured() : declared.provider();
    draft.provider = providers.of(providerKey, resource.provider()).urn;
    if (resource.values().get(TerraformNames.ID) instanceof Value.Text id) {
      draft.id = Optional.of(id.value());
    }
    resource.values().forEach((name, value) -> property(draft, type, declared, name, value));
    if (declared != null) {
      edges(draft, type, declared, resource);
    }
    for (Address written : resource.dependsOn()) {
      draft.dependencies.addAll(byWritten.getOrDefault(written.written(), List.of()));
    }
    draft.dependencies.remove(draft.urn.get());
    return draft;
  }

  /** Where the configuration is told, what it does not set comes from the provider. */
  private void property(
      ResourceDraft draft,
      TerraformNames.Type type,
      Configuration.@Nullable Declaration declared,
      String name,
      Value value) {
    TerraformNames.Property property = type.property(name);
    if (!property.wanted()) {
      return;
    }
    boolean input =
        declared == null ? !configuration.known() : declared.expressions().containsKey(name);
    (input ? draft.inputs : draft.outputs)
        .put(
            property.name(),
            TerraformValues.renamed(name, value, nested -> type.property(nested).name()));
  }

  private void edges(
      ResourceDraft draft,
      TerraformNames.Type type,
      Configuration.Declaration declared,
      TerraformResource resource) {
    Address address = resource.address();
    Place place = new Place(address.modules(), address.key(), declared.repetition());
    declared
        .expressions()
        .forEach(
            (name, expression) -> {
              boolean single = single(expression, resource.values().get(name));
              Set<Urn> behind = new LinkedHashSet<>(references.behind(expression, place, single));
              behind.remove(draft.urn.orElseThrow());
              if (!behind.isEmpty()) {
                draft.dependencies.addAll(behind);
                draft.propertyDependencies.put(type.property(name).name(), List.copyOf(behind));
              }
            });
    Place unrepeated = new Place(address.modules(), Optional.empty(), Optional.empty());
    declared
        .repetition()
        .ifPresent(r -> draft.dependencies.addAll(references.behind(r, unrepeated, false)));
    draft.dependencies.addAll(references.behind(declared.dependsOn(), unrepeated));
  }

  /** Whether an expression makes one value: not when that is known to be a list of several. */
  private static boolean single(Expression expression, @Nullable Value value) {
    return !(expression instanceof Expression.References)
        || !(value instanceof Value.Items items)
        || items.values().size() <= 1;
  }

  /** A state lists what a resource depends on as written, without the keys of instances. */
  private void addWritten(List<TerraformResource> plan) {
    for (TerraformResource resource : plan) {
      byWritten
          .computeIfAbsent(resource.address().written(), w -> new ArrayList<>())
          .add(urns.of(resource.text()));
    }
  }
}
