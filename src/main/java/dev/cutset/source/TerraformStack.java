package dev.cutset.source;

import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
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
  private final TerraformProviders providers;
  private final References references;
  private final Map<String, List<Urn>> byWritten = new HashMap<>();

  TerraformStack(
      Tokens in, Configuration configuration, Map<String, Value> variables, TerraformNames names) {
    this.in = in;
    this.configuration = configuration;
    this.names = names;
    this.providers = new TerraformProviders(configuration, variables, names, new Urns());
    this.references = new References(configuration);
  }

  /**
   * The stack of these resources, after the providers that they use.
   *
   * @param plan is empty in the end: all resources in both forms would be twice as much to hold
   */
  Stack of(Deque<TerraformResource> plan, Stack.Source source) throws UnreadableInputException {
    plan.forEach(resource -> references.add(resource.address(), resource.urn()));
    addWritten(plan);
    providers.connect(references);
    List<Resource> read = new ArrayList<>(plan.size());
    for (TerraformResource next = plan.poll(); next != null; next = plan.poll()) {
      read.add(draft(next).resource());
    }
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
    draft.urn = Optional.of(resource.urn());
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
    (input ? draft.inputs : draft.outputs).put(property.name(), value);
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
                if (type.edgesWanted()) {
                  draft.propertyDependencies.put(type.property(name).name(), List.copyOf(behind));
                }
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
  private void addWritten(Collection<TerraformResource> plan) {
    if (plan.stream().allMatch(resource -> resource.dependsOn().isEmpty())) {
      return;
    }
    for (TerraformResource resource : plan) {
      byWritten
          .computeIfAbsent(resource.address().written(), w -> new ArrayList<>())
          .add(resource.urn());
    }
  }
}
