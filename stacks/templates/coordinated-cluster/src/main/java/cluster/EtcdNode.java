package cluster;

import com.pulumi.aws.autoscaling.Group;
import com.pulumi.aws.autoscaling.GroupArgs;
import com.pulumi.aws.autoscaling.inputs.GroupLaunchTemplateArgs;
import com.pulumi.aws.autoscaling.inputs.GroupTagArgs;
import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.ebs.Volume;
import com.pulumi.aws.ebs.VolumeArgs;
import com.pulumi.aws.ec2.LaunchTemplate;
import com.pulumi.aws.ec2.LaunchTemplateArgs;
import com.pulumi.aws.ec2.NetworkInterface;
import com.pulumi.aws.ec2.NetworkInterfaceArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.inputs.LaunchTemplateBlockDeviceMappingArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateBlockDeviceMappingEbsArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateIamInstanceProfileArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateMetadataOptionsArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateTagSpecificationArgs;
import com.pulumi.aws.sns.Topic;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;

/**
 * One node of the cluster. Its instance comes and goes; what makes it this node does not: the
 * volume with its data, and the interface with its address. A group of one replaces the instance,
 * and the new one takes both over, so that to the others a node was away for some minutes and came
 * back.
 */
final class EtcdNode extends ComponentResource {
  private static final int DATA_GIB = 20;

  private final String name;
  private final Args args;

  record Args(
      String cluster,
      String zone,
      Subnet subnet,
      String address,
      String peers,
      String instanceType,
      Output<String> image,
      cluster.Group members,
      NodeProfile profile,
      Topic alarms) {}

  EtcdNode(String name, Args args, ComponentResourceOptions options) {
    super("cluster:index:EtcdNode", name, options);
    this.name = name;
    this.args = args;
    alarm(group(template(volume(), networkInterface())));
    registerOutputs(Map.of("address", Output.of(args.address())));
  }

  private Volume volume() {
    return new Volume(
        name + "-data",
        VolumeArgs.builder()
            .availabilityZone(args.zone())
            .type("gp3")
            .size(DATA_GIB)
            .encrypted(true)
            .tags(tags())
            .build(),
        child());
  }

  private NetworkInterface networkInterface() {
    return new NetworkInterface(
        name + "-address",
        NetworkInterfaceArgs.builder()
            .subnetId(args.subnet().id())
            .privateIps(args.address())
            .securityGroups(args.members().ids())
            .tags(tags())
            .build(),
        child());
  }

  private LaunchTemplate template(Volume volume, NetworkInterface networkInterface) {
    return new LaunchTemplate(
        name,
        LaunchTemplateArgs.builder()
            // The newest Amazon Linux each time that a node is replaced.
            .imageId(
                "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64")
            .instanceType(args.instanceType())
            .iamInstanceProfile(
                LaunchTemplateIamInstanceProfileArgs.builder()
                    .arn(args.profile().profile.arn())
                    .build())
            .vpcSecurityGroupIds(args.members().ids())
            .metadataOptions(
                LaunchTemplateMetadataOptionsArgs.builder()
                    .httpTokens("required")
                    .httpPutResponseHopLimit(1)
                    .build())
            .blockDeviceMappings(
                LaunchTemplateBlockDeviceMappingArgs.builder()
                    .deviceName("/dev/xvda")
                    .ebs(
                        LaunchTemplateBlockDeviceMappingEbsArgs.builder()
                            .volumeType("gp3")
                            .encrypted("true")
                            .build())
                    .build())
            .tagSpecifications(
                LaunchTemplateTagSpecificationArgs.builder()
                    .resourceType("instance")
                    .tags(tags())
                    .build())
            .updateDefaultVersion(true)
            .userData(
                new BootScript(name, args.cluster(), args.address(), args.peers())
                    .encode(volume.id(), networkInterface.id(), args.image()))
            .build(),
        child());
  }

  /**
   * Keeps one instance. A change of the template waits for the next instance: several groups know
   * nothing of each other, and would replace all nodes at once.
   */
  private Group group(LaunchTemplate template) {
    return new Group(
        name,
        GroupArgs.builder()
            .minSize(1)
            .maxSize(1)
            .vpcZoneIdentifiers(args.subnet().id().applyValue(List::of))
            .launchTemplate(
                GroupLaunchTemplateArgs.builder().id(template.id()).version("$Default").build())
            .healthCheckType("EC2")
            .healthCheckGracePeriod(300)
            .enabledMetrics("GroupInServiceInstances")
            .tags(
                GroupTagArgs.builder()
                    .key(NodeProfile.TAG)
                    .value(args.cluster())
                    .propagateAtLaunch(true)
                    .build())
            .build(),
        child());
  }

  /** A cluster that has lost a node works on and says nothing: somebody has to be told. */
  private void alarm(Group group) {
    new MetricAlarm(
        name,
        MetricAlarmArgs.builder()
            .alarmDescription(name + " of " + args.cluster() + " is away and does not come back")
            .namespace("AWS/AutoScaling")
            .metricName("GroupInServiceInstances")
            .dimensions(group.name().applyValue(it -> Map.of("AutoScalingGroupName", it)))
            .statistic("Minimum")
            .comparisonOperator("LessThanThreshold")
            .threshold(1.0)
            .period(60)
            .evaluationPeriods(10)
            .treatMissingData("breaching")
            .alarmActions(args.alarms().arn().applyValue(List::of))
            .build(),
        child());
  }

  private Map<String, String> tags() {
    return Map.of("Name", args.cluster() + "-" + name, NodeProfile.TAG, args.cluster());
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
