package dualdns;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;

/** A security group that begins with no rules: what nobody asks for is refused, both ways. */
final class Group extends ComponentResource {
  private static final String WORLD = "0.0.0.0/0";

  final SecurityGroup group;
  private final String name;

  record Args(Output<String> vpcId, String description) {}

  Group(String name, Args args, ComponentResourceOptions options) {
    super("dualdns:index:Group", name, options);
    this.name = name;
    group =
        new SecurityGroup(
            name,
            SecurityGroupArgs.builder()
                .vpcId(args.vpcId())
                .description(args.description())
                .tags(Map.of("Name", name))
                .build(),
            child());
    registerOutputs(Map.of("id", group.id()));
  }

  Output<List<String>> ids() {
    return group.id().applyValue(List::of);
  }

  /** The client may call the members of this group. */
  void admit(Group client, int port) {
    new SecurityGroupEgressRule(
        client.name + "-to-" + name + "-" + port,
        SecurityGroupEgressRuleArgs.builder()
            .securityGroupId(client.group.id())
            .referencedSecurityGroupId(group.id())
            .ipProtocol("tcp")
            .fromPort(port)
            .toPort(port)
            .build(),
        client.child());
    new SecurityGroupIngressRule(
        name + "-from-" + client.name + "-" + port,
        SecurityGroupIngressRuleArgs.builder()
            .securityGroupId(group.id())
            .referencedSecurityGroupId(client.group.id())
            .ipProtocol("tcp")
            .fromPort(port)
            .toPort(port)
            .build(),
        child());
  }

  void admitWorld(int port) {
    new SecurityGroupIngressRule(
        name + "-from-world-" + port,
        SecurityGroupIngressRuleArgs.builder()
            .securityGroupId(group.id())
            .cidrIpv4(WORLD)
            .ipProtocol("tcp")
            .fromPort(port)
            .toPort(port)
            .build(),
        child());
  }

  /** Its members may call AWS and whatever else speaks TLS. */
  void reachWorld() {
    new SecurityGroupEgressRule(
        name + "-to-world",
        SecurityGroupEgressRuleArgs.builder()
            .securityGroupId(group.id())
            .cidrIpv4(WORLD)
            .ipProtocol("tcp")
            .fromPort(443)
            .toPort(443)
            .build(),
        child());
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
