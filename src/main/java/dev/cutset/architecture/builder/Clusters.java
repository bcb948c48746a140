package dev.cutset.architecture.builder;

import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.builder.Declared.Known;
import dev.cutset.catalog.Role;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Urn;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the cluster that carries what runs in it, by the provider that leads there. */
final class Clusters {
  private final Declared declared;

  Clusters(Declared declared) {
    this.declared = declared;
  }

  /** The cluster of this stack that a resource runs in. */
  Optional<Known> of(Known known) {
    return known
        .resource()
        .provider()
        .flatMap(declared::resource)
        .flatMap(provider -> clusterBehind(provider, new LinkedHashSet<>()));
  }

  /** Everything that computes in a cluster needs it. */
  void connect(Drafts drafts) {
    for (Draft draft : List.copyOf(drafts.all())) {
      if (draft.is(Role.COMPUTE)) {
        of(draft.known())
            .filter(cluster -> !cluster.urn().equals(draft.urn()))
            .ifPresent(
                cluster ->
                    draft.need(
                        drafts.on(
                            cluster,
                            Evidence.declared("`" + draft.name() + "` runs in this cluster"))));
      }
    }
  }

  private Optional<Known> clusterBehind(Resource resource, Set<Urn> seen) {
    for (Urn urn : resource.dependencies()) {
      if (seen.add(urn)) {
        Optional<Known> cluster =
            declared
                .find(urn)
                .filter(k -> k.type().role().filter(Role.CONTROL_PLANE::equals).isPresent())
                .or(() -> declared.resource(urn).flatMap(other -> clusterBehind(other, seen)));
        if (cluster.isPresent()) {
          return cluster;
        }
      }
    }
    return Optional.empty();
  }
}
