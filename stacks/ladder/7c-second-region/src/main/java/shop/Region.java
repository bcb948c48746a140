package shop;

import com.pulumi.aws.Provider;
import com.pulumi.aws.dynamodb.Table;
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
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The shop's servers in one region: a balancer, a web server and a ZooKeeper node in each zone. */
final class Region {
  private final String prefix;
  private final Provider provider;
  private final String addresses;

  private final Network network;
  private final SecurityGroup balancerGroup;
  private final SecurityGroup webGroup;
  private final ZooKeeper zooKeeper;

  Region(String prefix, Provider provider, String addresses) {
    this.prefix = prefix;
    this.provider = provider;
    this.addresses = addresses;
    network = new Network(this);
    balancerGroup = balancerGroup();
    webGroup = webGroup();
    zooKeeper = new ZooKeeper(this, network, webGroup);
  }

  /** The addresses at which this region takes orders, by balancer. */
  Map<String, Eip> serve(Table orders) {
    var servers = new ArrayList<Instance>();
    for (int i = 0; i < network.publicSubnets.size(); i++) {
      servers.add(webServer(name("web-" + (i + 1)), network.publicSubnets.get(i), orders));
    }
    var entries = new LinkedHashMap<String, Eip>();
    for (int i = 0; i < network.publicSubnets.size(); i++) {
      var name = name("lb-" + (i + 1));
      entries.put(name, addressOf(name, balancer(name, network.publicSubnets.get(i), servers)));
    }
    return entries;
  }

  String name(String name) {
    return prefix + "-" + name;
  }

  String address(String end) {
    return addresses + "." + end;
  }

  CustomResourceOptions options() {
    return CustomResourceOptions.builder().provider(provider).build();
  }

  InvokeOptions lookup() {
    return InvokeOptions.builder().provider(provider).build();
  }

  Output<String> amazonLinux() {
    return Ec2Functions.getAmi(
            GetAmiArgs.builder()
                .owners("amazon")
                .mostRecent(true)
                .filters(
                    GetAmiFilterArgs.builder()
                        .name("name")
                        .values("al2023-ami-2023.*-x86_64")
                        .build())
                .build(),
            lookup())
        .applyValue(image -> image.id());
  }

  static SecurityGroupEgressArgs anywhere() {
    return SecurityGroupEgressArgs.builder()
        .protocol("-1")
        .fromPort(0)
        .toPort(0)
        .cidrBlocks("0.0.0.0/0")
        .build();
  }

  private SecurityGroup balancerGroup() {
    return new SecurityGroup(
        name("balancer-group"),
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
            .build(),
        options());
  }

  private SecurityGroup webGroup() {
    return new SecurityGroup(
        name("web-group"),
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
            .build(),
        options());
  }

  private Instance webServer(String name, Subnet subnet, Table orders) {
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
                      -e ORDERS=%s \\
                      -e ZOOKEEPER=%s \\
                      example/shop:2.0
                    """,
                    orders.arn(), zooKeeper.connection()))
            .userDataReplaceOnChange(true)
            .build(),
        options());
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
            .build(),
        options());
  }

  private static Output<String> backends(List<Instance> servers) {
    return Output.all(servers.stream().map(Instance::privateIp).toList())
        .applyValue(
            addresses ->
                addresses.stream()
                    .map(address -> "  server %s %s:8080 check".formatted(address, address))
                    .collect(Collectors.joining("\n")));
  }

  private Eip addressOf(String name, Instance instance) {
    return new Eip(
        name + "-address",
        EipArgs.builder().domain("vpc").instance(instance.id()).build(),
        options());
  }
}
