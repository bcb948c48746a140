package dev.cutset.source;

import dev.cutset.stack.FewEntries;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Joins what a Terraform plan tells of resources with what its configuration tells of edges. */
final class TerraformStack {
  /** Providers that make nothing outside of the state. */
  private static final Set<String> HELPERS = Set.of("null", "random", "terraform", "time");

  private final Tokens in;
  private final Configuration configuration;
  private final TerraformNames names;
  private final TerraformProviders providers;
  private final PlannedResources planned = new PlannedResources();
  private final References references;
  private final KnownExpressions known;
  private final DynamicBlocks dynamic;
  private final Map<String, List<Urn>> byWritten = new HashMap<>();

  TerraformStack(
      Tokens in, Configuration configuration, Map<String, Value> variables, TerraformNames names) {
    this.in = in;
    this.configuration = configuration;
    this.names = names;
    this.providers = new TerraformProviders(configuration, variables, names, new Urns());
    this.references = new References(configuration, planned);
    this.known = new KnownExpressions(configuration);
    this.dynamic = new DynamicBlocks(configuration, references);
  }

  /**
   * The stack of these resources, after the providers that they use.
   *
   * @param plan is empty in the end: all resources in both forms would be twice as much to hold
   */
  Stack of(Deque<TerraformResource> plan, Stack.Source source) throws UnreadableInputException {
    Lookups.dropKnown(plan);
    for (TerraformResource resource : plan) {
      planned.add(resource.address(), resource.urn(), isMade(resource));
    }
    addWritten(plan);
    providers.connect(references);
    List<Resource> read = new ArrayList<>(plan.size());
    for (TerraformResource next = plan.poll(); next != null; next = plan.poll()) {
      read.add(resource(next));
    }
    Resources resources = new Resources(in);
    for (ResourceDraft provider : providers.all()) {
      resources.add(provider.resource());
    }
    for (Resource resource : read) {
      resources.add(resource);
    }
    Stack stack = resources.stack(source, "");
    return new Stack(stack.project(), stack.name(), source, stack.resources(), names);
  }

  private boolean isMade(TerraformResource resource) {
    return resource.address().managed()
        && names.type(resource.address().type()).edgesWanted()
        && !HELPERS.contains(ConfigurationReader.lastPart(resource.provider()));
  }

  private Resource resource(TerraformResource read) {
    Address address = read.address();
    Configuration.Declaration declared =
        configuration.module(address.modules()).resources().get(address.local());
    TerraformNames.Type type = names.type(address.type());
    ResourceDraft draft = new ResourceDraft();
    draft.urn = Optional.of(read.urn());
    draft.type = type.token();
    String providerKey = declared == null ? read.configured() : declared.provider();
    draft.provider = providers.of(providerKey, read.provider()).urn;
    if (read.values().get(TerraformNames.ID) instanceof Value.Text id) {
      draft.id = Optional.of(id.value());
    }
    properties(draft, type, declared, read);
    if (declared != null) {
      edges(draft, type, declared, read);
    }
    for (Address written : read.dependsOn()) {
      draft.dependencies.addAll(byWritten.getOrDefault(written.written(), List.of()));
    }
    draft.dependencies.remove(read.urn());
    return draft.resource();
  }

  /** Where the configuration is told, what it does not set comes from the provider. */
  private void properties(
      ResourceDraft draft,
      TerraformNames.Type type,
      Configuration.@Nullable Declaration declared,
      TerraformResource read) {
    FewEntries.Builder<Value> inputs = new FewEntries.Builder<>();
    FewEntries.Builder<Value> outputs = new FewEntries.Builder<>();
    for (Map.Entry<String, Value> entry : read.values().entrySet()) {
      String name = entry.getKey();
      Value value = entry.getValue();
      TerraformNames.Property property = type.property(name);
      if (property.wanted()) {
        boolean input =
            declared == null
                ? !configuration.known()
                : declared.expressions().containsKey(name)
                    && !isLeftToProvider(declared, read.address(), name, value);
        (input ? inputs : outputs).put(property.name(), value);
      }
    }
    draft.inputs = inputs.build();
    draft.outputs = outputs.build();
  }

  /** An expression of known values gives one; it is not known only where it gives none at all. */
  private boolean isLeftToProvider(
      Configuration.Declaration declared, Address address, String name, Value value) {
    return value instanceof Value.Unknown
        && declared.expressions().get(name) instanceof Expression.References expression
        && known.contains(expression, place(declared, address));
  }

  private static Place place(Configuration.Declaration declared, Address address) {
    return new Place(address.modules(), address.key(), declared.repetition());
  }

  private void edges(
      ResourceDraft draft,
      TerraformNames.Type type,
      Configuration.Declaration declared,
      TerraformResource read) {
    Address address = read.address();
    Place place = place(declared, address);
    for (Map.Entry<String, Expression> property : declared.expressions().entrySet()) {
      String name = property.getKey();
      Expression expression = property.getValue();
      boolean single = single(expression, read.values().get(name));
      edge(draft, type, name, references.behind(expression, place, single));
    }
    if (!address.modules().isEmpty()) {
      dynamicEdges(draft, type, declared, read, place);
    }
    Place unrepeated = new Place(address.modules(), Optional.empty(), Optional.empty());
    if (declared.repetition().isPresent()) {
      Expression repetition = declared.repetition().get();
      draft.dependencies.addAll(references.behind(repetition, unrepeated, false));
    }
    draft.dependencies.addAll(references.behind(declared.dependsOn(), unrepeated));
  }

  /** Edges of what the configuration does not show, although a module may have set it. */
  private void dynamicEdges(
      ResourceDraft draft,
      TerraformNames.Type type,
      Configuration.Declaration declared,
      TerraformResource read,
      Place place) {
    for (Map.Entry<String, Value> value : read.values().entrySet()) {
      String name = value.getKey();
      if (type.property(name).wanted() && !declared.expressions().containsKey(name)) {
        edge(draft, type, name, dynamic.behind(name, value.getValue(), place));
      }
    }
  }

  private static void edge(
      ResourceDraft draft, TerraformNames.Type type, String name, Set<Urn> behind) {
    if (behind.isEmpty()) {
      return;
    }
    draft.dependencies.addAll(behind);
    if (type.edgesWanted()) {
      List<Urn> others = new ArrayList<>(behind);
      others.remove(draft.urn.orElseThrow());
      if (!others.isEmpty()) {
        draft.propertyDependencies.put(type.property(name).name(), List.copyOf(others));
      }
    }
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
