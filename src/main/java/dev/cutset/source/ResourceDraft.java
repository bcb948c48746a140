package dev.cutset.source;

import dev.cutset.stack.Resource;
import dev.cutset.stack.SourcePosition;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A resource while it is being read; its keys can come in any order. */
final class ResourceDraft {
  Optional<Urn> urn = Optional.empty();
  String type = "";

  /** Whether a provider manages it; sources that know nothing else leave it so. */
  boolean custom = true;

  Optional<String> id = Optional.empty();
  Map<String, Value> inputs = Map.of();
  Map<String, Value> outputs = Map.of();
  Optional<Urn> parent = Optional.empty();
  Optional<Urn> provider = Optional.empty();
  final Set<Urn> dependencies = new LinkedHashSet<>();
  final Map<String, List<Urn>> propertyDependencies = new LinkedHashMap<>();

  Optional<SourcePosition> position = Optional.empty();

  /** Outputs that are secret although their values do not say so. */
  final Set<String> secretOutputs = new LinkedHashSet<>();

  /** Whether it is only waiting to be deleted. */
  boolean deleted;

  Resource resource() {
    return new Resource(
        urn.orElseThrow(),
        custom,
        type,
        id,
        inputs,
        outputs,
        parent,
        provider,
        dependencies,
        propertyDependencies,
        position);
  }
}
