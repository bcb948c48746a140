package dev.cutset.experiment;

import dev.cutset.analysis.Loss;
import dev.cutset.experiment.Dialect.Document;
import dev.cutset.experiment.Dialect.Draft;
import dev.cutset.experiment.Dialect.None;
import dev.cutset.stack.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Chaos engines of Litmus: one experiment of its hub, and a probe that stops it. */
final class LitmusEngines {
  private static final String SECONDS = "300";
  private static final Set<String> APPLICATIONS = Set.of("deployment", "statefulset", "daemonset");

  Draft draft(Case one) {
    if (one.loss().kind() != Loss.Kind.REPLICA) {
      return new None(
          "no experiment of the hub takes a whole " + one.loss().kind().word() + " away");
    }
    if (one.component().isEmpty() || one.resource().isEmpty()) {
      return new None("it stands by and serves nobody, so that nothing would be seen");
    }
    Resource resource = one.resource().get();
    if (resource.type().equals("aws:ec2/instance:Instance")) {
      Map<String, String> settings = new LinkedHashMap<>();
      settings.put(
          "EC2_INSTANCE_ID", resource.id().orElse("ID-OF-" + Case.placeholder(resource.name())));
      settings.put("REGION", Case.region(one.component().get()));
      return new Document(engine(one, Optional.empty(), "ec2-terminate-by-id", settings));
    }
    if (resource.type().equals("aws:eks/nodeGroup:NodeGroup")) {
      return new Document(
          engine(
              one,
              Optional.empty(),
              "node-drain",
              Map.of("TARGET_NODE", "A-NODE-OF-" + Case.placeholder(resource.name()))));
    }
    Optional<Workload> workload =
        Workload.of(resource).filter(pods -> APPLICATIONS.contains(pods.kind()));
    if (workload.isEmpty()) {
      return new None(
          resource.type().startsWith("kubernetes:")
              ? "it is no kind of workload that pod-delete takes, or its labels are not known"
              : "no experiment of the hub ends one copy of `" + resource.type() + "`");
    }
    int copies = Math.max(1, one.component().get().replicas().size());
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("CHAOS_INTERVAL", "30");
    settings.put("FORCE", "true");
    settings.put("PODS_AFFECTED_PERC", Integer.toString(100 / copies));
    return new Document(engine(one, workload, "pod-delete", settings));
  }

  private static Map<String, Object> engine(
      Case one, Optional<Workload> workload, String experiment, Map<String, String> settings) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("apiVersion", "litmuschaos.io/v1alpha1");
    document.put("kind", "ChaosEngine");
    Map<String, Object> metadata = ChaosMeshWorkflows.metadata(one);
    workload.ifPresent(pods -> metadata.put("namespace", pods.namespace()));
    document.put("metadata", metadata);
    Map<String, Object> spec = new LinkedHashMap<>();
    // Whoever applies it reads it first: it does nothing until it is set to active.
    spec.put("engineState", "stop");
    workload.ifPresent(pods -> spec.put("appinfo", application(pods)));
    spec.put("chaosServiceAccount", "SERVICE-ACCOUNT-OF-LITMUS");
    List<Object> variables = new ArrayList<>();
    variables.add(variable("TOTAL_CHAOS_DURATION", SECONDS));
    settings.forEach((name, value) -> variables.add(variable(name, value)));
    Map<String, Object> inner = new LinkedHashMap<>();
    inner.put("components", Map.of("env", variables));
    inner.put("probe", List.of(probe(one)));
    Map<String, Object> named = new LinkedHashMap<>();
    named.put("name", experiment);
    named.put("spec", inner);
    spec.put("experiments", List.of(named));
    document.put("spec", spec);
    return document;
  }

  private static Map<String, Object> application(Workload pods) {
    Map<String, Object> application = new LinkedHashMap<>();
    application.put("appns", pods.namespace());
    application.put(
        "applabel",
        pods.labels().entrySet().stream()
            .map(label -> label.getKey() + "=" + label.getValue())
            .collect(Collectors.joining(",")));
    application.put("appkind", pods.kind());
    return application;
  }

  private static Map<String, Object> variable(String name, String value) {
    Map<String, Object> variable = new LinkedHashMap<>();
    variable.put("name", name);
    variable.put("value", value);
    return variable;
  }

  private static Map<String, Object> probe(Case one) {
    Map<String, Object> get = new LinkedHashMap<>();
    get.put("criteria", "==");
    get.put("responseCode", "200");
    Map<String, Object> inputs = new LinkedHashMap<>();
    inputs.put("url", one.address());
    inputs.put("method", Map.of("get", get));
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("probeTimeout", "3s");
    run.put("interval", "5s");
    run.put("attempt", 6);
    run.put("stopOnFailure", true);
    Map<String, Object> probe = new LinkedHashMap<>();
    probe.put("name", "users-are-served");
    probe.put("type", "httpProbe");
    probe.put("mode", "Continuous");
    probe.put("httpProbe/inputs", inputs);
    probe.put("runProperties", run);
    return probe;
  }
}
