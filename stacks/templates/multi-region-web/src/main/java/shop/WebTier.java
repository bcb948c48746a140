package shop;

import com.pulumi.aws.autoscaling.Group;
import com.pulumi.aws.autoscaling.GroupArgs;
import com.pulumi.aws.autoscaling.Policy;
import com.pulumi.aws.autoscaling.PolicyArgs;
import com.pulumi.aws.autoscaling.inputs.GroupInstanceRefreshArgs;
import com.pulumi.aws.autoscaling.inputs.GroupInstanceRefreshPreferencesArgs;
import com.pulumi.aws.autoscaling.inputs.GroupLaunchTemplateArgs;
import com.pulumi.aws.autoscaling.inputs.PolicyTargetTrackingConfigurationArgs;
import com.pulumi.aws.autoscaling.inputs.PolicyTargetTrackingConfigurationPredefinedMetricSpecificationArgs;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.dynamodb.Table;
import com.pulumi.aws.ec2.Ec2Functions;
import com.pulumi.aws.ec2.LaunchTemplate;
import com.pulumi.aws.ec2.LaunchTemplateArgs;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.inputs.GetAmiArgs;
import com.pulumi.aws.ec2.inputs.GetAmiFilterArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateBlockDeviceMappingArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateBlockDeviceMappingEbsArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateIamInstanceProfileArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateMetadataOptionsArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateTagSpecificationArgs;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The servers: at least one in each zone, each with nothing on it that another has not. What fails
 * the balancer's check is replaced, and a zone that is lost is made good for in the others.
 */
final class WebTier extends ComponentResource {
  final Group group;

  private final String name;

  record Args(
      String region,
      Network network,
      SecurityGroup group,
      Balancer balancer,
      Data data,
      Settings settings) {}

  /** What the servers use, all of it in their own region. */
  record Data(Catalogue.Copy catalogue, Table orders, BucketV2 uploads) {}

  WebTier(String name, Args args, ComponentResourceOptions options) {
    super("shop:index:WebTier", name, options);
    this.name = name;
    var log = new LogGroup(name, LogGroupArgs.builder().retentionInDays(30).build(), child());
    var role =
        new ServerRole(
            name,
            new ServerRole.Args(args.region(), args.data(), log),
            ComponentResourceOptions.builder().parent(this).build());
    group = group(args, launchTemplate(args, role, log));
    scaleWithLoad();
    registerOutputs(Map.of("groupName", group.name()));
  }

  private LaunchTemplate launchTemplate(Args args, ServerRole role, LogGroup log) {
    return new LaunchTemplate(
        name,
        LaunchTemplateArgs.builder()
            .imageId(amazonLinux())
            .instanceType(args.settings().instanceType())
            .iamInstanceProfile(
                LaunchTemplateIamInstanceProfileArgs.builder().arn(role.profile.arn()).build())
            .vpcSecurityGroupIds(args.group().id().applyValue(List::of))
            .metadataOptions(
                LaunchTemplateMetadataOptionsArgs.builder()
                    .httpTokens("required")
                    .httpPutResponseHopLimit(2) // the container is one hop further away
                    .build())
            .blockDeviceMappings(
                LaunchTemplateBlockDeviceMappingArgs.builder()
                    .deviceName("/dev/xvda")
                    .ebs(
                        LaunchTemplateBlockDeviceMappingEbsArgs.builder()
                            .volumeType("gp3")
                            .volumeSize(20)
                            .encrypted("true")
                            .build())
                    .build())
            .tagSpecifications(tagged("instance"), tagged("volume"))
            .userData(startup(args, log).applyValue(WebTier::base64))
            .updateDefaultVersion(true)
            .build(),
        child());
  }

  private static Output<String> startup(Args args, LogGroup log) {
    var data = args.data();
    return Output.format(
        """
        #!/bin/bash
        set -euo pipefail
        dnf install -y docker
        systemctl enable --now docker
        docker run -d --restart always --name web -p %s:%s \\
          --log-driver awslogs --log-opt awslogs-group=%s \\
          -e AWS_REGION=%s \\
          -e CATALOGUE_HOST=%s \\
          -e CATALOGUE_NAME=%s \\
          -e CATALOGUE_SECRET=%s \\
          -e ORDERS_TABLE=%s \\
          -e UPLOADS_BUCKET=%s \\
          %s
        """,
        args.settings().containerPort(),
        args.settings().containerPort(),
        log.name(),
        args.region(),
        data.catalogue().cluster().readerEndpoint(),
        Catalogue.NAME,
        data.catalogue().secretArn(),
        data.orders().name(),
        data.uploads().bucket(),
        args.settings().image());
  }

  private Group group(Args args, LaunchTemplate template) {
    return new Group(
        name,
        GroupArgs.builder()
            // Enough for all users, also those of the other region: when that is lost everybody
            // comes at once, and new servers are hard to get for everybody else comes here too. How
            // many there are above the least is the scaling policy's business.
            .minSize(args.settings().minServers())
            .maxSize(args.settings().maxServers())
            .vpcZoneIdentifiers(Network.ids(args.network().privateSubnets))
            .targetGroupArns(args.balancer().servers.arn().applyValue(List::of))
            // The balancer's word counts: a server that runs and does not answer is replaced.
            .healthCheckType("ELB")
            .healthCheckGracePeriod(180)
            .launchTemplate(
                GroupLaunchTemplateArgs.builder()
                    .id(template.id())
                    .version(template.latestVersion().applyValue(String::valueOf))
                    .build())
            .instanceRefresh(rolling())
            // The first deployment is done when the balancer sees all of them answer.
            .waitForElbCapacity(args.settings().minServers())
            .build(),
        CustomResourceOptions.builder()
            .parent(this)
            .dependsOn(List.copyOf(args.balancer().listeners))
            .build());
  }

  /** A change brings new servers first, takes old ones away after, and goes back if they fail. */
  private static GroupInstanceRefreshArgs rolling() {
    return GroupInstanceRefreshArgs.builder()
        .strategy("Rolling")
        .preferences(
            GroupInstanceRefreshPreferencesArgs.builder()
                .minHealthyPercentage(100)
                .maxHealthyPercentage(150)
                .autoRollback(true)
                .build())
        .build();
  }

  private void scaleWithLoad() {
    new Policy(
        name + "-cpu",
        PolicyArgs.builder()
            .autoscalingGroupName(group.name())
            .policyType("TargetTrackingScaling")
            .targetTrackingConfiguration(
                PolicyTargetTrackingConfigurationArgs.builder()
                    .predefinedMetricSpecification(
                        PolicyTargetTrackingConfigurationPredefinedMetricSpecificationArgs.builder()
                            .predefinedMetricType("ASGAverageCPUUtilization")
                            .build())
                    // Half, so that this region can take what both did.
                    .targetValue(50.0)
                    .build())
            .build(),
        child());
  }

  /** The newest image: a newer one is a rolling update with the next deployment. */
  private Output<String> amazonLinux() {
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
            InvokeOptions.builder().parent(this).build())
        .applyValue(image -> image.id());
  }

  private LaunchTemplateTagSpecificationArgs tagged(String resourceType) {
    return LaunchTemplateTagSpecificationArgs.builder()
        .resourceType(resourceType)
        .tags(Map.of("Name", name))
        .build();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
