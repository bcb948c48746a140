package dev.cutset.experiment;

import dev.cutset.experiment.Dialect.Document;
import dev.cutset.experiment.Dialect.Draft;
import dev.cutset.experiment.Dialect.None;
import dev.cutset.stack.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Workflows of Chaos Mesh: the failure, and beside it a check of the entry point that ends it.
 *
 * <p>A failure alone has no stop condition but its duration; a status check that aborts is one.
 */
final class ChaosMeshWorkflows {
  private static final String DURATION = "5m";

  Draft draft(Case one) {
    return switch (one.loss().kind()) {
      case REPLICA -> copy(one);
      case ZONE -> zone(one);
      default ->
          new None("nothing in a cluster takes a whole " + one.loss().kind().word() + " away");
    };
  }

  private static Draft copy(Case one) {
    if (one.component().isEmpty() || one.resource().isEmpty()) {
      return new None("it stands by and serves nobody, so that nothing would be seen");
    }
    Resource resource = one.resource().get();
    if (resource.type().equals("aws:ec2/instance:Instance")) {
      Map<String, Object> stop = new LinkedHashMap<>();
      stop.put("action", "ec2-stop");
      stop.put("awsRegion", Case.region(one.component().get()));
      stop.put("ec2Instance", resource.id().orElse("ID-OF-" + Case.placeholder(resource.name())));
      stop.put("secretName", "SECRET-WITH-KEYS");
      stop.put("duration", DURATION);
      return new Document(workflow(one, "AWSChaos", "awsChaos", stop));
    }
    Optional<Workload> workload = Workload.of(resource);
    if (workload.isEmpty()) {
      return new None(
          resource.type().startsWith("kubernetes:")
              ? "the labels of its pods are not known"
              : "neither pods nor an EC2 instance: `" + resource.type() + "`");
    }
    Map<String, Object> selector = new LinkedHashMap<>();
    selector.put("namespaces", List.of(workload.get().namespace()));
    selector.put("labelSelectors", workload.get().labels());
    return new Document(
        workflow(one, "PodChaos", "podChaos", pods("pod-failure", "one", selector)));
  }

  private static Draft zone(Case one) {
    TreeSet<String> namespaces = new TreeSet<>();
    one.stack().resources().stream()
        .flatMap(resource -> Workload.of(resource).stream())
        .forEach(workload -> namespaces.add(workload.namespace()));
    if (namespaces.isEmpty()) {
      return new None("no pods of the stack are known");
    }
    if (!one.namesZone()) {
      return new None("which zone it is is not known yet");
    }
    Map<String, Object> selector = new LinkedHashMap<>();
    selector.put("namespaces", List.copyOf(namespaces));
    selector.put("nodeSelectors", Map.of("topology.kubernetes.io/zone", one.loss().name()));
    return new Document(
        workflow(one, "PodChaos", "podChaos", pods("pod-failure", "all", selector)));
  }

  /** Pods that fail stay gone for a while, as a copy that is lost does; killed ones come back. */
  private static Map<String, Object> pods(
      String action, String mode, Map<String, Object> selector) {
    Map<String, Object> chaos = new LinkedHashMap<>();
    chaos.put("action", action);
    chaos.put("mode", mode);
    chaos.put("selector", selector);
    chaos.put("duration", DURATION);
    return chaos;
  }

  private static Map<String, Object> workflow(
      Case one, String kind, String key, Map<String, Object> chaos) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("name", "all");
    all.put("templateType", "Parallel");
    all.put("deadline", DURATION);
    all.put("children", List.of("failure", "users-are-served"));
    Map<String, Object> failure = new LinkedHashMap<>();
    failure.put("name", "failure");
    failure.put("templateType", kind);
    failure.put("deadline", DURATION);
    failure.put(key, chaos);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("apiVersion", "chaos-mesh.org/v1alpha1");
    document.put("kind", "Workflow");
    document.put("metadata", metadata(one));
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("entry", "all");
    spec.put("templates", List.of(all, failure, check(one)));
    document.put("spec", spec);
    return document;
  }

  private static Map<String, Object> check(Case one) {
    Map<String, Object> http = new LinkedHashMap<>();
    http.put("url", one.address());
    http.put("method", "GET");
    http.put("criteria", Map.of("statusCode", "200-399"));
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("mode", "Continuous");
    status.put("type", "HTTP");
    status.put("intervalSeconds", 5);
    status.put("timeoutSeconds", 3);
    status.put("failureThreshold", 6);
    status.put("http", http);
    Map<String, Object> check = new LinkedHashMap<>();
    check.put("name", "users-are-served");
    check.put("templateType", "StatusCheck");
    check.put("deadline", DURATION);
    check.put("abortWithStatusCheck", true);
    check.put("statusCheck", status);
    return check;
  }

  static Map<String, Object> metadata(Case one) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", "cutset-" + one.name());
    metadata.put("annotations", Map.of("cutset/claim", one.description()));
    return metadata;
  }
}
