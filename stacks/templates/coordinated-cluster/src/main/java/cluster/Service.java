package cluster;

import com.pulumi.aws.appautoscaling.Policy;
import com.pulumi.aws.appautoscaling.PolicyArgs;
import com.pulumi.aws.appautoscaling.Target;
import com.pulumi.aws.appautoscaling.TargetArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs;
import com.pulumi.aws.ecs.Cluster;
import com.pulumi.aws.ecs.ClusterArgs;
import com.pulumi.aws.ecs.ServiceArgs;
import com.pulumi.aws.ecs.inputs.ClusterSettingArgs;
import com.pulumi.aws.ecs.inputs.ServiceDeploymentCircuitBreakerArgs;
import com.pulumi.aws.ecs.inputs.ServiceLoadBalancerArgs;
import com.pulumi.aws.ecs.inputs.ServiceNetworkConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;

/** The service that uses the cluster: at least one task in each zone, behind a balancer. */
final class Service extends ComponentResource {
  private static final int MOST_PER_ZONE = 4;

  final Output<String> url;

  private final String name;

  record Args(Settings settings, Network network, Etcd etcd) {}

  Service(String name, Args args, ComponentResourceOptions options) {
    super("cluster:index:Service", name, options);
    this.name = name;
    var settings = args.settings();
    var network = args.network();
    var tasks = new Group(name + "-tasks", new Group.Args(network.vpc.id(), "tasks"), component());
    tasks.reachWorld();
    args.etcd().admit(tasks);
    var balancer =
        new Balancer(name + "-balancer", new Balancer.Args(settings, network, tasks), component());
    var task =
        new TaskDefinition(
            name + "-task",
            new TaskDefinition.Args(settings, args.etcd().endpoints()),
            component());
    scale(run(args, tasks, balancer, task), settings.zones().size());
    url = balancer.url;
    registerOutputs(Map.of("url", url));
  }

  private com.pulumi.aws.ecs.Service run(
      Args args, Group tasks, Balancer balancer, TaskDefinition task) {
    var cluster =
        new Cluster(
            name,
            ClusterArgs.builder()
                .settings(
                    ClusterSettingArgs.builder().name("containerInsights").value("enabled").build())
                .build(),
            child());
    return new com.pulumi.aws.ecs.Service(
        name,
        ServiceArgs.builder()
            .cluster(cluster.arn())
            .launchType("FARGATE")
            .taskDefinition(task.arn())
            .desiredCount(args.network().zones.size())
            // New tasks before old ones go, and back to the old ones when the new do not get well.
            .deploymentMinimumHealthyPercent(100)
            .deploymentMaximumPercent(200)
            .deploymentCircuitBreaker(
                ServiceDeploymentCircuitBreakerArgs.builder().enable(true).rollback(true).build())
            // A zone that was lost gets its tasks back when it returns.
            .availabilityZoneRebalancing("ENABLED")
            .healthCheckGracePeriodSeconds(60)
            .networkConfiguration(
                ServiceNetworkConfigurationArgs.builder()
                    .subnets(Network.ids(args.network().privateSubnets))
                    .securityGroups(tasks.ids())
                    .assignPublicIp(false)
                    .build())
            .loadBalancers(
                ServiceLoadBalancerArgs.builder()
                    .targetGroupArn(balancer.targets.arn())
                    .containerName(TaskDefinition.CONTAINER)
                    .containerPort(args.settings().port())
                    .build())
            .build(),
        // The number of tasks is for the scaling policy to say.
        CustomResourceOptions.builder()
            .parent(this)
            .ignoreChanges("desiredCount")
            .dependsOn(balancer.listener)
            .build());
  }

  /** Half of what the tasks can do, so that two zones bear what three did. */
  private void scale(com.pulumi.aws.ecs.Service service, int zones) {
    var target =
        new Target(
            name,
            TargetArgs.builder()
                .serviceNamespace("ecs")
                .scalableDimension("ecs:service:DesiredCount")
                .resourceId(
                    service
                        .id()
                        .applyValue(arn -> "service/" + arn.substring(arn.indexOf('/') + 1)))
                .minCapacity(zones)
                .maxCapacity(zones * MOST_PER_ZONE)
                .build(),
            child());
    new Policy(
        name,
        PolicyArgs.builder()
            .policyType("TargetTrackingScaling")
            .serviceNamespace(target.serviceNamespace())
            .scalableDimension(target.scalableDimension())
            .resourceId(target.resourceId())
            .targetTrackingScalingPolicyConfiguration(
                PolicyTargetTrackingScalingPolicyConfigurationArgs.builder()
                    .targetValue(50.0)
                    .predefinedMetricSpecification(
                        PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs
                            .builder()
                            .predefinedMetricType("ECSServiceAverageCPUUtilization")
                            .build())
                    .build())
            .build(),
        child());
  }

  private ComponentResourceOptions component() {
    return ComponentResourceOptions.builder().parent(this).build();
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
