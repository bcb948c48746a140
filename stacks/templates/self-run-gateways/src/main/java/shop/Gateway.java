package shop;

import com.pulumi.aws.ec2.Eip;
import com.pulumi.aws.ec2.EipArgs;
import com.pulumi.aws.ec2.Instance;
import com.pulumi.aws.ec2.InstanceArgs;
import com.pulumi.aws.ec2.inputs.InstanceMaintenanceOptionsArgs;
import com.pulumi.aws.ec2.inputs.InstanceMetadataOptionsArgs;
import com.pulumi.aws.ec2.inputs.InstanceRootBlockDeviceArgs;
import com.pulumi.aws.secretsmanager.Secret;
import com.pulumi.aws.ssm.Association;
import com.pulumi.aws.ssm.AssociationArgs;
import com.pulumi.aws.ssm.inputs.AssociationTargetArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;

/**
 * One HAProxy with a public address that stays when the machine is replaced.
 *
 * <p>Gateways are replaced one after the other: a new machine comes up beside the old one, has to
 * answer, gets the address, and only then the next gateway's turn comes.
 */
final class Gateway extends ComponentResource {
  /** Answers 200 while the gateway has a server to send to. */
  static final String HEALTH_PATH = "/gateway-health";

  final String name;
  final Eip address;

  /**
   * @param zone by number
   * @param previous what has to be done before this one is touched
   */
  record Args(
      Gateways.Args common, int zone, ServerRole role, Secret certificate, Resource previous) {}

  Gateway(String name, Args args, ComponentResourceOptions options) {
    super("shop:index:Gateway", name, options);
    this.name = name;
    var common = args.common();
    var machine =
        new Instance(
            name,
            InstanceArgs.builder()
                .ami(Image.amazonLinux(this))
                .instanceType(common.settings().gatewayType())
                .subnetId(common.network().publicSubnets.get(args.zone()).id())
                // For the first start only; users know the address below.
                .associatePublicIpAddress(true)
                .vpcSecurityGroupIds(common.group().id().applyValue(List::of))
                .iamInstanceProfile(args.role().profile.name())
                .metadataOptions(
                    InstanceMetadataOptionsArgs.builder().httpTokens("required").build())
                .rootBlockDevice(
                    InstanceRootBlockDeviceArgs.builder()
                        .volumeType("gp3")
                        .volumeSize(10)
                        .encrypted(true)
                        .build())
                // When its host fails, AWS starts it again on another one in the zone.
                .maintenanceOptions(
                    InstanceMaintenanceOptionsArgs.builder().autoRecovery("default").build())
                .userData(startup(common, args.certificate()))
                .userDataReplaceOnChange(true)
                .tags(Map.of("Name", name))
                .build(),
            after(args.previous()));
    address =
        new Eip(
            name,
            EipArgs.builder()
                .domain("vpc")
                .instance(machine.id())
                .tags(Map.of("Name", name))
                .build(),
            after(answering(machine)));
    common.alarms().rebootWhenStuck(name, machine);
    registerOutputs(Map.of("address", address.publicIp()));
  }

  private static Output<String> startup(Gateways.Args common, Secret certificate) {
    return Output.format(
            """
            #!/bin/bash
            REGION=%s
            HOST=%s
            SERVERS=%s
            SERVER_PORT=%s
            HEALTH_PATH=%s
            CERTIFICATE=%s
            """,
            common.network().region,
            common.settings().domain(),
            common.web().group.name(),
            common.settings().containerPort(),
            common.settings().healthPath(),
            certificate.name())
        .applyValue(settings -> settings + Script.read("gateway.sh"));
  }

  /**
   * Done when the machine itself says that it can serve; a deployment that gets none stops here.
   */
  private Association answering(Instance machine) {
    return new Association(
        name + "-answers",
        AssociationArgs.builder()
            .name("AWS-RunShellScript")
            .targets(
                AssociationTargetArgs.builder()
                    .key("InstanceIds")
                    .values(machine.id().applyValue(List::of))
                    .build())
            .parameters(
                Map.of(
                    "commands",
                    "timeout 600 bash -c 'until curl -fsk https://localhost%s; do sleep 2; done'"
                        .formatted(HEALTH_PATH)))
            .waitForSuccessTimeoutSeconds(900)
            .build(),
        after(machine));
  }

  private CustomResourceOptions after(Resource other) {
    return CustomResourceOptions.builder().parent(this).dependsOn(other).build();
  }
}
