package cluster;

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

/** A balancer with a node in every zone, which sends to tasks that say that they are well. */
final class Balancer extends ComponentResource {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  final TargetGroup targets;
  final Listener listener;
  final Output<String> url;

  private final String name;
  private final LoadBalancer balancer;

  record Args(Settings settings, Network network, Group tasks) {}

  Balancer(String name, Args args, ComponentResourceOptions options) {
    super("cluster:index:Balancer", name, options);
    this.name = name;
    var settings = args.settings();
    var clients =
        new Group(name, new Group.Args(args.network().vpc.id(), "the balancer"), component());
    clients.admitWorld(HTTP);
    args.tasks().admit(clients, settings.port());
    balancer =
        new LoadBalancer(
            name,
            LoadBalancerArgs.builder()
                .subnets(Network.ids(args.network().publicSubnets))
                .securityGroups(clients.ids())
                .dropInvalidHeaderFields(true)
                .build(),
            child());
    targets = targets(args);
    if (settings.certificateArn().isPresent()) {
      clients.admitWorld(HTTPS);
      redirectToHttps();
      listener = listenForHttps(settings.certificateArn().get());
      url = Output.format("https://%s", balancer.dnsName());
    } else {
      listener = listen("http", forward());
      url = Output.format("http://%s", balancer.dnsName());
    }
    registerOutputs(Map.of("url", url));
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
    listen(
        "http",
        ListenerDefaultActionArgs.builder()
            .type("redirect")
            .redirect(
                ListenerDefaultActionRedirectArgs.builder()
                    .protocol("HTTPS")
                    .port(String.valueOf(HTTPS))
                    .statusCode("HTTP_301")
                    .build())
            .build());
  }

  private Listener listen(String protocol, ListenerDefaultActionArgs action) {
    return new Listener(
        name + "-" + protocol,
        ListenerArgs.builder()
            .loadBalancerArn(balancer.arn())
            .protocol("HTTP")
            .port(HTTP)
            .defaultActions(action)
            .build(),
        child());
  }

  private Listener listenForHttps(String certificateArn) {
    return new Listener(
        name + "-https",
        ListenerArgs.builder()
            .loadBalancerArn(balancer.arn())
            .protocol("HTTPS")
            .port(HTTPS)
            .certificateArn(certificateArn)
            .sslPolicy("ELBSecurityPolicy-TLS13-1-2-2021-06")
            .defaultActions(forward())
            .build(),
        child());
  }

  private ListenerDefaultActionArgs forward() {
    return ListenerDefaultActionArgs.builder()
        .type("forward")
        .targetGroupArn(targets.arn())
        .build();
  }

  private ComponentResourceOptions component() {
    return ComponentResourceOptions.builder().parent(this).build();
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
