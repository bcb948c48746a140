package shop;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.lb.Listener;
import com.pulumi.aws.lb.ListenerArgs;
import com.pulumi.aws.lb.LoadBalancer;
import com.pulumi.aws.lb.LoadBalancerArgs;
import com.pulumi.aws.lb.TargetGroup;
import com.pulumi.aws.lb.TargetGroupArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionRedirectArgs;
import com.pulumi.aws.lb.inputs.TargetGroupHealthCheckArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;

/**
 * An application load balancer with a node in each zone. Every node sends to the servers of all
 * zones, so that a zone without servers is still served, and the name leaves out a node that fails.
 */
final class Balancer extends ComponentResource {
  final LoadBalancer loadBalancer;
  final TargetGroup servers;

  /** Both listeners; whoever wants traffic has to wait for them. */
  final List<Listener> listeners;

  record Args(
      Network network,
      SecurityGroup group,
      Output<String> certificateArn,
      int serverPort,
      String healthPath,
      boolean isProtected) {}

  Balancer(String name, Args args) {
    super("shop:index:Balancer", name, ComponentResourceOptions.Empty);
    loadBalancer =
        new LoadBalancer(
            name,
            LoadBalancerArgs.builder()
                .loadBalancerType("application")
                .subnets(Network.ids(args.network().publicSubnets))
                .securityGroups(args.group().id().applyValue(List::of))
                .dropInvalidHeaderFields(true)
                .enableDeletionProtection(args.isProtected())
                .build(),
            child());
    servers =
        new TargetGroup(
            name + "-servers",
            TargetGroupArgs.builder()
                .vpcId(args.network().vpc.id())
                .port(args.serverPort())
                .protocol("HTTP")
                // A server that is taken out finishes what it has begun.
                .deregistrationDelay(60)
                .healthCheck(health(args.healthPath()))
                .build(),
            child());
    listeners = List.of(https(name, args), http(name));
    registerOutputs(Map.of("dnsName", loadBalancer.dnsName()));
  }

  /**
   * Two failed checks, twenty seconds, take a server out of service and have it replaced. The path
   * should tell of the server alone: if it asked the database too, a failover of the database would
   * have all servers replaced.
   */
  private static TargetGroupHealthCheckArgs health(String path) {
    return TargetGroupHealthCheckArgs.builder()
        .path(path)
        .matcher("200")
        .interval(10)
        .timeout(5)
        .healthyThreshold(2)
        .unhealthyThreshold(2)
        .build();
  }

  private Listener https(String name, Args args) {
    return new Listener(
        name + "-https",
        ListenerArgs.builder()
            .loadBalancerArn(loadBalancer.arn())
            .port(443)
            .protocol("HTTPS")
            .sslPolicy("ELBSecurityPolicy-TLS13-1-2-2021-06")
            .certificateArn(args.certificateArn())
            .defaultActions(
                ListenerDefaultActionArgs.builder()
                    .type("forward")
                    .targetGroupArn(servers.arn())
                    .build())
            .build(),
        child());
  }

  private Listener http(String name) {
    return new Listener(
        name + "-http",
        ListenerArgs.builder()
            .loadBalancerArn(loadBalancer.arn())
            .port(80)
            .protocol("HTTP")
            .defaultActions(
                ListenerDefaultActionArgs.builder()
                    .type("redirect")
                    .redirect(
                        ListenerDefaultActionRedirectArgs.builder()
                            .protocol("HTTPS")
                            .port("443")
                            .statusCode("HTTP_301")
                            .build())
                    .build())
            .build(),
        child());
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
