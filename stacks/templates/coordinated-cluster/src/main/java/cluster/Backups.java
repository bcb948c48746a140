package cluster;

import com.pulumi.aws.dlm.LifecyclePolicy;
import com.pulumi.aws.dlm.LifecyclePolicyArgs;
import com.pulumi.aws.dlm.inputs.LifecyclePolicyPolicyDetailsArgs;
import com.pulumi.aws.dlm.inputs.LifecyclePolicyPolicyDetailsScheduleArgs;
import com.pulumi.aws.dlm.inputs.LifecyclePolicyPolicyDetailsScheduleCreateRuleArgs;
import com.pulumi.aws.dlm.inputs.LifecyclePolicyPolicyDetailsScheduleRetainRuleArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;

/**
 * Snapshots of the nodes' volumes. Copies protect from what breaks, not from what is deleted by
 * mistake: that reaches all nodes in a moment.
 */
final class Backups extends ComponentResource {
  private static final int EVERY_HOURS = 6;
  private static final int KEPT = 28;
  private static final String TRUST =
      """
      {
        "Version": "2012-10-17",
        "Statement": [
          {
            "Effect": "Allow",
            "Principal": { "Service": "dlm.amazonaws.com" },
            "Action": "sts:AssumeRole"
          }
        ]
      }
      """;

  record Args(String cluster) {}

  Backups(String name, Args args, ComponentResourceOptions options) {
    super("cluster:index:Backups", name, options);
    var role = new Role(name, RoleArgs.builder().assumeRolePolicy(TRUST).build(), child());
    new RolePolicyAttachment(
        name,
        RolePolicyAttachmentArgs.builder()
            .role(role.name())
            .policyArn("arn:aws:iam::aws:policy/service-role/AWSDataLifecycleManagerServiceRole")
            .build(),
        child());
    new LifecyclePolicy(
        name,
        LifecyclePolicyArgs.builder()
            .description("etcd volumes of " + args.cluster())
            .executionRoleArn(role.arn())
            .policyDetails(
                LifecyclePolicyPolicyDetailsArgs.builder()
                    .resourceTypes("VOLUME")
                    .targetTags(Map.of(NodeProfile.TAG, args.cluster()))
                    .schedules(schedule())
                    .build())
            .build(),
        child());
    registerOutputs(Map.of());
  }

  private static LifecyclePolicyPolicyDetailsScheduleArgs schedule() {
    return LifecyclePolicyPolicyDetailsScheduleArgs.builder()
        .name("every %d hours, for a week".formatted(EVERY_HOURS))
        .copyTags(true)
        .createRule(
            LifecyclePolicyPolicyDetailsScheduleCreateRuleArgs.builder()
                .interval(EVERY_HOURS)
                .intervalUnit("HOURS")
                .build())
        .retainRule(
            LifecyclePolicyPolicyDetailsScheduleRetainRuleArgs.builder().count(KEPT).build())
        .build();
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
