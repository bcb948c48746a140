package dev.cutset.experiment;

import dev.cutset.architecture.Component;
import dev.cutset.experiment.Dialect.Document;
import dev.cutset.experiment.Dialect.Draft;
import dev.cutset.experiment.Dialect.None;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Templates for AWS Fault Injection Service, as {@code aws fis create-experiment-template
 * --cli-input-json} takes them.
 *
 * <p>A copy is lost by the action that ends one copy of just that service; a zone by cutting off
 * its subnets, and by taking the power from caches in it. What a first preview does not know yet is
 * a placeholder in capitals.
 */
final class FisTemplates {
  private static final String DURATION = "PT5M";

  /** The service takes no more for one target. */
  private static final int ARNS_IN_A_TARGET = 5;

  private final Map<String, Object> targets = new LinkedHashMap<>();
  private final Map<String, Object> actions = new LinkedHashMap<>();

  Draft draft(Case one) {
    Optional<String> refusal =
        switch (one.loss().kind()) {
          case REPLICA -> copy(one);
          case ZONE -> zone(one);
          case REGION ->
              Optional.of("no action takes a region; fail its health checks over by hand");
          case PROVIDER -> Optional.of("no action reaches into a DNS provider");
          default -> Optional.of("no action takes a whole cloud");
        };
    return refusal.isPresent() ? new None(refusal.get()) : new Document(template(one));
  }

  private Map<String, Object> template(Case one) {
    Map<String, Object> template = new LinkedHashMap<>();
    template.put("description", shortened(one.description()));
    template.put("targets", targets);
    template.put("actions", actions);
    List<Object> stops = new ArrayList<>();
    for (var entryPoint : one.entryPoints()) {
      Map<String, Object> stop = new LinkedHashMap<>();
      stop.put("source", "aws:cloudwatch:alarm");
      stop.put(
          "value",
          "arn:aws:cloudwatch:REGION:ACCOUNT-ID:alarm:ALARM-OF-"
              + Case.placeholder(entryPoint.name()));
      stops.add(stop);
    }
    template.put("stopConditions", stops);
    template.put("roleArn", "arn:aws:iam::ACCOUNT-ID:role/ROLE-OF-EXPERIMENTS");
    template.put("tags", Map.of("Name", "cutset-" + one.name()));
    return template;
  }

  private static String shortened(String text) {
    return text.length() > 512 ? text.substring(0, 509) + "..." : text;
  }

  private Optional<String> copy(Case one) {
    if (one.component().isEmpty() || one.resource().isEmpty()) {
      return Optional.of("it stands by and serves nobody, so that nothing would be seen");
    }
    Component component = one.component().get();
    Resource resource = one.resource().get();
    Resource whole = one.resource(component.resource()).orElse(resource);
    switch (resource.type()) {
      case "aws:ec2/instance:Instance" ->
          act(
              "aws:ec2:stop-instances",
              Map.of("startInstancesAfterDuration", DURATION),
              "Instances",
              byArn("aws:ec2:instance", arn(resource, "ec2", component, "instance/"), "ALL"));
      case "aws:autoscaling/group:Group" ->
          act(
              "aws:ec2:terminate-instances",
              Map.of(),
              "Instances",
              target(
                  "aws:ec2:instance",
                  "resourceTags",
                  Map.of(
                      "aws:autoscaling:groupName",
                      Case.text(resource, "name")
                          .orElse("NAME-OF-" + Case.placeholder(resource.name()))),
                  "COUNT(1)"));
      case "aws:ecs/service:Service" -> {
        Map<String, Object> tasks = target("aws:ecs:task", "", Map.of(), "COUNT(1)");
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put(
            "cluster",
            Case.text(resource, "cluster")
                .orElse("CLUSTER-OF-" + Case.placeholder(resource.name())));
        parameters.put(
            "service",
            Case.text(resource, "name").orElse("NAME-OF-" + Case.placeholder(resource.name())));
        tasks.put("parameters", parameters);
        act("aws:ecs:stop-task", Map.of(), "Tasks", tasks);
      }
      case "aws:eks/nodeGroup:NodeGroup" ->
          act(
              "aws:eks:terminate-nodegroup-instances",
              Map.of(
                  "instanceTerminationPercentage",
                  Integer.toString(
                      (99 + component.replicas().size()) / component.replicas().size())),
              "Nodegroups",
              byArn("aws:eks:nodegroup", arn(resource, "eks", component, "nodegroup/"), "ALL"));
      case "aws:rds/instance:Instance" ->
          act(
              "aws:rds:reboot-db-instances",
              component.replicas().size() > 1 ? Map.of("forceFailover", "true") : Map.of(),
              "DBInstances",
              byArn("aws:rds:db", arn(resource, "rds", component, "db:"), "ALL"));
      case "aws:rds/clusterInstance:ClusterInstance", "aws:rds/cluster:Cluster" -> {
        if (component.replicas().size() > 1) {
          act(
              "aws:rds:failover-db-cluster",
              Map.of(),
              "Clusters",
              byArn("aws:rds:cluster", arn(whole, "rds", component, "cluster:"), "ALL"));
        } else {
          act(
              "aws:rds:reboot-db-instances",
              Map.of(),
              "DBInstances",
              byArn("aws:rds:db", arn(resource, "rds", component, "db:"), "ALL"));
        }
      }
      default -> {
        return Optional.of(
            resource.type().startsWith("kubernetes:")
                ? "pods are left to --export chaos-mesh and litmus"
                : "no action ends one copy of `" + resource.type() + "`");
      }
    }
    return Optional.empty();
  }

  private Optional<String> zone(Case one) {
    if (!one.namesZone()) {
      return Optional.of("which zone it is is not known yet");
    }
    List<Object> subnets = new ArrayList<>();
    for (Resource resource : one.stack().resources()) {
      if (resource.type().equals("aws:ec2/subnet:Subnet")
          && Case.text(resource, "availabilityZone").equals(Optional.of(one.loss().name()))) {
        subnets.add(
            Case.text(resource, "arn")
                .orElse(
                    "arn:aws:ec2:"
                        + one.loss().name().replaceAll("[a-z]$", "")
                        + ":ACCOUNT-ID:subnet/ID-OF-"
                        + Case.placeholder(resource.name())));
      }
    }
    if (subnets.isEmpty()) {
      return Optional.of("no subnet of the stack is known to be in it");
    }
    for (int from = 0; from < subnets.size(); from += ARNS_IN_A_TARGET) {
      List<Object> some = subnets.subList(from, Math.min(subnets.size(), from + ARNS_IN_A_TARGET));
      Map<String, Object> target = target("aws:ec2:subnet", "resourceArns", some, "ALL");
      act(
          "aws:network:disrupt-connectivity",
          Map.of("duration", DURATION, "scope", "all"),
          "Subnets",
          target);
    }
    for (Resource resource : one.stack().resources()) {
      if (resource.type().equals("aws:elasticache/replicationGroup:ReplicationGroup")
          && resource.property("multiAzEnabled").equals(Optional.of(Value.of(true)))) {
        interrupt(resource, one.loss().name());
      }
    }
    return Optional.empty();
  }

  private void interrupt(Resource cache, String zone) {
    Map<String, Object> target =
        byArn(
            "aws:elasticache:replicationgroup",
            Case.text(cache, "arn")
                .orElse(
                    "arn:aws:elasticache:"
                        + zone.replaceAll("[a-z]$", "")
                        + ":ACCOUNT-ID:replicationgroup:ID-OF-"
                        + Case.placeholder(cache.name())),
            "ALL");
    target.put("parameters", Map.of("availabilityZoneIdentifier", zone));
    act(
        "aws:elasticache:replicationgroup-interrupt-az-power",
        Map.of("duration", DURATION),
        "ReplicationGroups",
        target);
  }

  private static Map<String, Object> byArn(String type, String arn, String mode) {
    return target(type, "resourceArns", List.of(arn), mode);
  }

  private static Map<String, Object> target(String type, String by, Object which, String mode) {
    Map<String, Object> target = new LinkedHashMap<>();
    target.put("resourceType", type);
    if (!by.isEmpty()) {
      target.put(by, which);
    }
    target.put("selectionMode", mode);
    return target;
  }

  private void act(
      String action, Map<String, String> parameters, String key, Map<String, Object> target) {
    String suffix = actions.isEmpty() ? "" : "-" + (actions.size() + 1);
    String targetName = "what-is-lost" + suffix;
    targets.put(targetName, target);
    Map<String, Object> step = new LinkedHashMap<>();
    step.put("actionId", action);
    if (!parameters.isEmpty()) {
      step.put("parameters", new TreeMap<>(parameters));
    }
    step.put("targets", Map.of(key, targetName));
    actions.put("lose-it" + suffix, step);
  }

  /** The ARN that a state knows, or one to complete. */
  private static String arn(Resource resource, String service, Component component, String path) {
    return Case.text(resource, "arn")
        .filter(text -> text.startsWith("arn:"))
        .orElse(
            "arn:aws:"
                + service
                + ":"
                + Case.region(component)
                + ":ACCOUNT-ID:"
                + path
                + "ID-OF-"
                + Case.placeholder(resource.name()));
  }
}
