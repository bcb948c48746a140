package bench;

import com.pulumi.Pulumi;
import com.pulumi.aws.autoscaling.Group;
import com.pulumi.aws.autoscaling.GroupArgs;
import com.pulumi.aws.autoscaling.inputs.GroupLaunchTemplateArgs;
import com.pulumi.aws.ec2.LaunchTemplate;
import com.pulumi.aws.ec2.LaunchTemplateArgs;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.aws.ec2.inputs.SecurityGroupIngressArgs;
import com.pulumi.aws.lb.Listener;
import com.pulumi.aws.lb.ListenerArgs;
import com.pulumi.aws.lb.LoadBalancer;
import com.pulumi.aws.lb.LoadBalancerArgs;
import com.pulumi.aws.lb.TargetGroup;
import com.pulumi.aws.lb.TargetGroupArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionArgs;
import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import com.pulumi.aws.rds.SubnetGroup;
import com.pulumi.aws.rds.SubnetGroupArgs;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.Zone;
import com.pulumi.aws.route53.ZoneArgs;
import com.pulumi.aws.route53.inputs.RecordAliasArgs;
import com.pulumi.aws.sqs.Queue;
import com.pulumi.aws.sqs.QueueArgs;
import com.pulumi.core.Output;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A network with services in it, twelve resources each; every seventh has a database without a
 * standby.
 */
public final class App {
  private static final int NETWORK = 5;
  private static final int SERVICE = 12;

  private final Vpc vpc = new Vpc("net", VpcArgs.builder().cidrBlock("10.0.0.0/16").build());
  private final List<Subnet> subnets = IntStream.range(0, 3).mapToObj(this::subnet).toList();
  private final Zone zone = new Zone("zone", ZoneArgs.builder().name("example.com").build());

  public static void main(String[] arguments) {
    Pulumi.run(
        context -> {
          App app = new App();
          int services = (context.config().requireInteger("size") - NETWORK) / SERVICE;
          IntStream.range(0, Math.max(1, services)).forEach(app::service);
        });
  }

  private Subnet subnet(int i) {
    return new Subnet(
        "net-" + i,
        SubnetArgs.builder()
            .vpcId(vpc.id())
            .cidrBlock("10.0." + i + ".0/24")
            .availabilityZone("eu-west-1" + "abc".charAt(i))
            .build());
  }

  private Output<List<String>> places() {
    return Output.all(subnets.stream().map(Subnet::id).toList());
  }

  private void service(int number) {
    String name = "svc-" + number;
    SecurityGroup front = group(name + "-lb", 443, null);
    LoadBalancer balancer =
        new LoadBalancer(
            name,
            LoadBalancerArgs.builder()
                .loadBalancerType("application")
                .subnets(places())
                .securityGroups(front.id().applyValue(List::of))
                .enableCrossZoneLoadBalancing(true)
                .build());
    TargetGroup targets =
        new TargetGroup(
            name, TargetGroupArgs.builder().port(8080).protocol("HTTP").vpcId(vpc.id()).build());
    new Listener(
        name,
        ListenerArgs.builder()
            .loadBalancerArn(balancer.arn())
            .port(80)
            .protocol("HTTP")
            .defaultActions(
                ListenerDefaultActionArgs.builder()
                    .type("forward")
                    .targetGroupArn(targets.arn())
                    .build())
            .build());
    new Record(
        name,
        RecordArgs.builder()
            .zoneId(zone.zoneId())
            .name(name)
            .type("A")
            .aliases(
                RecordAliasArgs.builder()
                    .name(balancer.dnsName())
                    .zoneId(balancer.zoneId())
                    .evaluateTargetHealth(true)
                    .build())
            .build());
    servers(name, front, targets, number % 7 != 3);
    new Queue(name, QueueArgs.builder().visibilityTimeoutSeconds(30).build());
  }

  private void servers(String name, SecurityGroup front, TargetGroup targets, boolean standby) {
    SecurityGroup servers = group(name + "-app", 8080, front);
    SecurityGroup store = group(name + "-db", 5432, servers);
    SubnetGroup places =
        new SubnetGroup(name, SubnetGroupArgs.builder().subnetIds(places()).build());
    Instance database =
        new Instance(
            name,
            InstanceArgs.builder()
                .engine("postgres")
                .instanceClass("db.m6g.large")
                .allocatedStorage(100)
                .username("service")
                .multiAz(standby)
                .backupRetentionPeriod(7)
                .dbSubnetGroupName(places.name())
                .vpcSecurityGroupIds(store.id().applyValue(List::of))
                .build());
    LaunchTemplate template =
        new LaunchTemplate(
            name,
            LaunchTemplateArgs.builder()
                .imageId("ami-0c7217cdde317cfec")
                .instanceType("m6i.large")
                .vpcSecurityGroupIds(servers.id().applyValue(List::of))
                .userData(Output.format("DATABASE=%s", database.endpoint()))
                .build());
    new Group(
        name,
        GroupArgs.builder()
            .minSize(3)
            .maxSize(12)
            .healthCheckType("ELB")
            .vpcZoneIdentifiers(places())
            .targetGroupArns(targets.arn().applyValue(List::of))
            .launchTemplate(
                GroupLaunchTemplateArgs.builder().id(template.id()).version("$Latest").build())
            .build());
  }

  private SecurityGroup group(String name, int port, SecurityGroup from) {
    SecurityGroupIngressArgs.Builder rule =
        SecurityGroupIngressArgs.builder().fromPort(port).toPort(port).protocol("tcp");
    return new SecurityGroup(
        name,
        SecurityGroupArgs.builder()
            .vpcId(vpc.id())
            .ingress(
                from == null
                    ? rule.cidrBlocks("0.0.0.0/0").build()
                    : rule.securityGroups(from.id().applyValue(List::of)).build())
            .build());
  }
}
