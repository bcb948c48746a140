package shop;

import com.pulumi.aws.ec2.Instance;
import com.pulumi.aws.ec2.InstanceArgs;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.ec2.inputs.SecurityGroupIngressArgs;
import com.pulumi.core.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The ensemble that agrees on who does what in one region: a node in each zone. */
final class ZooKeeper {
  private final List<Instance> nodes = new ArrayList<>();

  ZooKeeper(Region region, Network network, SecurityGroup clients) {
    var group = group(region, network, clients);
    // Every node has to know all the others before any of them exists: their addresses are fixed.
    var addresses =
        IntStream.range(0, network.publicSubnets.size())
            .mapToObj(i -> region.address(i + ".21"))
            .toList();
    for (int i = 0; i < addresses.size(); i++) {
      nodes.add(
          new Instance(
              region.name("zk-" + (i + 1)),
              InstanceArgs.builder()
                  .ami(region.amazonLinux())
                  .instanceType("t3.small")
                  .subnetId(network.publicSubnets.get(i).id())
                  .privateIp(addresses.get(i))
                  .vpcSecurityGroupIds(group.id().applyValue(List::of))
                  .userData(node(i + 1, addresses))
                  .userDataReplaceOnChange(true)
                  .build(),
              region.options()));
    }
  }

  /** The addresses of all nodes, as clients want them. */
  Output<String> connection() {
    return Output.all(nodes.stream().map(Instance::privateIp).toList())
        .applyValue(
            addresses ->
                addresses.stream()
                    .map(address -> address + ":2181")
                    .collect(Collectors.joining(",")));
  }

  private static String node(int id, List<String> addresses) {
    var servers =
        IntStream.rangeClosed(1, addresses.size())
            .mapToObj(i -> "server.%d=%s:2888:3888;2181".formatted(i, addresses.get(i - 1)))
            .collect(Collectors.joining(" "));
    return """
    #!/bin/bash
    dnf install -y docker
    systemctl enable --now docker
    docker run -d --restart always --network host \\
      -v /var/lib/zookeeper:/data \\
      -e ZOO_MY_ID=%d \\
      -e ZOO_SERVERS='%s' \\
      zookeeper:3.9
    """
        .formatted(id, servers);
  }

  private static SecurityGroup group(Region region, Network network, SecurityGroup clients) {
    return new SecurityGroup(
        region.name("zk-group"),
        SecurityGroupArgs.builder()
            .vpcId(network.vpc.id())
            .ingress(
                SecurityGroupIngressArgs.builder()
                    .protocol("tcp")
                    .fromPort(2181)
                    .toPort(2181)
                    .securityGroups(clients.id().applyValue(List::of))
                    .build(),
                SecurityGroupIngressArgs.builder()
                    .description("between the nodes")
                    .protocol("tcp")
                    .fromPort(2888)
                    .toPort(3888)
                    .self(true)
                    .build())
            .egress(Region.anywhere())
            .build(),
        region.options());
  }
}
