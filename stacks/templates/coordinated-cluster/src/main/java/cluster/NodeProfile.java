package cluster;

import com.pulumi.aws.iam.InstanceProfile;
import com.pulumi.aws.iam.InstanceProfileArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;

/** What the nodes may do in AWS: take what is theirs, pull their image, and ask to be replaced. */
final class NodeProfile extends ComponentResource {
  /** On everything that belongs to the cluster, with the cluster's name. */
  static final String TAG = "etcd-cluster";

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

  private static final String POLICY =
      """
      {
        "Version": "2012-10-17",
        "Statement": [
          {
            "Effect": "Allow",
            "Action": ["ec2:AttachVolume", "ec2:AttachNetworkInterface"],
            "Resource": "*",
            "Condition": { "StringEquals": { "ec2:ResourceTag/%1$s": "%2$s" } }
          },
          {
            "Effect": "Allow",
            "Action": "autoscaling:SetInstanceHealth",
            "Resource": "*",
            "Condition": { "StringEquals": { "autoscaling:ResourceTag/%1$s": "%2$s" } }
          },
          { "Effect": "Allow", "Action": "ecr:GetAuthorizationToken", "Resource": "*" },
          {
            "Effect": "Allow",
            "Action": [
              "ecr:BatchCheckLayerAvailability",
              "ecr:BatchGetImage",
              "ecr:BatchImportUpstreamImage",
              "ecr:CreateRepository",
              "ecr:GetDownloadUrlForLayer"
            ],
            "Resource": "arn:aws:ecr:*:*:repository/%2$s/*"
          }
        ]
      }
      """;

  // A shell without SSH: no port has to be open, and no key to be kept.
  private static final String SESSIONS = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";

  final InstanceProfile profile;

  record Args(String cluster) {}

  NodeProfile(String name, Args args, ComponentResourceOptions options) {
    super("cluster:index:NodeProfile", name, options);
    var role = new Role(name, RoleArgs.builder().assumeRolePolicy(TRUST).build(), child());
    new RolePolicy(
        name,
        RolePolicyArgs.builder()
            .role(role.name())
            .policy(POLICY.formatted(TAG, args.cluster()))
            .build(),
        child());
    new RolePolicyAttachment(
        name + "-sessions",
        RolePolicyAttachmentArgs.builder().role(role.name()).policyArn(SESSIONS).build(),
        child());
    profile =
        new InstanceProfile(name, InstanceProfileArgs.builder().role(role.name()).build(), child());
    registerOutputs(Map.of("arn", profile.arn()));
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
