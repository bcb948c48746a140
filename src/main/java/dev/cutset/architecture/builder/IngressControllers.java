package dev.cutset.architecture.builder;

import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.declared.Reading;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.catalog.Failover;
import dev.cutset.catalog.Role;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the controller that carries out an ingress: one of its class that runs in the same cluster.
 *
 * <p>An ingress without a class is carried out by whatever controller there is.
 */
final class IngressControllers {
  private static final String CLASS = "ingressClass";
  private static final String CARRIES_OUT = "carriesOut";
  private static final PropertyPath ANNOTATIONS = PropertyPath.of("metadata.annotations");
  private static final PropertyPath SPEC = PropertyPath.of("spec");
  private static final String CLASS_ANNOTATION = "kubernetes.io/ingress.class";

  private final Reading reading;
  private final Clusters clusters;
  private final SelfRun selfRun;
  private final OpenEnds openEnds;
  private final Drafts drafts;

  IngressControllers(
      Reading reading, Clusters clusters, SelfRun selfRun, OpenEnds openEnds, Drafts drafts) {
    this.reading = reading;
    this.clusters = clusters;
    this.selfRun = selfRun;
    this.openEnds = openEnds;
    this.drafts = drafts;
  }

  void connect() {
    Map<String, Map<Draft, Set<String>>> byCluster = new HashMap<>();
    for (Draft draft : drafts.all()) {
      Set<String> classes = carriedOut(draft);
      if (!classes.isEmpty()) {
        byCluster
            .computeIfAbsent(cluster(draft.known()), key -> new LinkedHashMap<>())
            .put(draft, classes);
      }
    }
    for (Draft draft : List.copyOf(drafts.all())) {
      PropertyPath path = draft.known().type().facts().get(CLASS);
      if (path != null) {
        connect(draft, path, byCluster.getOrDefault(cluster(draft.known()), Map.of()));
      }
    }
  }

  private void connect(Draft ingress, PropertyPath path, Map<Draft, Set<String>> controllers) {
    Optional<String> asked = asked(ingress.known(), path);
    List<Need> ways = new ArrayList<>();
    controllers.forEach(
        (controller, classes) -> {
          if (asked.isEmpty() || classes.contains(asked.get())) {
            ways.add(
                new Need.On(
                    controller.urn(),
                    Evidence.declared("`" + controller.name() + "` carries it out")));
          }
        });
    if (asked.isEmpty() && path.isUnknownIn(ingress.known().resource())) {
      // Another class may be meant, which nothing of this stack carries out.
      ways.add(openEnds.whatever(ingress.known(), path));
      ingress.need(openEnds.choice(List.of(), ways, Failover.AUTOMATIC));
    } else if (ways.isEmpty()) {
      untold(ingress.known()).ifPresent(other -> openEnds.hold(ingress, other, SPEC));
    } else {
      ingress.need(Need.any(ways, Failover.AUTOMATIC));
    }
  }

  /** Something in the cluster of which it is not known at all what it is. */
  private Optional<Known> untold(Known ingress) {
    return drafts.all().stream()
        .filter(draft -> draft.is(Role.COMPUTE) && SPEC.isUnknownIn(draft.known().resource()))
        .map(Draft::known)
        .filter(other -> cluster(other).equals(cluster(ingress)))
        .findFirst();
  }

  private Optional<String> asked(Known ingress, PropertyPath path) {
    return reading
        .text(ingress, path)
        .or(
            () ->
                ANNOTATIONS.in(ingress.resource()).stream()
                    .filter(Value.Fields.class::isInstance)
                    .map(value -> ((Value.Fields) value).values().get(CLASS_ANNOTATION))
                    .filter(value -> value != null)
                    .flatMap(value -> Reading.asText(value).stream())
                    .findFirst());
  }

  private Set<String> carriedOut(Draft draft) {
    PropertyPath path = draft.known().type().facts().get(CARRIES_OUT);
    return path == null
        ? selfRun.ingressClasses(draft)
        : reading.text(draft.known(), path).map(Set::of).orElse(Set.of());
  }

  /** Helm and Kubernetes have providers of their own, which lead to the same cluster. */
  private String cluster(Known known) {
    return clusters
        .of(known)
        .map(cluster -> cluster.urn().text())
        .or(() -> known.resource().provider().map(IngressControllers::reachedBy))
        .orElse("");
  }

  /** What the providers of one cluster have in common: no name at all, or the same one. */
  private static String reachedBy(Urn provider) {
    String name = provider.name();
    return Regions.isDefault(provider) ? "" : name.substring(name.lastIndexOf('.') + 1);
  }
}
