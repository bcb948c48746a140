package clusters;

import com.pulumi.aws.ec2.LaunchTemplate;
import com.pulumi.aws.ec2.LaunchTemplateArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateBlockDeviceMappingArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateBlockDeviceMappingEbsArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateMetadataOptionsArgs;
import com.pulumi.aws.eks.NodeGroup;
import com.pulumi.aws.eks.NodeGroupArgs;
import com.pulumi.aws.eks.inputs.NodeGroupLaunchTemplateArgs;
import com.pulumi.aws.eks.inputs.NodeGroupNodeRepairConfigArgs;
import com.pulumi.aws.eks.inputs.NodeGroupScalingConfigArgs;
import com.pulumi.aws.eks.inputs.NodeGroupUpdateConfigArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A group of nodes in each zone. One group over all zones would be as many nodes, but nothing would
 * say in which: pods that are to be in every zone need a node in every zone.
 */
final class Nodes extends ComponentResource {
  private static final List<String> RIGHTS =
      List.of(
          "AmazonEKSWorkerNodePolicy",
          "AmazonEKS_CNI_Policy",
          "AmazonEC2ContainerRegistryPullOnly",
          "AmazonSSMManagedInstanceCore");
  private static final String TRUST =
      """
      {
        "Version": "2012-10-17",
        "Statement": [
          {
            "Effect": "Allow",
            "Principal": { "Service": "ec2.amazonaws.com" },
            "Action": "sts:AssumeRole"
          }
        ]
      }
      """;

  final List<NodeGroup> groups = new ArrayList<>();

  private final String name;

  record Args(Settings settings, Network network, Output<String> cluster) {}

  Nodes(String name, Args args, ComponentResourceOptions options) {
    super("clusters:index:Nodes", name, options);
    this.name = name;
    var role = new Role(name, RoleArgs.builder().assumeRolePolicy(TRUST).build(), child(List.of()));
    var before = new ArrayList<Resource>(args.network().routes);
    for (var policy : RIGHTS) {
      before.add(
          new RolePolicyAttachment(
              name + "-" + policy,
              RolePolicyAttachmentArgs.builder()
                  .role(role.name())
                  .policyArn("arn:aws:iam::aws:policy/" + policy)
                  .build(),
              child(List.of())));
    }
    var template = template(args);
    for (int zone = 0; zone < args.network().zones.size(); zone++) {
      groups.add(group(args, zone, role, template, before));
    }
    registerOutputs(Map.of());
  }

  private LaunchTemplate template(Args args) {
    return new LaunchTemplate(
        name,
        LaunchTemplateArgs.builder()
            .instanceType(args.settings().nodeType())
            // One hop: pods do not reach the node's credentials, they have their own.
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
                            .volumeSize(50)
                            .encrypted("true")
                            .build())
                    .build())
            .updateDefaultVersion(true)
            .build(),
        child(List.of()));
  }

  private NodeGroup group(
      Args args, int zone, Role role, LaunchTemplate template, List<Resource> before) {
    int size = args.settings().nodesPerZone();
    return new NodeGroup(
        name + "-" + args.settings().zones().get(zone),
        NodeGroupArgs.builder()
            .clusterName(args.cluster())
            .nodeRoleArn(role.arn())
            .subnetIds(args.network().privateSubnets.get(zone).id().applyValue(List::of))
            .amiType("AL2023_x86_64_STANDARD")
            .launchTemplate(
                NodeGroupLaunchTemplateArgs.builder()
                    .id(template.id())
                    .version(template.latestVersion().applyValue(String::valueOf))
                    .build())
            .scalingConfig(
                NodeGroupScalingConfigArgs.builder()
                    .minSize(size)
                    .desiredSize(size)
                    .maxSize(size + 1)
                    .build())
            // Node by node, each after its pods have found another place.
            .updateConfig(NodeGroupUpdateConfigArgs.builder().maxUnavailable(1).build())
            .nodeRepairConfig(NodeGroupNodeRepairConfigArgs.builder().enabled(true).build())
            .build(),
        child(before));
  }

  private CustomResourceOptions child(List<Resource> after) {
    return CustomResourceOptions.builder().parent(this).dependsOn(after).build();
  }
}
