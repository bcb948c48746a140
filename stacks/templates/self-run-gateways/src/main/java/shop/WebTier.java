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
import com.pulumi.aws.ec2.LaunchTemplate;
import com.pulumi.aws.ec2.LaunchTemplateArgs;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.inputs.LaunchTemplateBlockDeviceMappingArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateBlockDeviceMappingEbsArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateIamInstanceProfileArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateMetadataOptionsArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateTagSpecificationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The servers: at least one in each zone, each with nothing on it that another has not. One that is
 * lost, or finds that it no longer answers, is replaced; a lost zone is made good for in the
 * others.
 */
final class WebTier extends ComponentResource {
  final Group group;

  private final String name;

  record Args(Network network, SecurityGroup group, Database database, Settings settings) {}

  WebTier(String name, Args args) {
    super("shop:index:WebTier", name, ComponentResourceOptions.Empty);
    this.name = name;
    var log = new LogGroup(name, LogGroupArgs.builder().retentionInDays(30).build(), child());
    var role =
        new ServerRole(
            name,
            new ServerRole.Args(policy(args.database(), log)),
            ComponentResourceOptions.builder().parent(this).build());
    group = group(args, launchTemplate(args, role, log));
    role.allow(name + "-replacement", replacement());
    scaleWithLoad();
    registerOutputs(Map.of("groupName", group.name()));
  }

  private LaunchTemplate launchTemplate(Args args, ServerRole role, LogGroup log) {
    return new LaunchTemplate(
        name,
        LaunchTemplateArgs.builder()
            .imageId(Image.amazonLinux(this))
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
    return Output.format(
            """
            #!/bin/bash
            REGION=%s
            IMAGE=%s
            PORT=%s
            HEALTH_PATH=%s
            LOG=%s
            DATABASE_HOST=%s
            DATABASE_NAME=%s
            DATABASE_SECRET=%s
            """,
            args.network().region,
            args.settings().image(),
            args.settings().containerPort(),
            args.settings().healthPath(),
            log.name(),
            args.database().instance.address(),
            Database.NAME,
            args.database().secretArn)
        .applyValue(settings -> settings + Script.read("server.sh"));
  }

  private static Output<String> policy(Database database, LogGroup log) {
    return Output.format(
        """
        {
          "Version": "2012-10-17",
          "Statement": [{
            "Effect": "Allow",
            "Action": "secretsmanager:GetSecretValue",
            "Resource": "%s"
          }, {
            "Effect": "Allow",
            "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
            "Resource": "%s:*"
          }]
        }
        """,
        database.secretArn, log.arn());
  }

  /** Lets a server say that it is to be replaced. */
  private Output<String> replacement() {
    return Output.format(
        """
        {
          "Version": "2012-10-17",
          "Statement": [{
            "Effect": "Allow",
            "Action": "autoscaling:SetInstanceHealth",
            "Resource": "%s"
          }]
        }
        """,
        group.arn());
  }

  private Group group(Args args, LaunchTemplate template) {
    return new Group(
        name,
        GroupArgs.builder()
            // One for each zone. With one zone gone two thirds remain until the group has made
            // good for it: they have to carry the load. How many there are above the least is the
            // scaling policy's business, so no deployment sets it.
            .minSize(args.settings().minServers())
            .maxSize(args.settings().maxServers())
            .vpcZoneIdentifiers(Network.ids(args.network().privateSubnets))
            // Whether the machine runs; whether it serves, it finds out and tells by itself.
            .healthCheckType("EC2")
            .healthCheckGracePeriod(180)
            .defaultInstanceWarmup(120)
            .launchTemplate(
                GroupLaunchTemplateArgs.builder()
                    .id(template.id())
                    .version(template.latestVersion().applyValue(String::valueOf))
                    .build())
            .instanceRefresh(rolling())
            .build(),
        child());
  }

  /** A change brings new servers first, and takes old ones away after. */
  private static GroupInstanceRefreshArgs rolling() {
    return GroupInstanceRefreshArgs.builder()
        .strategy("Rolling")
        .preferences(
            GroupInstanceRefreshPreferencesArgs.builder()
                .minHealthyPercentage(100)
                .maxHealthyPercentage(150)
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
                    // Half, so that two zones can take what three did.
                    .targetValue(50.0)
                    .build())
            .build(),
        child());
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
