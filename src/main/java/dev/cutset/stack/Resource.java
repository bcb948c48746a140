package dev.cutset.stack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One resource as declared.
 *
 * @param urn how results name it
 * @param custom whether a provider manages it; a component resource only groups its children
 * @param type the type token, such as {@code aws:rds/instance:Instance}
 * @param id the cloud's identifier, where a state knows it
 * @param inputs what the program asked for; only the properties that somebody reads
 * @param outputs what a state or an engine adds to the inputs; empty in a plain preview
 * @param parent the component resource that it belongs to
 * @param provider the URN of its provider resource
 * @param dependencies everything it waits for
 * @param propertyDependencies for each input property, the resources whose outputs went into it
 * @param position where the program declares it, if the source tells
 */
public record Resource(
    Urn urn,
    boolean custom,
    String type,
    Optional<String> id,
    Map<String, Value> inputs,
    Map<String, Value> outputs,
    Optional<Urn> parent,
    Optional<Urn> provider,
    Set<Urn> dependencies,
    Map<String, List<Urn>> propertyDependencies,
    Optional<SourcePosition> position) {

  public Resource {
    inputs = FewEntries.copyOf(inputs);
    outputs = FewEntries.copyOf(outputs);
    dependencies = FewUrns.copyOf(dependencies);
    propertyDependencies = FewEntries.copyOf(propertyDependencies);
  }

  /** A resource of which nobody knows where the program declares it. */
  public Resource(
      Urn urn,
      boolean custom,
      String type,
      Optional<String> id,
      Map<String, Value> inputs,
      Map<String, Value> outputs,
      Optional<Urn> parent,
      Optional<Urn> provider,
      Set<Urn> dependencies,
      Map<String, List<Urn>> propertyDependencies) {
    this(
        urn,
        custom,
        type,
        id,
        inputs,
        outputs,
        parent,
        provider,
        dependencies,
        propertyDependencies,
        Optional.empty());
  }

  /** The same resource with other inputs; its edges stay. */
  public Resource withInputs(Map<String, Value> others) {
    return new Resource(
        urn,
        custom,
        type,
        id,
        others,
        outputs,
        parent,
        provider,
        dependencies,
        propertyDependencies,
        position);
  }

  /** Whether it is a provider, which Pulumi counts among resources. */
  public boolean isProvider() {
    return type.startsWith(PulumiTypes.PROVIDER);
  }

  /** The name the author gave it. */
  public String name() {
    return urn.name();
  }

  /**
   * The declared value of a property, or else what the cloud made of it. What nobody declared and
   * the cloud has not made yet is absent, not unknown: it will be the provider's default.
   */
  public Optional<Value> property(String name) {
    Value declared = inputs.get(name);
    Value made = outputs.get(name);
    boolean settled = made != null && !made.opaque();
    return Optional.ofNullable(
        settled && (declared == null || declared.opaque()) ? made : declared);
  }
}
