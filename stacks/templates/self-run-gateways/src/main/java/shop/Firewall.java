package shop;

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
import java.util.Map;

/** Who may talk to whom: the world to gateways, gateways to servers, servers to data. */
final class Firewall extends ComponentResource {
  private static final String WORLD = "0.0.0.0/0";
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  final SecurityGroup gateway;
  final SecurityGroup web;
  final SecurityGroup database;

  private final String name;

  record Args(Output<String> vpcId, int webPort) {}

  Firewall(String name, Args args) {
    super("shop:index:Firewall", name, ComponentResourceOptions.Empty);
    this.name = name;
    gateway = group("gateway", "gateways, open to the world", args.vpcId());
    web = group("web", "servers, for gateways only", args.vpcId());
    database = group("database", "the database, for servers only", args.vpcId());

    fromWorld(gateway, "http", HTTP);
    fromWorld(gateway, "https", HTTPS);
    between(gateway, "gateway", web, "web", args.webPort());
    between(web, "web", database, "database", Database.PORT);
    // Packages, images and AWS's own interfaces.
    toWorld(gateway, "gateway");
    toWorld(web, "web");
    registerOutputs(Map.of());
  }

  private SecurityGroup group(String tier, String description, Output<String> vpcId) {
    // A group begins with no rules: what is not admitted below is refused, in both directions.
    return new SecurityGroup(
        name + "-" + tier,
        SecurityGroupArgs.builder()
            .description(description)
            .vpcId(vpcId)
            .tags(Map.of("Name", name + "-" + tier))
            .build(),
        child());
  }

  private void fromWorld(SecurityGroup group, String protocol, int port) {
    new SecurityGroupIngressRule(
        name + "-world-" + protocol,
        SecurityGroupIngressRuleArgs.builder()
            .securityGroupId(group.id())
            .cidrIpv4(WORLD)
            .ipProtocol("tcp")
            .fromPort(port)
            .toPort(port)
            .build(),
        child());
  }

  private void toWorld(SecurityGroup group, String tier) {
    new SecurityGroupEgressRule(
        name + "-" + tier + "-world",
        SecurityGroupEgressRuleArgs.builder()
            .securityGroupId(group.id())
            .cidrIpv4(WORLD)
            .ipProtocol("tcp")
            .fromPort(HTTPS)
            .toPort(HTTPS)
            .build(),
        child());
  }

  private void between(
      SecurityGroup from, String fromName, SecurityGroup to, String toName, int port) {
    new SecurityGroupEgressRule(
        name + "-" + fromName + "-to-" + toName,
        SecurityGroupEgressRuleArgs.builder()
            .securityGroupId(from.id())
            .referencedSecurityGroupId(to.id())
            .ipProtocol("tcp")
            .fromPort(port)
            .toPort(port)
            .build(),
        child());
    new SecurityGroupIngressRule(
        name + "-" + toName + "-from-" + fromName,
        SecurityGroupIngressRuleArgs.builder()
            .securityGroupId(to.id())
            .referencedSecurityGroupId(from.id())
            .ipProtocol("tcp")
            .fromPort(port)
            .toPort(port)
            .build(),
        child());
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
