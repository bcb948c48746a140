package dev.cutset.architecture.builder;

import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.declared.Declared;
import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.declared.Reading;
import dev.cutset.architecture.declared.References;
import dev.cutset.architecture.declared.Texts;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.catalog.Place;
import dev.cutset.catalog.Role;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the cluster that carries what runs in it, by the provider that leads there. */
final class Clusters {
  private static final PropertyPath TAG = PropertyPath.of("tags.key");
  private static final String BELONGS = "kubernetes.io/cluster/";
  private static final String USER_DATA = "userData";

  private final Declared declared;
  private final Map<Urn, Optional<Known>> behind = new HashMap<>();

  Clusters(Declared declared) {
    this.declared = declared;
  }

  /** The cluster of this stack that a resource runs in. */
  Optional<Known> of(Known known) {
    return known
        .resource()
        .provider()
        .flatMap(declared::resource)
        .flatMap(
            provider -> behind.computeIfAbsent(provider.urn(), urn -> clusterBehind(provider)));
  }

  /** Everything that computes in a cluster needs it. */
  void connect(Drafts drafts) {
    for (Draft draft : List.copyOf(drafts.all())) {
      // Software that runs itself there may have taken another role.
      if (draft.known().type().role().filter(Role.COMPUTE::equals).isPresent()
          || runsOnNodes(draft)) {
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

  private static boolean runsOnNodes(Draft draft) {
    return draft.role().isPresent()
        && draft.known().type().place().stream().anyMatch(Place.Nodes.class::isInstance);
  }

  /** Groups of nodes that nobody manages say by a tag which cluster they belong to. */
  void join(References references, OpenEnds openEnds, Drafts drafts) {
    List<Known> open = new ArrayList<>();
    for (Draft draft : List.copyOf(drafts.all())) {
      List<Value> told = TAG.in(draft.known().resource());
      List<Value> names = new ArrayList<>(told.stream().filter(Value::opaque).toList());
      names.addAll(
          told.stream()
              .flatMap(value -> Reading.asText(value).stream())
              .filter(key -> key.startsWith(BELONGS))
              .map(key -> Value.of(key.substring(BELONGS.length())))
              .toList());
      if (draft.is(Role.COMPUTE) && !names.isEmpty()) {
        Evidence tagged = Evidence.declared("`tags` of `" + draft.name() + "`");
        References.Found found =
            references.find(draft.known().resource(), TAG, names, Clusters::isCluster);
        for (Known cluster : found.resources()) {
          drafts.of(cluster).balance(draft.urn(), drafts.on(draft.known(), tagged));
        }
        if (found.open() || !found.strangers().isEmpty()) {
          open.add(draft.known());
        }
      }
    }
    for (Known group : open) {
      leaveOpen(group, references, openEnds, drafts);
    }
  }

  /** A group whose machines are told of a cluster at their start is there to run what is in it. */
  void joinByUserData(Texts texts, References references, Drafts drafts) {
    for (Draft draft : List.copyOf(drafts.all())) {
      if (draft.is(Role.COMPUTE) && !draft.replicas().isEmpty() && !Purpose.isMachine(draft)) {
        for (Texts.Source source : texts.sources(draft.known())) {
          if (source.path().property().startsWith(USER_DATA) && Texts.opaque(source)) {
            joinTold(draft, source, references, drafts);
          }
        }
      }
    }
  }

  private static void joinTold(
      Draft nodes, Texts.Source source, References references, Drafts drafts) {
    for (Known cluster :
        references.find(source.said(), source.path(), Clusters::isOfKubernetes).resources()) {
      drafts
          .of(cluster)
          .balance(nodes.urn(), drafts.on(nodes.known(), Evidence.declared(source.named())));
    }
  }

  private static boolean isOfKubernetes(Known known) {
    return isCluster(known) && !known.type().token().contains(":ecs");
  }

  /** A cluster of which no nodes are known may have these. */
  private void leaveOpen(Known group, References references, OpenEnds openEnds, Drafts drafts) {
    boolean untold = TAG.isUnknownIn(group.resource());
    for (Known cluster : declared.all()) {
      if (isCluster(cluster)
          && (untold || references.mayBeNamed(cluster))
          && drafts.of(cluster).balanced().isEmpty()) {
        openEnds.hold(drafts.of(cluster), group, TAG);
      }
    }
  }

  /** The first cluster that the provider waits for, looked for depth first. */
  private Optional<Known> clusterBehind(Resource provider) {
    Set<Urn> seen = new HashSet<>();
    Deque<Iterator<Urn>> path = new ArrayDeque<>();
    path.push(provider.dependencies().iterator());
    while (!path.isEmpty()) {
      if (!path.element().hasNext()) {
        path.pop();
        continue;
      }
      Urn urn = path.element().next();
      if (seen.add(urn)) {
        Optional<Known> cluster = declared.find(urn).filter(Clusters::isCluster);
        if (cluster.isPresent()) {
          return cluster;
        }
        declared.resource(urn).ifPresent(next -> path.push(next.dependencies().iterator()));
      }
    }
    return Optional.empty();
  }

  private static boolean isCluster(Known known) {
    return known.type().role().filter(Role.CONTROL_PLANE::equals).isPresent();
  }
}
