package dualdns;

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
import java.util.Map;

/**
 * A balancer with a node in every zone, which sends to tasks that say that they are well. It has no
 * public address: the only way to it is the accelerator.
 */
final class Balancer extends ComponentResource {
  static final int HTTP = 80;
  static final int HTTPS = 443;

  final TargetGroup targets;
  final Listener listener;

  private final String name;
  private final LoadBalancer balancer;

  record Args(Settings settings, Network network, Group tasks, Output<String> certificate) {}

  Balancer(String name, Args args, ComponentResourceOptions options) {
    super("dualdns:index:Balancer", name, options);
    this.name = name;
    var clients =
        new Group(name, new Group.Args(args.network().vpc.id(), "the balancer"), component());
    // The accelerator passes on the addresses of users, so that it is users who are admitted.
    clients.admitWorld(HTTP);
    clients.admitWorld(HTTPS);
    args.tasks().admit(clients, args.settings().port());
    balancer =
        new LoadBalancer(
            name,
            LoadBalancerArgs.builder()
                .internal(true)
                .subnets(Network.ids(args.network().privateSubnets))
                .securityGroups(clients.ids())
                .dropInvalidHeaderFields(true)
                .build(),
            child());
    targets = targets(args);
    redirectToHttps();
    listener = listenForHttps(args.certificate());
    registerOutputs(Map.of("arn", balancer.arn()));
  }

  Output<String> arn() {
    return balancer.arn();
  }

  private TargetGroup targets(Args args) {
    return new TargetGroup(
        name,
        TargetGroupArgs.builder()
            .vpcId(args.network().vpc.id())
            .targetType("ip")
            .protocol("HTTP")
            .port(args.settings().port())
            .deregistrationDelay(30)
            .healthCheck(
                TargetGroupHealthCheckArgs.builder()
                    .path(args.settings().healthPath())
                    .interval(10)
                    .timeout(5)
                    .healthyThreshold(2)
                    .unhealthyThreshold(2)
                    .build())
            .build(),
        child());
  }

  private void redirectToHttps() {
    new Listener(
        name + "-http",
        ListenerArgs.builder()
            .loadBalancerArn(balancer.arn())
            .protocol("HTTP")
            .port(HTTP)
            .defaultActions(
                ListenerDefaultActionArgs.builder()
                    .type("redirect")
                    .redirect(
                        ListenerDefaultActionRedirectArgs.builder()
                            .protocol("HTTPS")
                            .port(String.valueOf(HTTPS))
                            .statusCode("HTTP_301")
                            .build())
                    .build())
            .build(),
        child());
  }

  private Listener listenForHttps(Output<String> certificate) {
    return new Listener(
        name + "-https",
        ListenerArgs.builder()
            .loadBalancerArn(balancer.arn())
            .protocol("HTTPS")
            .port(HTTPS)
            .certificateArn(certificate)
            .sslPolicy("ELBSecurityPolicy-TLS13-1-2-2021-06")
            .defaultActions(
                ListenerDefaultActionArgs.builder()
                    .type("forward")
                    .targetGroupArn(targets.arn())
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
