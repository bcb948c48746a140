package dev.cutset.experiment;

import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Value;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Pods of Kubernetes that carry the same labels.
 *
 * @param kind in lower case, as {@code deployment}
 * @param labels what selects them; never empty
 */
record Workload(String kind, String namespace, Map<String, String> labels) {
  private static final Set<String> KINDS =
      Set.of("deployment", "statefulset", "daemonset", "replicaset");

  /** The pods of a resource; empty for what is no workload, or of which the labels are unknown. */
  static Optional<Workload> of(Resource resource) {
    String kind =
        resource.type().substring(resource.type().lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
    if (!resource.type().startsWith("kubernetes:apps/") || !KINDS.contains(kind)) {
      return Optional.empty();
    }
    Map<String, String> labels = new TreeMap<>();
    for (Value value : PropertyPath.of("spec.template.metadata.labels").in(resource)) {
      if (value instanceof Value.Fields fields) {
        fields
            .values()
            .forEach(
                (key, label) -> {
                  if (label instanceof Value.Text text) {
                    labels.put(key, text.value());
                  }
                });
      }
    }
    String namespace =
        PropertyPath.of("metadata.namespace").in(resource).stream()
            .filter(Value.Text.class::isInstance)
            .map(value -> ((Value.Text) value).value())
            .findFirst()
            .orElse("default");
    return labels.isEmpty() ? Optional.empty() : Optional.of(new Workload(kind, namespace, labels));
  }
}
