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
import com.pulumi.aws.ec2.inputs.GetAmiArgs;
import com.pulumi.aws.ec2.inputs.GetAmiFilterArgs;
import com.pulumi.aws.ec2.inputs.SecurityGroupEgressArgs;
import com.pulumi.aws.ec2.inputs.SecurityGroupIngressArgs;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.Zone;
import com.pulumi.aws.route53.ZoneArgs;
import com.pulumi.core.Output;
import java.util.List;

/** A shop on one web server with one database. */
public final class App {
  private static final String HOST = "shop.example.com";

  private final Network network = new Network();

  public static void main(String[] args) {
    Pulumi.run(context -> new App().deploy(context));
  }

  private void deploy(Context context) {
    var group = webGroup();
    var database = new Database(network, group);
    var web = webServer("web", group, database);
    var address =
        new Eip("web-address", EipArgs.builder().domain("vpc").instance(web.id()).build());

    var zone = new Zone("zone", ZoneArgs.builder().name(HOST).build());
    new Record(
        "shop",
        RecordArgs.builder()
            .zoneId(zone.zoneId())
            .name(HOST)
            .type("A")
            .ttl(60)
            .records(address.publicIp().applyValue(List::of))
            .build());

    context.export("url", Output.of("http://" + HOST));
    context.export("nameServers", zone.nameServers());
  }

  private SecurityGroup webGroup() {
    return new SecurityGroup(
        "web-group",
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

  private Instance webServer(String name, SecurityGroup group, Database database) {
    return new Instance(
        name,
        InstanceArgs.builder()
            .ami(amazonLinux())
            .instanceType("t3.small")
            .subnetId(network.publicSubnet.id())
            .vpcSecurityGroupIds(group.id().applyValue(List::of))
            .userData(
                Output.format(
                    """
                    #!/bin/bash
                    dnf install -y docker
                    systemctl enable --now docker
                    docker run -d --restart always -p 80:8080 \\
                      -e DATABASE=%s/shop \\
                      example/shop:1.0
                    """,
                    database.instance.endpoint()))
            .userDataReplaceOnChange(true)
            .build());
  }

  private static SecurityGroupEgressArgs anywhere() {
    return SecurityGroupEgressArgs.builder()
        .protocol("-1")
        .fromPort(0)
        .toPort(0)
        .cidrBlocks("0.0.0.0/0")
        .build();
  }

  private static Output<String> amazonLinux() {
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
