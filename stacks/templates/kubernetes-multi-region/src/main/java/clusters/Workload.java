package clusters;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.apps.v1.Deployment;
import com.pulumi.kubernetes.apps.v1.DeploymentArgs;
import com.pulumi.kubernetes.apps.v1.inputs.DeploymentSpecArgs;
import com.pulumi.kubernetes.apps.v1.inputs.DeploymentStrategyArgs;
import com.pulumi.kubernetes.apps.v1.inputs.RollingUpdateDeploymentArgs;
import com.pulumi.kubernetes.autoscaling.v2.HorizontalPodAutoscaler;
import com.pulumi.kubernetes.autoscaling.v2.HorizontalPodAutoscalerArgs;
import com.pulumi.kubernetes.autoscaling.v2.inputs.CrossVersionObjectReferenceArgs;
import com.pulumi.kubernetes.autoscaling.v2.inputs.HorizontalPodAutoscalerSpecArgs;
import com.pulumi.kubernetes.autoscaling.v2.inputs.MetricSpecArgs;
import com.pulumi.kubernetes.autoscaling.v2.inputs.MetricTargetArgs;
import com.pulumi.kubernetes.autoscaling.v2.inputs.ResourceMetricSourceArgs;
import com.pulumi.kubernetes.core.v1.Namespace;
import com.pulumi.kubernetes.core.v1.NamespaceArgs;
import com.pulumi.kubernetes.core.v1.Service;
import com.pulumi.kubernetes.core.v1.ServiceAccount;
import com.pulumi.kubernetes.core.v1.ServiceAccountArgs;
import com.pulumi.kubernetes.core.v1.ServiceArgs;
import com.pulumi.kubernetes.core.v1.inputs.ServicePortArgs;
import com.pulumi.kubernetes.core.v1.inputs.ServiceSpecArgs;
import com.pulumi.kubernetes.meta.v1.inputs.LabelSelectorArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.kubernetes.policy.v1.PodDisruptionBudget;
import com.pulumi.kubernetes.policy.v1.PodDisruptionBudgetArgs;
import com.pulumi.kubernetes.policy.v1.inputs.PodDisruptionBudgetSpecArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.Map;

/**
 * The service in one cluster: pods in every zone, and a balancer that sends to those that are well.
 */
final class Workload extends ComponentResource {
  static final String NAMESPACE = "shop";
  static final String NAME = "shop";

  private static final Map<String, String> LABELS = Map.of("app.kubernetes.io/name", NAME);
  private static final String BALANCER = "service.beta.kubernetes.io/aws-load-balancer-";
  private static final int MOST_PER_ZONE = 4;

  /** The name that AWS gives to the balancer. */
  final Output<String> address;

  private final String name;

  record Args(Settings settings, String region, int zones, Output<String> certificate, Data data) {}

  Workload(String name, Args args, ComponentResourceOptions options) {
    super("clusters:index:Workload", name, options);
    this.name = name;
    var namespace =
        new Namespace(
            name,
            NamespaceArgs.builder()
                .metadata(
                    ObjectMetaArgs.builder()
                        .name(NAMESPACE)
                        .labels(Map.of("pod-security.kubernetes.io/enforce", "restricted"))
                        .build())
                .build(),
            child());
    var account =
        new ServiceAccount(
            name, ServiceAccountArgs.builder().metadata(metadata()).build(), after(namespace));
    var deployment = deployment(args, account);
    keepMost(namespace);
    scale(args, deployment);
    address = addressOf(service(args, namespace));
    registerOutputs(Map.of("address", address));
  }

  private Deployment deployment(Args args, ServiceAccount account) {
    return new Deployment(
        name,
        DeploymentArgs.builder()
            .metadata(metadata())
            .spec(
                DeploymentSpecArgs.builder()
                    .replicas(args.zones())
                    .selector(LabelSelectorArgs.builder().matchLabels(LABELS).build())
                    // A new pod before an old one goes: never fewer than there should be.
                    .strategy(
                        DeploymentStrategyArgs.builder()
                            .type("RollingUpdate")
                            .rollingUpdate(
                                RollingUpdateDeploymentArgs.builder()
                                    .maxUnavailable(0)
                                    .maxSurge(1)
                                    .build())
                            .build())
                    .template(new Pod(args, NAME, LABELS).template())
                    .build())
            .build(),
        // The number of pods is for the autoscaler to say, once there are as many as zones.
        CustomResourceOptions.builder()
            .parent(this)
            .dependsOn(account)
            .ignoreChanges("spec.replicas")
            .build());
  }

  /** What is done on purpose, such as an update of the nodes, takes one pod at a time. */
  private void keepMost(Namespace namespace) {
    new PodDisruptionBudget(
        name,
        PodDisruptionBudgetArgs.builder()
            .metadata(metadata())
            .spec(
                PodDisruptionBudgetSpecArgs.builder()
                    .maxUnavailable(1)
                    .selector(LabelSelectorArgs.builder().matchLabels(LABELS).build())
                    // A pod that does not work anyway must not stand in the way of its node's
                    // repair.
                    .unhealthyPodEvictionPolicy("AlwaysAllow")
                    .build())
            .build(),
        after(namespace));
  }

  /** Half of what the pods can do, so that two zones bear what three did until there are more. */
  private void scale(Args args, Deployment deployment) {
    new HorizontalPodAutoscaler(
        name,
        HorizontalPodAutoscalerArgs.builder()
            .metadata(metadata())
            .spec(
                HorizontalPodAutoscalerSpecArgs.builder()
                    .minReplicas(args.zones())
                    .maxReplicas(args.zones() * MOST_PER_ZONE)
                    .scaleTargetRef(
                        CrossVersionObjectReferenceArgs.builder()
                            .apiVersion("apps/v1")
                            .kind("Deployment")
                            .name(NAME)
                            .build())
                    .metrics(
                        MetricSpecArgs.builder()
                            .type("Resource")
                            .resource(
                                ResourceMetricSourceArgs.builder()
                                    .name("cpu")
                                    .target(
                                        MetricTargetArgs.builder()
                                            .type("Utilization")
                                            .averageUtilization(50)
                                            .build())
                                    .build())
                            .build())
                    .build())
            .build(),
        after(deployment));
  }

  private Service service(Args args, Namespace namespace) {
    return new Service(
        name,
        ServiceArgs.builder()
            .metadata(
                ObjectMetaArgs.builder()
                    .name(NAME)
                    .namespace(NAMESPACE)
                    .labels(LABELS)
                    .annotations(args.certificate().applyValue(Workload::balancer))
                    .build())
            .spec(
                ServiceSpecArgs.builder()
                    .type("LoadBalancer")
                    .selector(LABELS)
                    // Only nodes with a pod that is ready answer the balancer's health checks.
                    .externalTrafficPolicy("Local")
                    .ports(
                        ServicePortArgs.builder()
                            .name("https")
                            .port(443)
                            .targetPort(args.settings().port())
                            .build())
                    .build())
            .build(),
        after(namespace));
  }

  /** A network balancer with a node in every zone, each of which sends to all of them. */
  private static Map<String, String> balancer(String certificate) {
    return Map.of(
        BALANCER + "type", "nlb",
        BALANCER + "cross-zone-load-balancing-enabled", "true",
        BALANCER + "ssl-cert", certificate,
        BALANCER + "ssl-ports", "443",
        BALANCER + "ssl-negotiation-policy", "ELBSecurityPolicy-TLS13-1-2-2021-06");
  }

  private static Output<String> addressOf(Service service) {
    return service
        .status()
        .applyValue(
            status ->
                status
                    .orElseThrow()
                    .loadBalancer()
                    .orElseThrow()
                    .ingress()
                    .get(0)
                    .hostname()
                    .orElseThrow());
  }

  private static ObjectMetaArgs metadata() {
    return ObjectMetaArgs.builder().name(NAME).namespace(NAMESPACE).labels(LABELS).build();
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }

  private CustomResourceOptions after(Resource other) {
    return CustomResourceOptions.builder().parent(this).dependsOn(other).build();
  }
}
