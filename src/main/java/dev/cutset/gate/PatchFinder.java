package dev.cutset.gate;

import dev.cutset.analysis.Facts;
import dev.cutset.catalog.Catalog;
import dev.cutset.catalog.Link;
import dev.cutset.catalog.ResourceType;
import dev.cutset.catalog.Scope;
import dev.cutset.policy.Finding;
import dev.cutset.remedy.PropertyAddress;
import dev.cutset.remedy.PropertyChange;
import dev.cutset.remedy.Remedies;
import dev.cutset.remedy.ResourceChange;
import dev.cutset.stack.PropertyNames;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds which properties of which resources mend a finding. */
final class PatchFinder {
  private final Catalog catalog;
  private final PropertyNames names;
  private final Remedies remedies;
  private final Map<Urn, Resource> resources = new HashMap<>();
  private final Map<Urn, List<Resource>> resizers = new HashMap<>();

  private PatchFinder(Catalog catalog, PropertyNames names) {
    this.catalog = catalog;
    this.names = names;
    this.remedies = new Remedies(catalog);
  }

  /** The findings with what mends them. */
  static List<Finding> patched(List<Finding> findings, Stack stack, Catalog catalog) {
    PatchFinder finder = new PatchFinder(catalog, stack.names());
    Set<Urn> wanted = new HashSet<>();
    for (Finding finding : findings) {
      wanted.addAll(finding.resources());
      finding.proof().forEach(step -> wanted.add(step.urn()));
    }
    stack.resources().forEach(resource -> finder.keep(resource, wanted));
    return findings.stream().map(finder::patched).toList();
  }

  /** Findings are few beside resources: only what they name is looked at again. */
  private void keep(Resource resource, Set<Urn> wanted) {
    if (wanted.contains(resource.urn())) {
      resources.put(resource.urn(), resource);
    }
    if (catalog.find(resource.type()).filter(PatchFinder::resizes).isPresent()) {
      resource.dependencies().stream()
          .filter(wanted::contains)
          .forEach(urn -> resizers.computeIfAbsent(urn, key -> new ArrayList<>()).add(resource));
    }
  }

  private static boolean resizes(ResourceType type) {
    return type.links().stream().anyMatch(link -> link.verb() == Link.Verb.RESIZES);
  }

  /** No property alone makes up for the loss of a region. */
  private Finding patched(Finding finding) {
    if (finding.scope().compareTo(Scope.ZONE) > 0) {
      return finding;
    }
    List<ResourceChange> own = changes(finding, finding.resources());
    return finding.withPatch(
        own.isEmpty()
            ? changes(finding, finding.proof().stream().map(Facts.Step::urn).distinct().toList())
            : own);
  }

  /** Changes of resources, and of those that say how many of them there are. */
  private List<ResourceChange> changes(Finding finding, Collection<Urn> urns) {
    List<ResourceChange> changes = new ArrayList<>();
    for (Urn urn : urns) {
      Resource resource = resources.get(urn);
      if (resource != null) {
        changes.addAll(changes(finding, resource));
      }
      resizers.getOrDefault(urn, List.of()).forEach(r -> changes.addAll(changes(finding, r)));
    }
    return changes;
  }

  private List<ResourceChange> changes(Finding finding, Resource resource) {
    Value.Fields properties = new Value.Fields(resource.inputs());
    return remedies.proposals(resource.type(), properties, Set.of(finding.policy())).stream()
        .map(change -> new ResourceChange(resource.urn(), change, written(resource, change)))
        .toList();
  }

  private PropertyAddress written(Resource resource, PropertyChange change) {
    return change
        .property()
        .renamed(name -> names.written(resource.type(), new PropertyPath(List.of(name))));
  }
}
