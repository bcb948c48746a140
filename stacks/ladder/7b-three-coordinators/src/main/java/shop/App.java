package shop;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.aws.ec2.Ec2Functions;
import com.pulumi.aws.ec2.Eip;
import com.pulumi.aws.ec2.EipArgs;
import com.pulumi.aws.ec2.Instance;
import com.pulumi.aws.ec2.InstanceArgs;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.inputs.GetAmiArgs;
import com.pulumi.aws.ec2.inputs.GetAmiFilterArgs;
import com.pulumi.aws.ec2.inputs.SecurityGroupEgressArgs;
import com.pulumi.aws.ec2.inputs.SecurityGroupIngressArgs;
import com.pulumi.aws.route53.HealthCheck;
import com.pulumi.aws.route53.HealthCheckArgs;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.Zone;
import com.pulumi.aws.route53.ZoneArgs;
import com.pulumi.core.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A shop in three zones, with a balancer, a web server and a ZooKeeper node in each. */
public final class App {
  private static final String HOST = "shop.example.com";

  private final Network network = new Network();
  private final SecurityGroup balancerGroup = balancerGroup();
  private final SecurityGroup webGroup = webGroup();
  private final Database database = new Database(network, webGroup);
  private final ZooKeeper zooKeeper = new ZooKeeper(network, webGroup);

  public static void main(String[] args) {
    Pulumi.run(context -> new App().deploy(context));
  }

  private void deploy(Context context) {
    var subnets = network.publicSubnets;
    var servers = new ArrayList<Instance>();
    for (int i = 0; i < subnets.size(); i++) {
      servers.add(webServer("web-" + (i + 1), subnets.get(i)));
    }

    var zone = new Zone("zone", ZoneArgs.builder().name(HOST).build());
    for (int i = 0; i < subnets.size(); i++) {
      var name = "lb-" + (i + 1);
      answer(zone, name, addressOf(name, balancer(name, subnets.get(i), servers)));
    }

    context.export("url", Output.of("http://" + HOST));
    context.export("nameServers", zone.nameServers());
  }

  private static void answer(Zone zone, String balancer, Eip address) {
    var check =
        new HealthCheck(
            balancer + "-health",
            HealthCheckArgs.builder()
                .type("HTTP")
                .ipAddress(address.publicIp())
                .port(80)
                .resourcePath("/health")
                .requestInterval(10)
                .failureThreshold(2)
                .build());
    new Record(
        "shop-" + balancer,
        RecordArgs.builder()
            .zoneId(zone.zoneId())
            .name(HOST)
            .type("A")
            .ttl(60)
            .setIdentifier(balancer)
            .multivalueAnswerRoutingPolicy(true)
            .healthCheckId(check.id())
            .records(address.publicIp().applyValue(List::of))
            .build());
  }

  private SecurityGroup balancerGroup() {
    return new SecurityGroup(
        "balancer-group",
        SecurityGroupArgs.builder()
            .vpcId(network.vpc.id())
            .ingress(
                SecurityGroupIngressArgs.builder()
                    .protocol("tcp")
                    .fromPort(80)
                    .toPort(80)
                    .cidrBlocks("0.0.0.0/0")
                    .build())
            .egress(anywhere())
            .build());
  }

  private SecurityGroup webGroup() {
    return new SecurityGroup(
        "web-group",
        SecurityGroupArgs.builder()
            .vpcId(network.vpc.id())
            .ingress(
                SecurityGroupIngressArgs.builder()
                    .protocol("tcp")
                    .fromPort(8080)
                    .toPort(8080)
                    .securityGroups(balancerGroup.id().applyValue(List::of))
                    .build())
            .egress(anywhere())
            .build());
  }

  private Instance webServer(String name, Subnet subnet) {
    return new Instance(
        name,
        InstanceArgs.builder()
            .ami(amazonLinux())
            .instanceType("t3.small")
            .subnetId(subnet.id())
            .vpcSecurityGroupIds(webGroup.id().applyValue(List::of))
            .userData(
                Output.format(
                    """
                    #!/bin/bash
                    dnf install -y docker
                    systemctl enable --now docker
                    docker run -d --restart always -p 8080:8080 \\
                      -e DATABASE=%s/shop \\
                      -e ZOOKEEPER=%s \\
                      example/shop:1.0
                    """,
                    database.instance.endpoint(), zooKeeper.connection()))
            .userDataReplaceOnChange(true)
            .build());
  }

  private Instance balancer(String name, Subnet subnet, List<Instance> servers) {
    return new Instance(
        name,
        InstanceArgs.builder()
            .ami(amazonLinux())
            .instanceType("t3.micro")
            .subnetId(subnet.id())
            .vpcSecurityGroupIds(balancerGroup.id().applyValue(List::of))
            .userData(
                Output.format(
                    """
                    #!/bin/bash
                    dnf install -y haproxy
                    cat > /etc/haproxy/haproxy.cfg <<END
                    defaults
                      mode http
                      timeout connect 2s
                      timeout client 30s
                      timeout server 30s
                      option redispatch
                    frontend shop
                      bind :80
                      default_backend web
                    backend web
                      option httpchk GET /health
                    %s
                    END
                    systemctl enable --now haproxy
                    """,
                    backends(servers)))
            .userDataReplaceOnChange(true)
            .build());
  }

  private static Output<String> backends(List<Instance> servers) {
    return Output.all(servers.stream().map(Instance::privateIp).toList())
        .applyValue(
            addresses ->
                addresses.stream()
                    .map(address -> "  server %s %s:8080 check".formatted(address, address))
                    .collect(Collectors.joining("\n")));
  }

  private static Eip addressOf(String name, Instance instance) {
    return new Eip(
        name + "-address", EipArgs.builder().domain("vpc").instance(instance.id()).build());
  }

  static SecurityGroupEgressArgs anywhere() {
    return SecurityGroupEgressArgs.builder()
        .protocol("-1")
        .fromPort(0)
        .toPort(0)
        .cidrBlocks("0.0.0.0/0")
        .build();
  }

  static Output<String> amazonLinux() {
    return Ec2Functions.getAmi(
            GetAmiArgs.builder()
                .owners("amazon")
                .mostRecent(true)
                .filters(
                    GetAmiFilterArgs.builder()
                        .name("name")
                        .values("al2023-ami-2023.*-x86_64")
                        .build())
                .build())
        .applyValue(image -> image.id());
  }
}
